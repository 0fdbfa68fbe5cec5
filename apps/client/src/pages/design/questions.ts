import type { PrepQuestion, QuestionId } from '@werkraum/protocol';

/** The most questions a workshop asks. */
export const MAX_QUESTIONS = 12;

export const QUESTION_KINDS = ['text', 'choice', 'scale'] as const satisfies readonly PrepQuestion['kind'][];

/** A question to be written, with an id none of the others has. */
export function newQuestion(others: readonly PrepQuestion[]): PrepQuestion {
  const taken = new Set<string>(others.map(({ id }) => id));
  let number = 1;
  while (taken.has(`question-${number}`)) number += 1;
  return { id: `question-${number}` as QuestionId, kind: 'text', prompt: '' };
}

/** The same question, to be answered in another way. */
export function asQuestion(question: PrepQuestion, kind: PrepQuestion['kind']): PrepQuestion {
  if (question.kind === kind) return question;
  const { id, prompt } = question;
  if (kind === 'text') return { id, prompt, kind };
  return kind === 'choice' ? { id, prompt, kind, options: [] } : { id, prompt, kind, from: 1, to: 5 };
}
