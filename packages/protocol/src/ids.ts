import './no-code-from-text.ts';
import { z } from 'zod';

// Ids become keys of plain objects, so a name that every object already has (`constructor`, `__proto__`) is none.
const token = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/)
    .refine((id) => !(id in {}), 'reserved-name');

/** One run of a workshop. 22 characters of base64url: 128 random bits, so that nobody guesses one. */
export const SessionId = token(40).brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/** A proven (session, person, role). Unique within its session. */
export const SeatId = token(40).brand<'SeatId'>();
export type SeatId = z.infer<typeof SeatId>;

/** One item of the agenda. Unique within its session, chosen by the plan. */
export const PhaseId = token(40).brand<'PhaseId'>();
export type PhaseId = z.infer<typeof PhaseId>;

/** A breakout room ("table") of one round. Never used for two rounds. */
export const RoomId = token(48).brand<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;

/** One person's timed input at one table. */
export const TurnId = token(96).brand<'TurnId'>();
export type TurnId = z.infer<typeof TurnId>;

/** One question asked before the workshop. Unique within its session, chosen by the plan. */
export const QuestionId = token(40).brand<'QuestionId'>();
export type QuestionId = z.infer<typeof QuestionId>;

/** A column of a board. Unique within its board, chosen by the plan. */
export const ColumnId = token(40).brand<'ColumnId'>();
export type ColumnId = z.infer<typeof ColumnId>;

/** One card, named by whoever writes it. */
export const CardId = token(40).brand<'CardId'>();
export type CardId = z.infer<typeof CardId>;

/** A table's board (its room id), or the plenary's board of one phase (`plenary~reflection`). Opaque to clients. */
export const BoardId = z
  .string()
  .max(48)
  .regex(/^(plenary~)?[A-Za-z0-9_-]+$/)
  .refine((id) => !(id in {}), 'reserved-name')
  .brand<'BoardId'>();
export type BoardId = z.infer<typeof BoardId>;

/** One announcement, named by whoever makes it. */
export const AnnouncementId = token(40).brand<'AnnouncementId'>();
export type AnnouncementId = z.infer<typeof AnnouncementId>;

/** One poll, named by whoever prepares it. */
export const PollId = token(40).brand<'PollId'>();
export type PollId = z.infer<typeof PollId>;

/** One item of the parking lot, named by whoever parks it. */
export const ParkedId = token(40).brand<'ParkedId'>();
export type ParkedId = z.infer<typeof ParkedId>;

/** One reference, named by whoever adds it. */
export const ReferenceId = token(40).brand<'ReferenceId'>();
export type ReferenceId = z.infer<typeof ReferenceId>;
/** One deck of slides, named by whoever uploads it. Unique among the decks of one seat. */
export const DeckId = token(40).brand<'DeckId'>();
export type DeckId = z.infer<typeof DeckId>;

/** One stored file. Made by the server, 128 random bits in base64url: it is not guessed, and it opens nothing by itself. */
export const FileId = token(40).brand<'FileId'>();
export type FileId = z.infer<typeof FileId>;

/** One showing of a deck at one place, named by whoever begins it. */
export const ShowingId = token(40).brand<'ShowingId'>();
export type ShowingId = z.infer<typeof ShowingId>;

/** One question asked during the workshop, named by whoever asks it. */
export const AskedId = token(40).brand<'AskedId'>();
export type AskedId = z.infer<typeof AskedId>;

/** One written message, named by whoever says it. */
export const MessageId = token(40).brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** One rule of seating, made by whoever added it. */
export const RuleId = token(40).brand<'RuleId'>();
export type RuleId = z.infer<typeof RuleId>;

/** One wish for a rotation and the proposals that answer it. */
export const RequestId = token(40).brand<'RequestId'>();
export type RequestId = z.infer<typeof RequestId>;

/** Made by the client for each command; a repeated id is answered as the first time and changes nothing. */
export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** Milliseconds since 1970-01-01T00:00:00Z, as the server counts them. */
export const Instant = z.int().min(0);
export type Instant = z.infer<typeof Instant>;

/** Where a seat belongs now: waiting outside, with everybody, or at one table. */
export const Place = z.union([z.literal('lobby'), z.literal('plenary'), RoomId]);
export type Place = z.infer<typeof Place>;

/** Names one opening of one place's video room (`plenary~0`, `round-1-a~2`). Opaque to clients: compare, never parse. */
export const VideoKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,48}~\d{1,6}$/)
  .brand<'VideoKey'>();
export type VideoKey = z.infer<typeof VideoKey>;
