import { z } from 'zod';
import { BoardId, CardId, ColumnId, Instant, PhaseId, RoomId, SeatId } from './ids.ts';
import { line, prose } from './text.ts';

/** What a column collects. It gives the column its colour and sign, and its name where it has none of its own. */
export const ColumnKind = z.enum([
  ...(['idea', 'example', 'obstacle', 'resource', 'question', 'sdg'] as const),
  ...(['keep', 'change', 'learned', 'other'] as const),
]);
export type ColumnKind = z.infer<typeof ColumnKind>;

export const BoardColumn = z.strictObject({
  id: ColumnId,
  kind: ColumnKind,
  /** Absent: called by its kind, in the language of whoever looks. */
  label: line(40).optional(),
});
export type BoardColumn = z.infer<typeof BoardColumn>;

/** The columns of a board, from left to right. */
export const BoardColumns = z
  .array(BoardColumn)
  .min(1)
  .max(6)
  .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, 'column ids must differ');
export type BoardColumns = z.infer<typeof BoardColumns>;

const usual = (...kinds: ColumnKind[]): BoardColumns => kinds.map((kind) => ({ id: kind as string as ColumnId, kind }));

/** The columns of a table whose round names none. */
export const TABLE_COLUMNS: BoardColumns = usual('idea', 'example', 'obstacle', 'sdg');
/** The columns of a reflection that names none. */
export const REFLECTION_COLUMNS: BoardColumns = usual('keep', 'change', 'learned');

/** What one card says. */
export const CardText = prose(280).min(1);
export const CardTags = z
  .array(line(24))
  .max(5)
  .refine((tags) => new Set(tags).size === tags.length, 'tags must differ');
/** `alone`: what is written now is seen by its author only, until somebody shows everything. */
export const Writing = z.enum(['alone', 'together']);
export type Writing = z.infer<typeof Writing>;

const card = { boardId: BoardId, cardId: CardId };

/** Puts a card at the end of a column. The sender names it; the same card again changes nothing. */
export const AddCard = z.strictObject({ type: z.literal('add-card'), ...card, column: ColumnId, text: CardText });
export type AddCard = z.infer<typeof AddCard>;

/** Words the sender's own card anew. */
export const EditCard = z.strictObject({ type: z.literal('edit-card'), ...card, text: CardText });
export type EditCard = z.infer<typeof EditCard>;

/** Moves a card before another of that column; without one, or if that one is not there any more, to its end. */
export const MoveCard = z.strictObject({
  type: z.literal('move-card'),
  ...card,
  column: ColumnId,
  before: CardId.optional(),
});
export type MoveCard = z.infer<typeof MoveCard>;

/** Makes one card of several. Nothing is lost: every text stays with its author. */
export const MergeCards = z.strictObject({
  type: z.literal('merge-cards'),
  boardId: BoardId,
  into: CardId,
  from: z.array(CardId).min(1).max(20),
});
export type MergeCards = z.infer<typeof MergeCards>;

/** Puts the cards that were merged into this one back into their columns. */
export const SplitCard = z.strictObject({ type: z.literal('split-card'), ...card });
export type SplitCard = z.infer<typeof SplitCard>;

export const RemoveCard = z.strictObject({ type: z.literal('remove-card'), ...card });
export type RemoveCard = z.infer<typeof RemoveCard>;

/** Names what a card is about, so that what belongs together is found again. Replaces the tags it had. */
export const TagCard = z.strictObject({ type: z.literal('tag-card'), ...card, tags: CardTags });
export type TagCard = z.infer<typeof TagCard>;

/** Puts one of the sender's dots on a card. */
export const VoteCard = z.strictObject({ type: z.literal('vote-card'), ...card });
export type VoteCard = z.infer<typeof VoteCard>;

export const UnvoteCard = z.strictObject({ type: z.literal('unvote-card'), ...card });
export type UnvoteCard = z.infer<typeof UnvoteCard>;

/** "Write alone", or "show": then everybody sees at once what each wrote alone. */
export const SetWriting = z.strictObject({ type: z.literal('set-writing'), boardId: BoardId, mode: Writing });
export type SetWriting = z.infer<typeof SetWriting>;

/** The same for all tables of the round that runs. */
export const SetAllWriting = z.strictObject({ type: z.literal('set-all-writing'), phaseId: PhaseId, mode: Writing });
export type SetAllWriting = z.infer<typeof SetAllWriting>;

/** How many dots each person has on the boards of this phase; 0: there is no voting. */
export const SetDots = z.strictObject({
  type: z.literal('set-dots'),
  phaseId: PhaseId,
  each: z.int().min(0).max(10),
});
export type SetDots = z.infer<typeof SetDots>;

/** Hands cards of a table over to everybody. Each comes with the version the sender saw; nothing else leaves the table. */
export const HandOver = z.strictObject({
  type: z.literal('hand-over'),
  boardId: BoardId,
  cards: z
    .array(z.strictObject({ cardId: CardId, version: z.int().min(0) }))
    .min(1)
    .max(120),
});
export type HandOver = z.infer<typeof HandOver>;

/** Takes a card back that was handed over. */
export const TakeBackCard = z.strictObject({ type: z.literal('take-back-card'), ...card });
export type TakeBackCard = z.infer<typeof TakeBackCard>;

/** One handed-over card, or one that came along from the workshop before, for the tables of a round. */
export const BroughtCard = z.strictObject({
  /** The table that handed it over. */
  from: RoomId,
  cardId: CardId,
  /** That table was one of the workshop that this one follows up. */
  before: z.literal(true).optional(),
  /** Absent: every table gets it. */
  to: RoomId.optional(),
});
export type BroughtCard = z.infer<typeof BroughtCard>;

/**
 * Takes handed-over cards into a later round: they lie on its tables when it opens. Says the whole list for that round, so
 * that leaving one out takes it away again; once the round has begun cards are only added.
 */
export const BringCards = z.strictObject({
  type: z.literal('bring-cards'),
  phaseId: PhaseId,
  cards: z.array(BroughtCard).max(60),
});
export type BringCards = z.infer<typeof BringCards>;

/** Puts one table's results before everybody. */
export const ReportOut = z.strictObject({ type: z.literal('report-out'), phaseId: PhaseId, roomId: RoomId });
export type ReportOut = z.infer<typeof ReportOut>;

/** Ends the report of the table the sender saw. */
export const EndReport = z.strictObject({ type: z.literal('end-report'), roomId: RoomId });
export type EndReport = z.infer<typeof EndReport>;

/** Where a card was brought from: a table of an earlier round, or of the workshop that this one follows up. */
export const BroughtFrom = z.union([
  z.strictObject({ phaseId: PhaseId, roomId: RoomId, label: z.string(), round: z.int() }),
  /** `before`: the title of its round. */
  z.strictObject({ roomId: RoomId, label: z.string(), before: z.string() }),
]);
export type BroughtFrom = z.infer<typeof BroughtFrom>;

export const CardView = z.strictObject({
  column: ColumnId,
  /** Cards of a column stand in rising order of this; equal ones by id. */
  rank: z.number(),
  text: z.string(),
  by: SeatId,
  /** Rises with everything that changes what the plenary would see of it. */
  version: z.int(),
  tags: z.array(z.string()).optional(),
  /** How many dots it has; absent: none. Who gave them nobody is told. */
  votes: z.int().optional(),
  /** What was merged into it. */
  parts: z.array(z.strictObject({ text: z.string(), by: SeatId })).optional(),
  /** It was handed over; `changed`: what the plenary sees is what it was then. */
  handed: z.enum(['as-is', 'changed']).optional(),
  from: BroughtFrom.optional(),
});
export type CardView = z.infer<typeof CardView>;

export const BoardView = z.strictObject({
  boardId: BoardId,
  phaseId: PhaseId,
  columns: z.array(BoardColumn),
  writing: Writing,
  /** How many dots each person has. */
  dots: z.int(),
  /** How many cards their authors have not shown yet. */
  alone: z.int().optional(),
  /** Card id → card. */
  cards: z.record(z.string(), CardView),
});
export type BoardView = z.infer<typeof BoardView>;

/** What somebody has on boards that nobody else sees. */
export const OwnBoardView = z.strictObject({
  /** Board id → card id → a card that is not shown yet. */
  alone: z.record(z.string(), z.record(z.string(), CardView)).optional(),
  /** Board id → the cards that have one of the own dots. */
  dots: z.record(z.string(), z.array(CardId)).optional(),
});
export type OwnBoardView = z.infer<typeof OwnBoardView>;

/** A card as its table handed it over. It says nothing of who wrote it: it is the table's. */
export const WallCardView = z.strictObject({
  kind: ColumnKind,
  /** What its column is called, when that has a name of its own. */
  label: z.string().optional(),
  text: z.string(),
  parts: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  votes: z.int().optional(),
  handedAt: Instant,
  /** Rounds it was taken into. */
  into: z.array(z.strictObject({ phaseId: PhaseId, to: RoomId.optional() })).optional(),
});
export type WallCardView = z.infer<typeof WallCardView>;

/** What one table has handed over. */
export const WallTableView = z.strictObject({
  phaseId: PhaseId,
  label: z.string(),
  topic: z.string(),
  /** Card id → card. */
  cards: z.record(z.string(), WallCardView),
});
export type WallTableView = z.infer<typeof WallTableView>;

/** What tables have handed over, round by round and table by table. */
export const WallView = z.strictObject({ order: z.array(RoomId), tables: z.record(z.string(), WallTableView) });
export type WallView = z.infer<typeof WallView>;

/** The table that reports now. */
export const ReportView = z.strictObject({ phaseId: PhaseId, roomId: RoomId, at: Instant });
export type ReportView = z.infer<typeof ReportView>;

/** What is said of the boards of one phase, before it begins and while it runs. */
export const BoardPlanView = z.strictObject({
  /** How many dots each person has. */
  dots: z.int(),
  /** Absent: what such a phase usually collects. */
  columns: z.array(BoardColumn).optional(),
});
export type BoardPlanView = z.infer<typeof BoardPlanView>;

/** How far a table's board is, for staff: figures only. */
export const BoardProgress = z.strictObject({ cards: z.int(), alone: z.int(), handed: z.int() });
export type BoardProgress = z.infer<typeof BoardProgress>;

/** Audience `table:<id>`: those who sat at a table that has closed. */
export const FormerTableView = z.strictObject({ roomId: RoomId, board: BoardView });
export type FormerTableView = z.infer<typeof FormerTableView>;
