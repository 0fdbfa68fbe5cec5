import type { Instant, PhaseId, Poll, PollId, Pulse, SeatId, Vote } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** A poll and what became of it. */
export interface PollState {
  number: number;
  poll: Poll;
  state: 'prepared' | 'open' | 'closed';
  phaseId?: PhaseId;
  shown: boolean;
}

export interface Polls {
  items: ById<PollId, PollState>;
  /** How many were ever prepared: numbers are not given twice. */
  count: number;
  /** The one poll people vote on now. */
  open?: PollId;
  /** Who voted what. Of an anonymous poll it leaves the domain only as totals [PO-4]. */
  votes: ById<SeatId, ById<PollId, Vote>>;
  /** What people said of the pace of the phase that runs, and when the last one did. */
  pulses: ById<SeatId, Pulse>;
  pulsedAt?: Instant;
}

export type PollsFact =
  | { type: 'poll-prepared'; pollId: PollId; poll: Poll; by: SeatId }
  | { type: 'poll-dropped'; pollId: PollId }
  | { type: 'poll-opened'; pollId: PollId; phaseId?: PhaseId }
  | { type: 'poll-closed'; pollId: PollId; shown: boolean }
  | { type: 'poll-shown'; pollId: PollId; shown: boolean }
  | { type: 'voted'; pollId: PollId; by: SeatId; vote?: Vote }
  | { type: 'pulse-given'; by: SeatId; pulse?: Pulse; at: Instant };
