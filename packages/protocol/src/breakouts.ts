import { z } from 'zod';
import { Grouping, TableSizes } from './agenda.ts';
import { Instant, PhaseId, RoomId, SeatId } from './ids.ts';

/** Sets how many tables a round has that has not begun. Existing seating is dealt out anew when tables disappear. */
export const SetTables = z.strictObject({
  type: z.literal('set-tables'),
  phaseId: PhaseId,
  tables: z.int().min(1).max(60),
});
export type SetTables = z.infer<typeof SetTables>;

/** Sets how the groups of a round that has not begun come about, and how large its tables may be. Who is seated stays so. */
export const SetGroups = z.strictObject({
  type: z.literal('set-groups'),
  phaseId: PhaseId,
  groups: Grouping,
  /** Absent: no limits. */
  sizes: TableSizes.optional(),
});
export type SetGroups = z.infer<typeof SetGroups>;

/** Seats everybody for one round: balanced and with few repeated encounters (`new`), or as in the round before (`same`). The same seed gives the same groups. */
export const PlanGroups = z.strictObject({
  type: z.literal('plan-groups'),
  phaseId: PhaseId,
  method: z.enum(['new', 'same']),
  seed: z.int().min(0).max(0xffff_ffff),
});
export type PlanGroups = z.infer<typeof PlanGroups>;

/** Seats one person at a table, or, without `roomId`, at none. While the round runs the person moves at once. */
export const AssignSeat = z.strictObject({
  type: z.literal('assign-seat'),
  phaseId: PhaseId,
  seatId: SeatId,
  roomId: RoomId.optional(),
});
export type AssignSeat = z.infer<typeof AssignSeat>;

/** Takes a chair at a table of one's own choice, while a round gathers in which people choose. May be done again. */
export const ChooseTable = z.strictObject({ type: z.literal('choose-table'), phaseId: PhaseId, roomId: RoomId });
export type ChooseTable = z.infer<typeof ChooseTable>;

/** "Go now": walk to the own table before the gathering time is over. */
export const GoToTable = z.strictObject({ type: z.literal('go-to-table'), phaseId: PhaseId });
export type GoToTable = z.infer<typeof GoToTable>;

/** "Go back now": return to the plenary while the tables are closing. */
export const ReturnToPlenary = z.strictObject({ type: z.literal('return-to-plenary'), phaseId: PhaseId });
export type ReturnToPlenary = z.infer<typeof ReturnToPlenary>;

/** Starts the closing choreography: everybody is warned, and back in the plenary after `inMs`; then the next phase opens. */
export const CloseTables = z.strictObject({
  type: z.literal('close-tables'),
  phaseId: PhaseId,
  inMs: z.int().min(1_000).max(300_000),
});
export type CloseTables = z.infer<typeof CloseTables>;

/** Takes a closing back while it is still counting down; people who already returned go to their tables again. */
export const KeepTablesOpen = z.strictObject({ type: z.literal('keep-tables-open'), phaseId: PhaseId });
export type KeepTablesOpen = z.infer<typeof KeepTablesOpen>;

/** A facilitator sits down at a table, seen by everybody there. */
export const VisitTable = z.strictObject({ type: z.literal('visit-table'), phaseId: PhaseId, roomId: RoomId });
export type VisitTable = z.infer<typeof VisitTable>;

/** A visiting facilitator goes back to the plenary. */
export const LeaveTable = z.strictObject({ type: z.literal('leave-table'), phaseId: PhaseId });
export type LeaveTable = z.infer<typeof LeaveTable>;

/**
 * A trial of moving to tables during the introduction: a short gathering, a minute at small tables, and back. Rounds,
 * turns and the clock of the phase are not concerned.
 */
export const StartPractice = z.strictObject({ type: z.literal('start-practice'), phaseId: PhaseId });
export type StartPractice = z.infer<typeof StartPractice>;

/** Brings everybody back from a practice early. */
export const StopPractice = z.strictObject({ type: z.literal('stop-practice'), phaseId: PhaseId });
export type StopPractice = z.infer<typeof StopPractice>;

export const TableView = z.strictObject({ label: z.string(), topic: z.string(), question: z.string().optional() });
export type TableView = z.infer<typeof TableView>;

/** The tables of the round that runs now, as everybody admitted sees them. Who sits where stands with the people. */
export const TablesView = z.strictObject({
  phaseId: PhaseId,
  state: z.enum(['gathering', 'open', 'closing']),
  order: z.array(RoomId),
  rooms: z.record(z.string(), TableView),
  /** While gathering: everybody is brought to their table at this instant. */
  gatherUntil: Instant.optional(),
  /** While gathering in a round in which people choose: so many may sit at each table. */
  choosing: z.strictObject({ most: z.int() }).optional(),
  /** Time to write down results from here on. */
  harvestAt: Instant,
  /** While closing: everybody is brought back at this instant. */
  closesAt: Instant.optional(),
  /** Only a trial of moving: everybody is on the way back by this instant. */
  practiceUntil: Instant.optional(),
});
export type TablesView = z.infer<typeof TablesView>;

/** The seating of one round — to come, running or over — for staff. */
export const SeatingView = z.strictObject({
  order: z.array(RoomId),
  rooms: z.record(z.string(), TableView),
  /** Seat id → room id. */
  seats: z.record(z.string(), RoomId),
  groups: Grouping,
  sizes: TableSizes.optional(),
  /** False: nobody has looked at it yet; it is dealt out by the round's `groups` when the round opens. */
  planned: z.boolean(),
});
export type SeatingView = z.infer<typeof SeatingView>;

/** What a table says about its time: `none` takes back what it said. */
export const TableSignal = z.enum(['ready', 'more-time']);
export type TableSignal = z.infer<typeof TableSignal>;

/** Calls a facilitator to the sender's table. The first call counts; calling again changes nothing. */
export const CallHelp = z.strictObject({ type: z.literal('call-help'), roomId: RoomId });
export type CallHelp = z.infer<typeof CallHelp>;

/** "We have sorted it out": anybody at the table takes its call back. */
export const CancelHelp = z.strictObject({ type: z.literal('cancel-help'), roomId: RoomId });
export type CancelHelp = z.infer<typeof CancelHelp>;

/** A facilitator has answered a call without going there. Going there answers it by itself. */
export const ClearHelp = z.strictObject({ type: z.literal('clear-help'), roomId: RoomId });
export type ClearHelp = z.infer<typeof ClearHelp>;

/** Tells staff how the sender's table stands with its time. The last one who says something is right. */
export const SignalTable = z.strictObject({
  type: z.literal('signal-table'),
  roomId: RoomId,
  signal: z.union([TableSignal, z.literal('none')]),
});
export type SignalTable = z.infer<typeof SignalTable>;
