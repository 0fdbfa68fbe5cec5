import type { SeatId } from '@werkraum/protocol';
import type { AnnouncementsFact } from './announcements.ts';

/** A fact about announcements without what this person announced. */
export const eraseAnnouncements = (fact: AnnouncementsFact, seatId: SeatId): AnnouncementsFact =>
  fact.type === 'announced' && fact.by === seatId ? { ...fact, text: '–' } : fact;
