import type { SeatId } from '@werkraum/protocol';
import type { PollsFact } from './polls.ts';

/**
 * A fact about polls without what this person wrote: words they answered, and the text of polls they put. What they chose
 * among given options stays counted, under an id without a name.
 */
export function erasePolls(fact: PollsFact, seatId: SeatId): PollsFact {
  if (fact.type === 'voted' && fact.by === seatId && fact.vote?.kind === 'words') {
    return { type: 'voted', pollId: fact.pollId, by: seatId };
  }
  if (fact.type !== 'poll-prepared' || fact.by !== seatId) return fact;
  const { poll } = fact;
  const { question: _question, ...rest } = poll;
  const bare = 'labels' in rest ? { ...rest, labels: {} } : rest;
  const options = 'options' in poll ? { options: poll.options.map((_, at) => `– ${at + 1}`) } : {};
  return { ...fact, poll: { ...bare, ...options, question: '–' } as typeof poll };
}
