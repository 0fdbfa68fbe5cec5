import type { SurveyAnswer, SurveyQuestion, SurveyResult } from '@werkraum/protocol';
import { figuresOf } from '../../ui/figures-of.ts';
import type { SurveyAt, SurveyReady } from './survey-desk.ts';

/** What somebody who is asked sees. */
export type Screen =
  | 'not-yet'
  | 'answering'
  | 'fetching'
  | 'sent'
  | 'taken'
  | 'impossible'
  | 'unreachable'
  | 'faulty'
  | 'over'
  | 'results';

/** Which screen somebody meets who does not facilitate. */
export function screenOf({ page, ballot, results }: SurveyReady): Screen {
  const { survey, may } = page;
  if (!survey || survey.state === 'opening') return 'not-yet';
  if (results) return 'results';
  if (ballot === 'sent') return 'sent';
  if (!may.answer) return 'over';
  if (ballot === 'held') return 'answering';
  return ballot === 'none' ? 'fetching' : ballot;
}

/** How many questions have an answer. */
export const answeredOf = ({ page, answers }: SurveyReady): { done: number; of: number } => {
  const questions = page.survey?.questions ?? [];
  return { done: questions.filter(({ id }) => isSaid(answers[id])).length, of: questions.length };
};

const isSaid = (answer: SurveyAnswer | undefined): boolean =>
  typeof answer === 'string' ? answer.trim() !== '' : answer !== undefined;

/** The list of chosen options with one more or one less, in their order. */
export function toggled(answer: SurveyAnswer | undefined, option: number): number[] {
  const chosen = Array.isArray(answer) ? answer : [];
  const next = chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option];
  return next.sort((a, b) => a - b);
}

export interface Bar {
  label: string;
  count: number;
  /** Of those who answered the question, whole. */
  percent: number;
  /** Of the longest bar, 0 to 1. */
  length: number;
}

/** The bars of a question; undefined where too few answered it, or it asked for words. */
export function barsOf(result: SurveyResult): Bar[] | undefined {
  if (result.kind === 'text') return undefined;
  const { counts, answered } = result;
  if (!counts || answered === undefined) return undefined;
  const labels = result.kind === 'scale' ? figuresOf(result).map(String) : result.options;
  const most = Math.max(1, ...counts);
  return counts.map((count, index) => ({
    label: labels[index] ?? '',
    count,
    percent: Math.round((100 * count) / Math.max(1, answered)),
    length: count / most,
  }));
}

/** The mean of a scale, to one digit; undefined elsewhere. */
export function meanOf(result: SurveyResult): number | undefined {
  if (result.kind !== 'scale' || !result.counts || !result.answered) return undefined;
  const sum = result.counts.reduce((all, count, index) => all + count * (result.from + index), 0);
  return Math.round((10 * sum) / result.answered) / 10;
}

/** A question of another kind with the same words. */
export function asKind(question: SurveyQuestion, kind: SurveyQuestion['kind']): SurveyQuestion {
  const { id, prompt } = question;
  const options = 'options' in question ? question.options : ['', ''];
  if (kind === 'scale') return { id, prompt, kind, from: 1, to: 5 };
  return kind === 'text' ? { id, prompt, kind } : { id, prompt, kind, options };
}

/** The questions without what is empty in them; undefined while one of them cannot be asked. */
export function askable(questions: readonly SurveyQuestion[]): SurveyQuestion[] | undefined {
  const tidy = questions.map((question) => {
    const prompt = question.prompt.trim();
    if (!('options' in question)) return { ...question, prompt };
    return { ...question, prompt, options: question.options.map((one) => one.trim()).filter(Boolean) };
  });
  const isAskable = (one: SurveyQuestion) => one.prompt !== '' && (!('options' in one) || one.options.length > 1);
  return tidy.every(isAskable) ? tidy : undefined;
}

/**
 * How often an open page looks whether the survey has moved on, in milliseconds: while the server makes its key or
 * counts, that takes a moment only and somebody waits for it.
 */
export function lookEveryMs(state: SurveyAt): number {
  const at = state.at === 'ready' ? state.page.survey?.state : undefined;
  return at === 'opening' || at === 'counting' ? 1_500 : 30_000;
}
