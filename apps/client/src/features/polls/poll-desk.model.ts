import type { Poll, PollKind } from '@werkraum/protocol';

/** A poll in the making. */
export interface PollDraft {
  kind: PollKind;
  question: string;
  /** One option per line. */
  options: string;
  anonymous: boolean;
  /** Dots or words per person. */
  each: number;
  from: string;
  to: string;
}

export const POLL_KINDS: readonly PollKind[] = ['single', 'multiple', 'scale', 'dots', 'words'];
export const MOST_OPTIONS = 12;
export const MOST_QUESTION = 240;
const LONGEST_OPTION = 120;
const EACH: Readonly<Record<PollKind, number>> = { single: 1, multiple: 1, scale: 1, dots: 3, words: 3 };

export const newDraft: PollDraft = {
  ...{ kind: 'single', question: '', options: '', anonymous: true },
  ...{ each: EACH.single, from: '', to: '' },
};

/** The draft of another kind; what both kinds have stays. */
export const ofKind = (draft: PollDraft, kind: PollKind): PollDraft => ({ ...draft, kind, each: EACH[kind] });

/** The draft a prepared poll goes back into. */
export function draftFrom(poll: Poll): PollDraft {
  const labels = poll.kind === 'scale' ? poll.labels : undefined;
  const each = poll.kind === 'dots' ? poll.dots : poll.kind === 'words' ? poll.words : EACH[poll.kind];
  return {
    ...{ kind: poll.kind, question: poll.question, anonymous: poll.anonymous, each },
    options: 'options' in poll ? poll.options.join('\n') : '',
    ...{ from: labels?.from ?? '', to: labels?.to ?? '' },
  };
}

/** What a draft still lacks. */
export type DraftProblem = 'no-question' | 'too-few-options' | 'too-many-options' | 'option-too-long' | 'options-alike';

/** The poll a draft stands for, or what it still lacks. */
export function pollFrom(draft: PollDraft): { poll: Poll } | { problem: DraftProblem } {
  const { kind, anonymous, each } = draft;
  const question = draft.question.trim();
  if (question === '') return { problem: 'no-question' };
  const common = { question, anonymous };
  if (kind === 'words') return { poll: { ...common, kind, words: each } };
  if (kind === 'scale') return { poll: { ...common, kind, from: 1, to: 5, ...labelsOf(draft) } };
  const options = draft.options
    .split('\n')
    .map((option) => option.trim())
    .filter((option) => option !== '');
  if (options.length < 2) return { problem: 'too-few-options' };
  if (options.length > MOST_OPTIONS) return { problem: 'too-many-options' };
  if (options.some((option) => option.length > LONGEST_OPTION)) return { problem: 'option-too-long' };
  if (new Set(options).size < options.length) return { problem: 'options-alike' };
  return { poll: kind === 'dots' ? { ...common, kind, options, dots: each } : { ...common, kind, options } };
}

function labelsOf({ from, to }: PollDraft) {
  const [low, high] = [from.trim(), to.trim()];
  return low || high ? { labels: { ...(low && { from: low }), ...(high && { to: high }) } } : {};
}
