import type { AskedView, FacilitatorsView, OwnQuestionsView, QuestionsView } from '@werkraum/protocol';
import { entries, ids } from '../records.ts';
import type { Session } from '../session.ts';
import type { OwnQuestions, Question, Questions } from './questions.ts';

/** What the views of questions are made from. */
export const questionsInputs = ({ asking: { asked, now } }: Session): Pick<Questions, 'asked' | 'now'> => ({
  ...{ asked, now },
});

/** The questions as everybody sees them; undefined while there is none. Who asked without a name stands in no view [QU-2]. */
export function questionsView({ asked, now }: ReturnType<typeof questionsInputs>): QuestionsView | undefined {
  const shown = entries(asked).filter(([, { hidden }]) => !hidden);
  if (shown.length === 0) return undefined;
  return {
    asked: Object.fromEntries(shown.map(([askedId, question]) => [askedId, askedView(question)])),
    ...(now && { now }),
  };
}

/** The questions that were taken from the list, for those who facilitate; undefined while there is none. */
export function hiddenQuestions({ asked }: ReturnType<typeof questionsInputs>): FacilitatorsView['hiddenQuestions'] {
  const hidden = entries(asked).filter(([, question]) => question.hidden);
  if (hidden.length === 0) return undefined;
  return Object.fromEntries(hidden.map(([askedId, question]) => [askedId, askedView(question)]));
}

function askedView({ number, text, votes, by, anonymous, phaseId, answeredAt }: Question): AskedView {
  return {
    ...{ number, text, votes },
    ...(!anonymous && { by }),
    ...(phaseId && { phaseId }),
    ...(answeredAt !== undefined && { answeredAt }),
  };
}

/** What one person asked and voted for; undefined when that is nothing. */
export function ownQuestionsView(own: OwnQuestions | undefined): OwnQuestionsView | undefined {
  if (!own || (ids(own.asked).length === 0 && ids(own.votes).length === 0)) return undefined;
  const asked = entries(own.asked).map(([id, { hidden, text }]) => [id, hidden ? { hidden: text } : {}] as const);
  return { asked: Object.fromEntries(asked), votes: { ...own.votes } as OwnQuestionsView['votes'] };
}
