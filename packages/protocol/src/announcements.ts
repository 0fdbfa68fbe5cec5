import { z } from 'zod';
import { AnnouncementId, Instant, RoomId, SeatId } from './ids.ts';
import { prose } from './text.ts';

/** Everybody admitted, or the people at one table. */
export const AnnouncedTo = z.union([z.literal('everybody'), RoomId]);
export type AnnouncedTo = z.infer<typeof AnnouncedTo>;

/** Shows a text to everybody, or to one table, for a minute. The sender made the id. */
export const Announce = z.strictObject({
  type: z.literal('announce'),
  announcementId: AnnouncementId,
  text: prose(280).min(1),
  to: AnnouncedTo,
});
export type Announce = z.infer<typeof Announce>;

/** Takes an announcement from all screens at once. */
export const TakeBackAnnouncement = z.strictObject({
  type: z.literal('take-back-announcement'),
  announcementId: AnnouncementId,
});
export type TakeBackAnnouncement = z.infer<typeof TakeBackAnnouncement>;

/** An announcement as those it is for see it, while it lasts. */
export const AnnouncementView = z.strictObject({ text: z.string(), by: SeatId, at: Instant, until: Instant });
export type AnnouncementView = z.infer<typeof AnnouncementView>;

/** An announcement as facilitators see it, also when it is over. */
export const AnnouncedView = z.strictObject({
  text: z.string(),
  to: AnnouncedTo,
  by: SeatId,
  at: Instant,
  until: Instant,
  state: z.enum(['shown', 'over', 'taken-back']),
});
export type AnnouncedView = z.infer<typeof AnnouncedView>;
