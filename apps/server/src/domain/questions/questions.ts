import type { AskedId, Instant, PhaseId, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

export interface Question {
  /** Counts the questions of the session, from 1. */
  number: number;
  text: string;
  /** Known here also when nobody is told: who asked may withdraw, and erasure finds what they wrote. */
  by: SeatId;
  anonymous: boolean;
  /** The phase it was asked in. */
  phaseId?: PhaseId;
  votes: number;
  answeredAt?: Instant;
  hidden?: true;
}

/** What one person has to do with the questions. */
export interface OwnQuestions {
  asked: ById<AskedId, Question>;
  votes: ById<AskedId, true>;
}

export interface Questions {
  /** Withdrawn ones are not among them. */
  asked: ById<AskedId, Question>;
  /** By whom asked or voted. The questions in it are those of `asked`. */
  own: ById<SeatId, OwnQuestions>;
  /** The one on the stage. */
  now?: AskedId;
  /** How many have been asked, withdrawn ones included. */
  count: number;
}

export type QuestionsFact =
  | {
      type: 'question-asked';
      askedId: AskedId;
      text: string;
      by: SeatId;
      anonymous: boolean;
      phaseId?: PhaseId;
      at: Instant;
    }
  | { type: 'question-upvoted'; askedId: AskedId; seatId: SeatId }
  | { type: 'upvote-taken-back'; askedId: AskedId; seatId: SeatId }
  | { type: 'question-withdrawn'; askedId: AskedId }
  | { type: 'question-taken'; askedId: AskedId; by: SeatId; at: Instant }
  | { type: 'question-laid-aside'; askedId: AskedId; by: SeatId }
  | { type: 'question-marked-answered'; askedId: AskedId; by: SeatId; at: Instant }
  | { type: 'question-reopened'; askedId: AskedId; by: SeatId }
  | { type: 'question-hidden'; askedId: AskedId; by: SeatId }
  | { type: 'question-shown'; askedId: AskedId; by: SeatId };

export const nothingAsked: Questions = { asked: {}, own: {}, count: 0 };
