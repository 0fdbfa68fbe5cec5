import type { Instant, PhaseId, RoomId, SeatId, TurnId, TurnSettings, TurnState } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** The queue of a round of voices stands beside those of tables; no table can have this name. */
export const PLENARY = 'plenary' as RoomId;

export interface Turn {
  id: TurnId;
  seatId: SeatId;
  state: TurnState;
  /** Time granted altogether, once begun (extensions included). */
  slotMs?: number;
  /** Time spoken altogether: grace and pauses not counted. Also set while waiting, if the turn was postponed after it began. */
  usedMs?: number;
}

/** The clock of the turn of now. */
export interface RunningTurn {
  turnId: TurnId;
  /** The clock runs from here. */
  graceUntil: Instant;
  endsAt: Instant;
  pausedAt?: Instant;
  /** `phase`: paused together with the phase, and resumed with it. */
  pausedBy?: 'person' | 'phase';
}

/** What a turn was given when it began, in ms. */
export interface Start {
  turnId: TurnId;
  givenMs: number;
}

/** The input round of one table. */
export interface TurnQueue {
  roomId: RoomId;
  phaseId: PhaseId;
  settings: TurnSettings;
  order: readonly TurnId[];
  turns: ById<TurnId, Turn>;
  running?: RunningTurn;
  /** The turn that began last, and the one that began before it. */
  starts?: { last: Start; before?: Start };
  /** Set when the first turn starts. */
  inputsEndAt?: Instant;
  /** Input time does not run: `phase`: until the phase goes on; `closed`: the tables are closed. */
  inputsHeld?: { at: Instant; why: 'phase' | 'closed' };
}

/** Whether the tables of a round go together, and how many beats it has had (TU-31). */
export interface Pace {
  phaseId: PhaseId;
  together: boolean;
  beats: number;
}

export interface Turns {
  queues: ById<RoomId, TurnQueue>;
  /** When each speaker of now was last asked to come to an end (TU-28). */
  nudges: ById<SeatId, Instant>;
  /** Of the round in which it was last set. */
  pace?: Pace;
}

export type TurnsFact =
  | {
      type: 'turns-queued';
      roomId: RoomId;
      phaseId: PhaseId;
      settings: TurnSettings;
      turns: readonly { turnId: TurnId; seatId: SeatId }[];
    }
  | { type: 'turn-appended'; roomId: RoomId; turnId: TurnId; seatId: SeatId }
  /** Out of the queue without a trace: the person no longer sits here and has not spoken. */
  | { type: 'turn-dropped'; roomId: RoomId; turnId: TurnId }
  | { type: 'inputs-begun'; roomId: RoomId; endsAt: Instant }
  | { type: 'inputs-held'; roomId: RoomId; at: Instant; why: 'phase' | 'closed' }
  | { type: 'inputs-resumed'; roomId: RoomId; endsAt: Instant }
  | { type: 'turn-started'; roomId: RoomId; turnId: TurnId; graceUntil: Instant; endsAt: Instant; slotMs: number }
  | { type: 'turn-paused'; roomId: RoomId; turnId: TurnId; at: Instant; by: 'person' | 'phase' }
  | { type: 'turn-resumed'; roomId: RoomId; turnId: TurnId; graceUntil: Instant; endsAt: Instant }
  | { type: 'turn-extended'; roomId: RoomId; turnId: TurnId; endsAt: Instant; slotMs: number }
  | { type: 'turn-ended'; roomId: RoomId; turnId: TurnId; usedMs: number }
  | { type: 'turn-skipped'; roomId: RoomId; turnId: TurnId; usedMs?: number }
  | { type: 'turn-postponed'; roomId: RoomId; turnId: TurnId; usedMs?: number }
  | { type: 'turn-passed'; roomId: RoomId; turnId: TurnId; usedMs?: number }
  | { type: 'turn-absent'; roomId: RoomId; turnId: TurnId }
  | { type: 'turn-moved'; roomId: RoomId; turnId: TurnId; before?: TurnId }
  | { type: 'speaker-nudged'; roomId: RoomId; turnId: TurnId; at: Instant }
  | { type: 'voices-ended'; roomId: RoomId }
  | { type: 'pace-set'; phaseId: PhaseId; together: boolean }
  | { type: 'beat-started'; phaseId: PhaseId; beat: number; at: Instant };

/** What happened to one queue that was there before. */
export type QueueFact = Exclude<
  TurnsFact,
  { type: 'turns-queued' | 'voices-ended' | 'speaker-nudged' | 'pace-set' | 'beat-started' }
>;
