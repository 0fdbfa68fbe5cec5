import type { Instant, SeatId, SurveyQuestion, SurveyState } from '@werkraum/protocol';

/**
 * The survey as far as it is told by facts: what is asked, and where it stands. What was answered is no fact and stands
 * nowhere in the log (ADR 0028).
 */
export interface Survey {
  state: 'draft' | SurveyState;
  questions: readonly SurveyQuestion[];
  /** Rises with every change of the questions. */
  revision: number;
  /** The public key, base64url, once it is made. */
  key?: string;
  /** How many have answered, once it is counted and they are enough. */
  answers?: number;
}

export type SurveyFact =
  | { type: 'survey-set'; questions: readonly SurveyQuestion[]; revision: number; by: SeatId; at: Instant }
  | { type: 'survey-opened'; by: SeatId; at: Instant }
  | { type: 'survey-key-named'; key: string }
  | { type: 'survey-closed'; by: SeatId; at: Instant }
  /** `answers` is absent when they were too few to be shown. */
  | { type: 'survey-counted'; answers?: number }
  | { type: 'survey-results-published'; by: SeatId; at: Instant };
