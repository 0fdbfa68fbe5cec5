import type { SeatId } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { Turns } from '../turns/turns.ts';
import type { Prep, Preparation, PrepFact, Showing } from './prep.ts';

export const nothingPrepared: Prep = { people: {}, shown: {} };

const NEW: Preparation = { answers: {}, ready: false, shared: false };

/** Folds one fact about what people prepared. */
export function evolvePrep(prep: Prep, fact: PrepFact): Prep {
  switch (fact.type) {
    case 'preparation-opened':
      return change(prep, fact.by, {});
    case 'question-answered':
      return change(prep, fact.by, { answers: answersAfter(prep, fact), savedAt: fact.at });
    case 'ready-set':
      return change(prep, fact.by, { ready: fact.ready });
    case 'answers-shared':
      return change(prep, fact.by, { shared: fact.shared });
    case 'answers-shown':
      return { ...prep, shown: withEntry(prep.shown, fact.by, showingOf(fact)) };
    case 'answers-hidden':
      return withoutShown(prep, fact.by);
    default:
      return assertNever(fact);
  }
}

/** Somebody has left, or lost the word: what they showed is gone [PR-10]. */
export function withoutShown(prep: Prep, seatId: SeatId): Prep {
  const shown = without(prep.shown, seatId);
  return shown === prep.shown ? prep : { ...prep, shown };
}

/** The word in the plenary is over. What is shown at a table stays. */
export const withoutWord = (prep: Prep, seatId: SeatId): Prep =>
  prep.shown[seatId]?.at === 'plenary' ? withoutShown(prep, seatId) : prep;

/** A phase begins or ends: nothing that was shown before stays [PR-10]. */
export const clearShown = (prep: Prep): Prep => (entries(prep.shown).length === 0 ? prep : { ...prep, shown: {} });

/** What was shown in a turn that runs no longer is gone [PR-10]. */
export function withTurns(prep: Prep, { queues }: Turns): Prep {
  const over = entries(prep.shown).filter(
    ([, showing]) => showing.at !== 'plenary' && queues[showing.at]?.running?.turnId !== showing.turnId,
  );
  return over.reduce((soFar, [seatId]) => withoutShown(soFar, seatId), prep);
}

const change = (prep: Prep, seatId: SeatId, to: Partial<Preparation>): Prep => ({
  ...prep,
  people: withEntry(prep.people, seatId, { ...(prep.people[seatId] ?? NEW), ...to }),
});

type Answered = Extract<PrepFact, { type: 'question-answered' }>;

function answersAfter({ people }: Prep, { by, questionId, answer }: Answered): Preparation['answers'] {
  const { answers } = people[by] ?? NEW;
  return answer ? withEntry(answers, questionId, answer) : without(answers, questionId);
}

const showingOf = ({ turn }: Extract<PrepFact, { type: 'answers-shown' }>): Showing =>
  turn ? { at: turn.roomId, turnId: turn.turnId } : { at: 'plenary' };
