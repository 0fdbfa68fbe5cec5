import { z } from 'zod';
import { PhaseKind, SessionStatus } from './agenda.ts';
import { Instant, PhaseId, RoomId, SeatId, SessionId } from './ids.ts';
import { TurnState } from './turns.ts';
import { Language } from './views.ts';

/** One turn of an input round, as it went. */
export const TurnRecord = z.strictObject({
  seatId: SeatId,
  name: z.string(),
  state: TurnState,
  /** Time granted, extensions included; absent when the turn never began. */
  grantedMs: z.number().optional(),
  usedMs: z.number().optional(),
});
export type TurnRecord = z.infer<typeof TurnRecord>;

/** One table of a round. */
export const TableRecord = z.strictObject({
  roomId: RoomId,
  label: z.string(),
  topic: z.string(),
  /** How many people sat there and were connected when the tables closed; several when they were opened again. */
  headcounts: z.array(z.int()),
  turns: z.array(TurnRecord),
});
export type TableRecord = z.infer<typeof TableRecord>;

/** One phase: what was planned, and what became of it. */
export const PhaseRecord = z.strictObject({
  phaseId: PhaseId,
  kind: PhaseKind,
  title: z.string(),
  fate: z.enum(['held', 'running', 'ahead', 'dropped']),
  /** Length by the plan as it was when the session started; absent of a phase that was put in since. */
  originalMs: z.number().optional(),
  /** Length by the last plan. */
  plannedMs: z.number(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  round: z
    .strictObject({
      number: z.int(),
      topic: z.string(),
      question: z.string().optional(),
      /** When its tables were in use; several when the round was gone back to. */
      opened: z.array(z.strictObject({ at: Instant, closedAt: Instant.optional() })),
      tables: z.array(TableRecord),
    })
    .optional(),
});
export type PhaseRecord = z.infer<typeof PhaseRecord>;

const length = { phaseId: PhaseId, fromMs: z.number(), toMs: z.number() };

/** One change of the agenda while people worked with it. */
export const AgendaChange = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('added'), at: Instant, by: SeatId, phaseId: PhaseId }),
  z.strictObject({ type: z.literal('changed'), at: Instant, by: SeatId, phaseId: PhaseId, what: z.array(z.string()) }),
  z.strictObject({ type: z.literal('moved'), at: Instant, by: SeatId, phaseId: PhaseId }),
  z.strictObject({ type: z.literal('dropped'), at: Instant, by: SeatId, phaseId: PhaseId }),
  z.strictObject({ type: z.literal('restored'), at: Instant, by: SeatId, phaseId: PhaseId }),
  z.strictObject({
    type: z.literal('replanned'),
    at: Instant,
    by: SeatId,
    /** The phase that ran, and its deadline if that was moved. */
    phaseId: PhaseId,
    ends: z.strictObject({ from: Instant, to: Instant }).optional(),
    lengths: z.array(z.strictObject(length)),
    dropped: z.array(PhaseId),
  }),
  z.strictObject({ type: z.literal('replan-undone'), at: Instant, by: SeatId }),
]);
export type AgendaChange = z.infer<typeof AgendaChange>;

/** `GET /api/v1/sessions/:id/record` with the host key: planned versus actual, for whoever writes about the workshop. */
export const SessionRecord = z.strictObject({
  sessionId: SessionId,
  title: z.string(),
  language: Language,
  status: SessionStatus,
  createdAt: Instant,
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  /** Planned length of the whole session, as it was when the session started. */
  plannedMs: z.number(),
  hardEndMs: z.number().optional(),
  /** In the order of the agenda; what was dropped stands last. */
  phases: z.array(PhaseRecord),
  changes: z.array(AgendaChange),
});
export type SessionRecord = z.infer<typeof SessionRecord>;
