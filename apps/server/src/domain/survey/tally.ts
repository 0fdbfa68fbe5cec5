import {
  LEAST_ANSWERS,
  type QuestionId,
  type SurveyAnswer,
  type SurveyAnswers,
  type SurveyQuestion,
  type SurveyResult,
  type SurveyResults,
} from '@werkraum/protocol';
import { type ById, entries, withEntry } from '../records.ts';

/** What came back to one question: how many chose each figure or option, or what was written, in alphabetical order. */
export type QuestionTally = { answered: number; counts: readonly number[] } | { texts: readonly string[] };

/**
 * All that is ever kept of what people answered [SU-11]. There is no row per person, and the tally of the same ballots is
 * the same in whatever order they came.
 */
export interface Tally {
  ballots: number;
  questions: ById<QuestionId, QuestionTally>;
}

export const emptyTally: Tally = { ballots: 0, questions: {} };

/** The tally with one more ballot; undefined when the answers do not fit the questions, or there are none. */
export function withBallot(
  tally: Tally,
  questions: readonly SurveyQuestion[],
  answers: SurveyAnswers,
): Tally | undefined {
  const answered = entries(answers);
  if (answered.length === 0) return undefined;
  let counted = tally.questions;
  for (const [id, answer] of answered) {
    const question = questions.find((one) => one.id === id);
    const next = question && withAnswer(question, counted[id], answer);
    if (!next) return undefined;
    counted = withEntry(counted, id, next);
  }
  return { ballots: tally.ballots + 1, questions: counted };
}

function withAnswer(
  question: SurveyQuestion,
  before: QuestionTally | undefined,
  answer: SurveyAnswer,
): QuestionTally | undefined {
  if (question.kind === 'text') {
    if (typeof answer !== 'string') return undefined;
    const texts = before && 'texts' in before ? before.texts : [];
    return { texts: [...texts, answer].sort() };
  }
  const chosen = chosenIn(question, answer);
  if (!chosen) return undefined;
  const held = before && 'counts' in before ? before : { answered: 0, counts: choices(question).map(() => 0) };
  return {
    answered: held.answered + 1,
    counts: held.counts.map((count, index) => (chosen.has(index) ? count + 1 : count)),
  };
}

type Countable = Exclude<SurveyQuestion, { kind: 'text' }>;

/** The figures or options one can choose from. */
const choices = (question: Countable): readonly unknown[] =>
  question.kind === 'scale' ? Array.from({ length: question.to - question.from + 1 }) : question.options;

/** Which of the choices an answer means, by place; undefined when it means none. */
function chosenIn(question: Countable, answer: SurveyAnswer): ReadonlySet<number> | undefined {
  const wanted = question.kind === 'multiple' ? answer : [answer];
  if (!Array.isArray(wanted)) return undefined;
  const from = question.kind === 'scale' ? question.from : 0;
  const chosen = new Set(wanted.map((one) => (typeof one === 'number' ? one - from : -1)));
  const isWithin = (index: number) => index >= 0 && index < choices(question).length;
  return chosen.size === wanted.length && [...chosen].every(isWithin) ? chosen : undefined;
}

/**
 * What may be shown of a tally; undefined with fewer than five ballots [SU-12]. `shuffle` puts texts in an order that says
 * nothing, another one each time.
 */
export function resultsOf(
  title: string,
  questions: readonly SurveyQuestion[],
  tally: Tally,
  shuffle: (texts: readonly string[]) => string[],
): SurveyResults | undefined {
  if (tally.ballots < LEAST_ANSWERS) return undefined;
  const results = questions.map((question) => resultOf(question, tally.questions[question.id], shuffle));
  return { title, answers: tally.ballots, questions: results };
}

function resultOf(
  question: SurveyQuestion,
  tally: QuestionTally | undefined,
  shuffle: (texts: readonly string[]) => string[],
): SurveyResult {
  const { id, prompt } = question;
  if (question.kind === 'text') {
    const texts = tally && 'texts' in tally ? tally.texts : [];
    return { id, prompt, kind: 'text', texts: shuffle(texts) };
  }
  const enough = tally && 'counts' in tally && tally.answered >= LEAST_ANSWERS ? tally : undefined;
  const figures = enough && { answered: enough.answered, counts: [...enough.counts] };
  if (question.kind === 'scale') {
    const { from, to, labels } = question;
    return { id, prompt, kind: 'scale', from, to, ...(labels && { labels }), ...figures };
  }
  return { id, prompt, kind: question.kind, options: [...question.options], ...figures };
}
