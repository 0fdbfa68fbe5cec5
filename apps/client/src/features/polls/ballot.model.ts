import type { Poll, Vote } from '@werkraum/protocol';

/** An answer in the making; it may be none yet, or not fit yet. */
export interface BallotDraft {
  chosen: readonly number[];
  dots: readonly number[];
  words: readonly string[];
}

/** Where a ballot begins: with the answer given before, or with nothing. */
export function draftOf(poll: Poll, own: Vote | undefined): BallotDraft {
  const options = 'options' in poll ? poll.options.length : 0;
  const spaces = poll.kind === 'words' ? poll.words : 0;
  const words = own?.kind === 'words' ? own.words : [];
  return {
    chosen: chosenIn(own),
    dots: own?.kind === 'dots' ? own.dots : Array.from({ length: options }, () => 0),
    words: Array.from({ length: spaces }, (_, at) => words[at] ?? ''),
  };
}

function chosenIn(own: Vote | undefined): readonly number[] {
  if (own?.kind === 'single') return [own.option];
  if (own?.kind === 'scale') return [own.value];
  return own?.kind === 'multiple' ? own.options : [];
}

/** The vote a draft stands for; undefined while nothing is chosen. */
export function voteOf(poll: Poll, { chosen, dots, words }: BallotDraft): Vote | undefined {
  const [first] = chosen;
  if (poll.kind === 'single') return first === undefined ? undefined : { kind: 'single', option: first };
  if (poll.kind === 'scale') return first === undefined ? undefined : { kind: 'scale', value: first };
  if (poll.kind === 'multiple') {
    return chosen.length === 0 ? undefined : { kind: 'multiple', options: chosen.toSorted((a, b) => a - b) };
  }
  if (poll.kind === 'dots') return dots.every((each) => each === 0) ? undefined : { kind: 'dots', dots: [...dots] };
  const said = words.map((word) => word.trim().replace(/\s+/g, ' ')).filter((word) => word !== '');
  return said.length === 0 ? undefined : { kind: 'words', words: said };
}

/** How many dots are still to be spread. */
export const dotsLeft = (poll: Poll, { dots }: BallotDraft): number =>
  poll.kind === 'dots' ? poll.dots - dots.reduce((sum, each) => sum + each, 0) : 0;

/** The draft with a dot more or less on an option, as far as there are dots. */
export function withDot(poll: Poll, draft: BallotDraft, at: number, by: 1 | -1): BallotDraft {
  const now = draft.dots[at] ?? 0;
  if (by > 0 ? dotsLeft(poll, draft) === 0 : now === 0) return draft;
  return { ...draft, dots: draft.dots.with(at, now + by) };
}

/** The draft with an option chosen, or no longer; where one excludes the others, only that one. */
export function withChoice(poll: Poll, draft: BallotDraft, option: number): BallotDraft {
  if (poll.kind !== 'multiple') return { ...draft, chosen: [option] };
  const others = draft.chosen.filter((each) => each !== option);
  return { ...draft, chosen: others.length < draft.chosen.length ? others : [...others, option] };
}
