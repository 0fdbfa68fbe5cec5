import { z } from 'zod';
import { PhaseId, RequestId, RoomId, RuleId, SeatId } from './ids.ts';

const people = (max: number) =>
  z
    .array(SeatId)
    .min(2)
    .max(max)
    .refine((seats) => new Set(seats).size === seats.length, 'people must differ');

/** What every seating by machine has to keep to. */
export const SeatingRule = z.discriminatedUnion('kind', [
  /** These people share a table in every round. */
  z.strictObject({ kind: z.literal('together'), seats: people(20) }),
  /** No two of these people share a table in any round. */
  z.strictObject({ kind: z.literal('apart'), seats: people(20) }),
  /** A locked seat: this person sits at this table in this round. */
  z.strictObject({ kind: z.literal('pin'), phaseId: PhaseId, seatId: SeatId, roomId: RoomId }),
  /** Stays at the table of this position, from 0, in every round. */
  z.strictObject({ kind: z.literal('host'), seatId: SeatId, table: z.int().min(0).max(59) }),
]);
export type SeatingRule = z.infer<typeof SeatingRule>;

/** Adds one rule. The sender made its id; rules of two facilitators stand beside each other. */
export const AddSeatingRule = z.strictObject({
  type: z.literal('add-seating-rule'),
  ruleId: RuleId,
  rule: SeatingRule,
});
export type AddSeatingRule = z.infer<typeof AddSeatingRule>;

export const DropSeatingRule = z.strictObject({ type: z.literal('drop-seating-rule'), ruleId: RuleId });
export type DropSeatingRule = z.infer<typeof DropSeatingRule>;

/**
 * Why a rotation is planned. `anew`: all rounds to come, from nothing. `improve`: from the seating there is, as few seats
 * changed as possible at equal worth. `attendance`: the same, and whoever is not here is left out of the next round.
 */
export const RotationMethod = z.enum(['anew', 'improve', 'attendance']);
export type RotationMethod = z.infer<typeof RotationMethod>;

/** Asks for a proposal that seats everybody in all rounds to come. It takes the place of one that was asked for before. */
export const AskRotation = z.strictObject({
  type: z.literal('ask-rotation'),
  requestId: RequestId,
  seed: z.int().min(0).max(0xffff_ffff),
  method: RotationMethod,
});
export type AskRotation = z.infer<typeof AskRotation>;

/** Seats everybody as proposed. Names what the sender saw, so that nobody accepts what has meanwhile become another proposal. */
export const AcceptRotation = z.strictObject({
  type: z.literal('accept-rotation'),
  requestId: RequestId,
  basis: z.string().max(40),
});
export type AcceptRotation = z.infer<typeof AcceptRotation>;

/** Leaves everything as it is. */
export const DismissRotation = z.strictObject({ type: z.literal('dismiss-rotation'), requestId: RequestId });
export type DismissRotation = z.infer<typeof DismissRotation>;

/** What a plan is worth: pairs of people by how often they meet, those of rounds that are over counted. */
export const RotationFiguresView = z.strictObject({
  met: z.int(),
  never: z.int(),
  twice: z.int(),
  more: z.int(),
  /** Pairs that could meet. */
  pairs: z.int(),
  /** No plan, or none that is known, lets more pairs meet. */
  bound: z.strictObject({ met: z.int(), kind: z.enum(['proven', 'known']) }),
  perfect: z.boolean(),
});
export type RotationFiguresView = z.infer<typeof RotationFiguresView>;

/** Rules that cannot be kept together, and whom that concerns. */
export const RotationConflictView = z.strictObject({
  kind: z.enum([
    'together-apart',
    'no-such-table',
    'two-tables',
    'apart-pinned',
    'table-full',
    'group-too-large',
    'too-many-apart',
    'sizes',
    'no-seating',
  ]),
  seats: z.array(SeatId),
  /** The round in which it happens; absent where it happens in every round. */
  phaseId: PhaseId.optional(),
  /** The tables concerned, by position from 0. */
  tables: z.array(z.int()),
  /** How many people sit at a table at least and at most. */
  least: z.int().optional(),
  most: z.int().optional(),
});
export type RotationConflictView = z.infer<typeof RotationConflictView>;

/** What the planner found: a plan with its figures, or why there is none. */
export const RotationFinding = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('plan'),
    people: z.array(SeatId),
    /** Phase id → table of each of `people` by position, from 0; −1 at none. Only rounds that the plan seats anew. */
    rounds: z.record(z.string(), z.array(z.int())),
    figures: RotationFiguresView,
  }),
  z.strictObject({ kind: z.literal('conflict'), conflict: RotationConflictView }),
]);
export type RotationFinding = z.infer<typeof RotationFinding>;

/** A proposal on the table, or one that is being worked out. */
export const RotationProposalView = z.strictObject({
  requestId: RequestId,
  method: RotationMethod,
  /** Who asked for it; absent: the house itself, because somebody is missing or has come. */
  by: SeatId.optional(),
  /** Present once there is one. */
  found: z
    .strictObject({
      /** Names what it was made for; `accept-rotation` repeats it. */
      basis: z.string(),
      finding: RotationFinding,
      /** Nothing better will come. */
      done: z.boolean(),
      /** Something has changed since; another one is being worked out. */
      outdated: z.boolean(),
    })
    .optional(),
});
export type RotationProposalView = z.infer<typeof RotationProposalView>;

/** Rules and proposals, for facilitators. */
export const RotationView = z.strictObject({
  /** Rule id → rule. */
  rules: z.record(z.string(), SeatingRule),
  proposal: RotationProposalView.optional(),
});
export type RotationView = z.infer<typeof RotationView>;
