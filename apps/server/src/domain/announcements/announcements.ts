import type { AnnouncedTo, AnnouncementId, Instant, SeatId } from '@werkraum/protocol';

export interface Announcement {
  id: AnnouncementId;
  text: string;
  to: AnnouncedTo;
  by: SeatId;
  at: Instant;
  /** It leaves the screens at this instant. */
  until: Instant;
  state: 'shown' | 'over' | 'taken-back';
}

export interface Announcements {
  /** The last few, oldest first. */
  last: readonly Announcement[];
}

export type AnnouncementsFact =
  | {
      type: 'announced';
      announcementId: AnnouncementId;
      text: string;
      to: AnnouncedTo;
      by: SeatId;
      at: Instant;
      until: Instant;
    }
  | { type: 'announcement-over'; announcementId: AnnouncementId }
  | { type: 'announcement-taken-back'; announcementId: AnnouncementId };
