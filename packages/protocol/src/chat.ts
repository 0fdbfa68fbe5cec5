import { z } from 'zod';
import { Instant, MessageId, RoomId, SeatId } from './ids.ts';
import { typed } from './text.ts';

/** What is written at one place: with everybody, or at one table. */
const PlaceChannel = z.strictObject({ place: z.union([z.literal('plenary'), RoomId]) });
/** What one person and those who facilitate write to each other. */
const ThreadChannel = z.strictObject({ seatId: SeatId });

/** Where a message stands. The sender names what they saw, so that nothing typed for one place is said at another. */
export const ChatChannel = z.union([PlaceChannel, ThreadChannel]);
export type ChatChannel = z.infer<typeof ChatChannel>;

/** UTF-16 units. */
export const MESSAGE_MAX = 1000;

/** Says something in writing. The sender made the id. */
export const Say = z.strictObject({
  type: z.literal('say'),
  messageId: MessageId,
  channel: ChatChannel,
  text: typed(MESSAGE_MAX),
});
export type Say = z.infer<typeof Say>;

/** Words an own message anew; everybody sees that it was edited. */
export const EditMessage = z.strictObject({
  type: z.literal('edit-message'),
  messageId: MessageId,
  channel: ChatChannel,
  text: typed(MESSAGE_MAX),
});
export type EditMessage = z.infer<typeof EditMessage>;

/** Takes a message's text away; that there was one stays. Own ones, and for facilitators any they see. */
export const DeleteMessage = z.strictObject({
  type: z.literal('delete-message'),
  messageId: MessageId,
  channel: ChatChannel,
});
export type DeleteMessage = z.infer<typeof DeleteMessage>;

/** Only facilitators write in the plenary's chat from now on. Tables and threads go on. */
export const CloseChat = z.strictObject({ type: z.literal('close-chat') });
export type CloseChat = z.infer<typeof CloseChat>;

export const OpenChat = z.strictObject({ type: z.literal('open-chat') });
export type OpenChat = z.infer<typeof OpenChat>;

export const MessageView = z.strictObject({
  id: MessageId,
  by: SeatId,
  at: Instant,
  /** Empty when it was removed. */
  text: z.string(),
  edited: z.literal(true).optional(),
  removed: z.enum(['author', 'facilitator']).optional(),
});
export type MessageView = z.infer<typeof MessageView>;

/** The newest messages of one channel by their number; the order is the order of numbers. */
export const ChatView = z.strictObject({
  messages: z.record(z.string(), MessageView),
  /** Only facilitators may write here. */
  closed: z.literal(true).optional(),
});
export type ChatView = z.infer<typeof ChatView>;
