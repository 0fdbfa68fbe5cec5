import type { Instant, PhaseId, PrepAnswer, QuestionId, RoomId, SeatId, TurnId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** What one person has prepared. There is none before they opened their page. */
export interface Preparation {
  answers: ById<QuestionId, PrepAnswer>;
  /** When an answer was last given or taken away. */
  savedAt?: Instant;
  ready: boolean;
  /** The people at the own table may read the answers at any time. */
  shared: boolean;
}

/** Where and in which turn somebody shows their answers; in the plenary without one. */
export type Showing = { at: 'plenary'; turnId?: undefined } | { at: RoomId; turnId: TurnId };

export interface Prep {
  people: ById<SeatId, Preparation>;
  shown: ById<SeatId, Showing>;
}

export type PrepFact =
  | { type: 'preparation-opened'; by: SeatId; at: Instant }
  /** Without an answer: it was taken away. */
  | { type: 'question-answered'; by: SeatId; questionId: QuestionId; answer?: PrepAnswer; at: Instant }
  | { type: 'ready-set'; by: SeatId; ready: boolean; at: Instant }
  | { type: 'answers-shared'; by: SeatId; shared: boolean }
  | { type: 'answers-shown'; by: SeatId; phaseId: PhaseId; turn?: { roomId: RoomId; turnId: TurnId } }
  | { type: 'answers-hidden'; by: SeatId };
