import './no-code-from-text.ts';
import { z } from 'zod';
import { Instant, PhaseId, RoomId, SeatId } from './ids.ts';
import { RichText } from './rich-text.ts';

/** Where notes are written together: with everybody, or at one table. */
export const NotesPlace = z.union([z.literal('plenary'), RoomId]);
export type NotesPlace = z.infer<typeof NotesPlace>;

/** What a document and one change of it may weigh, in bytes as Yjs encodes them (format V1). */
export const NOTES_LIMITS = { updateBytes: 44_000, documentBytes: 1_000_000, versions: 24 } as const;

// Base64 makes four characters of three bytes.
const bytes = (max: number) =>
  z
    .string()
    .max(Math.ceil(max / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** One kept version of the notes of a place, counted from 1. */
export const NotesVersionId = z.int().min(1);
export type NotesVersionId = z.infer<typeof NotesVersionId>;

/** Begins to follow the notes of the place one is at. `vector` is what the sender holds (Yjs state vector). */
export const NotesOpen = z.strictObject({ place: NotesPlace, vector: bytes(24_000) });
export type NotesOpen = z.infer<typeof NotesOpen>;

/** One change of the notes. Acknowledged when it is on disk; sending it again changes nothing. */
export const NotesUpdate = z.strictObject({ place: NotesPlace, update: bytes(NOTES_LIMITS.updateBytes) });
export type NotesUpdate = z.infer<typeof NotesUpdate>;

const IdInText = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) });
const PositionInText = z.strictObject({
  type: IdInText.nullish(),
  tname: z.string().max(20).nullish(),
  item: IdInText.nullish(),
  assoc: z.int().min(-1).max(1).optional(),
});

/** A selection, as Yjs tells positions that stay where they are while others write. */
export const NotesCaret = z.strictObject({ anchor: PositionInText, head: PositionInText });
export type NotesCaret = z.infer<typeof NotesCaret>;

/** Where the sender's caret is; null when it is nowhere. Whose it is, the server knows. */
export const NotesPointing = z.strictObject({ place: NotesPlace, caret: NotesCaret.nullable() });
export type NotesPointing = z.infer<typeof NotesPointing>;

/** Asks for one kept version, or for it to be written anew. */
export const NotesVersionRequest = z.strictObject({ place: NotesPlace, version: NotesVersionId });
export type NotesVersionRequest = z.infer<typeof NotesVersionRequest>;

export const NotesRefusal = z.enum([
  /** The sender is not at that place (any more), or nobody writes there now. */
  'not-here',
  /** The workshop is over: the notes can be read. */
  'read-only',
  'too-large',
  /** The document would pass its limit. */
  'full',
  /** This is no change an editor of ours makes. */
  'not-understood',
  /** Something is missing in between: open again. */
  'gap',
  'too-many',
  'no-such-version',
  'not-saving',
  'malformed',
]);
export type NotesRefusal = z.infer<typeof NotesRefusal>;

const refused = z.strictObject({ ok: z.literal(false), reason: NotesRefusal });
const Pointer = z.strictObject({ seatId: SeatId, caret: NotesCaret });

export const NotesOpened = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** What the sender does not hold yet. */
    update: z.string(),
    /** What the server holds (state vector): whatever the sender has beyond it is to be sent. */
    vector: z.string(),
    mayWrite: z.boolean(),
    /** Carets of the others. */
    carets: z.array(Pointer),
  }),
  refused,
]);
export type NotesOpened = z.infer<typeof NotesOpened>;

export const NotesReply = z.discriminatedUnion('ok', [z.strictObject({ ok: z.literal(true) }), refused]);
export type NotesReply = z.infer<typeof NotesReply>;

export const NotesVersionsReply = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true),
    /** Newest first. */
    versions: z.array(z.strictObject({ version: NotesVersionId, at: Instant, characters: z.int() })),
  }),
  refused,
]);
export type NotesVersionsReply = z.infer<typeof NotesVersionsReply>;

export const NotesVersionReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), text: RichText }),
  refused,
]);
export type NotesVersionReply = z.infer<typeof NotesVersionReply>;

/** What the server tells those who follow the notes of a place. */
export const NotesMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('update'), place: NotesPlace, update: z.string() }),
  z.strictObject({ kind: z.literal('caret'), place: NotesPlace, seatId: SeatId, caret: NotesCaret.nullable() }),
  /** The receiver no longer follows these notes, or may only read them from now on. */
  z.strictObject({ kind: z.literal('cut'), place: NotesPlace }),
]);
export type NotesMessage = z.infer<typeof NotesMessage>;

/** Shows everybody what the sender's table has written. The house reads the text; nobody sends it. */
export const HandOverNotes = z.strictObject({ type: z.literal('hand-over-notes'), roomId: RoomId });
export type HandOverNotes = z.infer<typeof HandOverNotes>;

/** What a table has handed over, for everybody to read. */
export const HandedNotesView = z.strictObject({
  phaseId: PhaseId,
  /** "A", "B", … */
  label: z.string(),
  by: SeatId,
  at: Instant,
  text: RichText,
});
export type HandedNotesView = z.infer<typeof HandedNotesView>;
