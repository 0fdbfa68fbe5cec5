import type { SeatId } from '@werkraum/protocol';
import type { QuestionsFact } from './questions.ts';

/** The fact without what this person asked: their questions are gone as if they had withdrawn them; votes are numbers only. */
export function eraseQuestions(fact: QuestionsFact, seatId: SeatId): QuestionsFact {
  return fact.type === 'question-asked' && fact.by === seatId ? { ...fact, text: '' } : fact;
}
