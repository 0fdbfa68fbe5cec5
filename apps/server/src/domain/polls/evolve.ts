import type { PollId } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { PollState, Polls, PollsFact } from './polls.ts';

export const noPolls: Polls = { items: {}, count: 0, votes: {}, pulses: {} };

/** Folds one fact about polls. */
export function evolvePolls(polls: Polls, fact: PollsFact): Polls {
  switch (fact.type) {
    case 'poll-prepared': {
      const number = polls.items[fact.pollId]?.number ?? polls.count + 1;
      const item: PollState = { number, poll: fact.poll, state: 'prepared', shown: false };
      return { ...polls, items: withEntry(polls.items, fact.pollId, item), count: Math.max(polls.count, number) };
    }
    case 'poll-dropped':
      return dropped(polls, fact.pollId);
    case 'poll-opened': {
      const { pollId, phaseId } = fact;
      return { ...changed(polls, pollId, { state: 'open', ...(phaseId && { phaseId }) }), open: pollId };
    }
    case 'poll-closed': {
      const { open: _open, ...rest } = polls;
      return changed(rest, fact.pollId, { state: 'closed', shown: fact.shown });
    }
    case 'poll-shown':
      return changed(polls, fact.pollId, { shown: fact.shown });
    case 'voted': {
      const { by, pollId, vote } = fact;
      const own = polls.votes[by] ?? {};
      const votes = vote ? withEntry(own, pollId, vote) : without(own, pollId);
      return { ...polls, votes: withEntry(polls.votes, by, votes) };
    }
    case 'pulse-given': {
      const { by, pulse, at } = fact;
      const pulses = pulse ? withEntry(polls.pulses, by, pulse) : without(polls.pulses, by);
      return { ...polls, pulses, pulsedAt: at };
    }
    default:
      return assertNever(fact);
  }
}

/** What people said of the pace is about the phase it was said in [PO-7]. */
export function withoutPulses(polls: Polls): Polls {
  const { pulsedAt, ...rest } = polls;
  return pulsedAt === undefined ? polls : { ...rest, pulses: {} };
}

function changed(polls: Polls, pollId: PollId, change: Partial<PollState>): Polls {
  const item = polls.items[pollId];
  if (!item) throw new Error(`a change to ${pollId}, which is no poll`);
  return { ...polls, items: withEntry(polls.items, pollId, { ...item, ...change }) };
}

function dropped({ open, ...polls }: Polls, pollId: PollId): Polls {
  return {
    ...polls,
    ...(open && open !== pollId && { open }),
    items: without(polls.items, pollId),
    votes: Object.fromEntries(entries(polls.votes).map(([seatId, votes]) => [seatId, without(votes, pollId)])),
  };
}
