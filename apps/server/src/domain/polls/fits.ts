import type { Poll, Vote } from '@werkraum/protocol';

/** Whether a vote answers this poll: of its kind, about options it has, with no more dots or words than there are [PO-3]. */
export function fits(poll: Poll, vote: Vote): boolean {
  if (vote.kind === 'single') return poll.kind === 'single' && vote.option < poll.options.length;
  if (vote.kind === 'multiple') return poll.kind === 'multiple' && areOptions(vote.options, poll.options.length);
  if (vote.kind === 'scale') return poll.kind === 'scale' && vote.value >= poll.from && vote.value <= poll.to;
  if (vote.kind === 'words') return poll.kind === 'words' && vote.words.length <= poll.words;
  if (poll.kind !== 'dots') return false;
  const spent = vote.dots.reduce((sum, dots) => sum + dots, 0);
  return vote.dots.length === poll.options.length && spent >= 1 && spent <= poll.dots;
}

const areOptions = (chosen: readonly number[], options: number): boolean =>
  new Set(chosen).size === chosen.length && chosen.every((option) => option < options);

/** Whether two votes, or no vote at all, say the same. Votes are plain JSON whose keys come in one order from the wire. */
export const sameVote = (one: Vote | undefined, other: Vote | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
