import type { PollId, PollResults, SeatId, Vote } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';
import type { PollState, Polls } from './polls.ts';

/** An anonymous poll says nothing below this many votes [PO-4]. */
const FEWEST_VOTES = 5;

/** What came of a poll. Of an anonymous one nothing but totals, and below five votes nothing but that there are too few. */
export function resultsOf(pollId: PollId, { poll }: PollState, all: Polls['votes']): PollResults {
  const cast = votesFor(pollId, all);
  const votes = cast.map(([, vote]) => vote);
  if (poll.anonymous && votes.length < FEWEST_VOTES) return { votes: votes.length };
  return {
    votes: votes.length,
    ...(poll.kind === 'words' ? { words: namedWords(votes) } : { counts: countsOf(poll, votes) }),
    ...(!poll.anonymous && { byPerson: Object.fromEntries(cast) }),
  };
}

/** How many have voted. */
export const votedIn = (pollId: PollId, all: Polls['votes']): number => votesFor(pollId, all).length;

const votesFor = (pollId: PollId, all: ById<SeatId, ById<PollId, Vote>>): (readonly [SeatId, Vote])[] =>
  entries(all).flatMap(([seatId, votes]) => {
    const vote = votes[pollId];
    return vote ? [[seatId, vote] as const] : [];
  });

function countsOf(poll: Exclude<PollState['poll'], { kind: 'words' }>, votes: readonly Vote[]): number[] {
  const places = poll.kind === 'scale' ? poll.to - poll.from + 1 : poll.options.length;
  const from = poll.kind === 'scale' ? poll.from : 0;
  const counts = Array.from({ length: places }, () => 0);
  const add = (place: number, count: number) => {
    counts[place] = (counts[place] ?? 0) + count;
  };
  for (const vote of votes) {
    if (vote.kind === 'single') add(vote.option, 1);
    if (vote.kind === 'scale') add(vote.value - from, 1);
    if (vote.kind === 'multiple') for (const option of vote.options) add(option, 1);
    if (vote.kind === 'dots') vote.dots.forEach((dots, option) => void add(option, dots));
  }
  return counts;
}

// The same word in another case is the same word; it is shown as it was written most often, and no order tells who came first.
function namedWords(votes: readonly Vote[]): { word: string; count: number }[] {
  const groups = new Map<string, string[]>();
  for (const vote of votes) {
    if (vote.kind !== 'words') continue;
    // Somebody who names a word twice names it once, as they wrote it first.
    const own = new Map(vote.words.toReversed().map((word) => [folded(word), word]));
    for (const [key, word] of own) groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()]
    .map((spellings) => ({ word: mostOften(spellings), count: spellings.length }))
    .sort((one, other) => other.count - one.count || compare(one.word, other.word));
}

const folded = (word: string): string => word.toLowerCase().replace(/\s+/g, ' ');
const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function mostOften(spellings: readonly string[]): string {
  const count = (word: string) => spellings.filter((each) => each === word).length;
  return spellings.toSorted((one, other) => count(other) - count(one) || compare(one, other))[0] ?? '';
}
