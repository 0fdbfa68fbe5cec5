import type { CommandType, Instant, PhaseId, RoomId, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** Private notes as somebody left them; what the plan brought along stands in the plan. */
export interface Notes {
  text: string;
  /** Counts the changes, from 1. */
  revision: number;
  by: SeatId;
  at: Instant;
}

/** Something a facilitator did, told to the others. */
export interface Doing {
  /** Counts all doings of the session, from 1. */
  number: number;
  by: SeatId;
  at: Instant;
  command: CommandType;
  about: About;
}

/** What a doing was about, as far as it can be named. */
export interface About {
  phaseId?: PhaseId;
  roomId?: RoomId;
  seatId?: SeatId;
  byMs?: number;
}

/** What only facilitators know of each other and of their plan. */
export interface Facilitating {
  notes: ById<PhaseId, Notes>;
  /** The last few, oldest first. */
  doings: readonly Doing[];
}

export type FacilitatingFact =
  | { type: 'notes-set'; phaseId: PhaseId; text: string; revision: number; by: SeatId; at: Instant }
  | { type: 'doing-noted'; by: SeatId; at: Instant; command: CommandType; about: About };
