import type { Instant, OwnVotes, PollId, PollView, Pulse, PulseView, Vote } from '@werkraum/protocol';
import { type ById, entries, ids, values } from '../records.ts';
import type { Session } from '../session.ts';
import type { PollState, Polls } from './polls.ts';
import { resultsOf, votedIn } from './results.ts';

/** What the views of polls are made from. */
export const pollsInputs = ({ polls: { items, votes } }: Session): PollsInputs => ({ items, votes });
type PollsInputs = Pick<Polls, 'items' | 'votes'>;

type Views = Record<string, PollView>;

/** Polls as everybody sees them: the open one, and results that are shown; undefined while there is none [PO-5]. */
export const pollsView = (inputs: PollsInputs): Views | undefined =>
  viewsOf(inputs, ({ state, shown }) => state === 'open' || shown);

/** All polls, for facilitators: also those that are prepared and those whose results nobody else sees. */
export const allPollsView = (inputs: PollsInputs): Views | undefined => viewsOf(inputs, () => true);

function viewsOf({ items, votes }: PollsInputs, isSeen: (item: PollState) => boolean): Views | undefined {
  const seen = entries(items).filter(([, item]) => isSeen(item));
  if (seen.length === 0) return undefined;
  return Object.fromEntries(seen.map(([pollId, item]) => [pollId, pollView(pollId, item, votes)]));
}

const pollView = (pollId: PollId, item: PollState, votes: Polls['votes']): PollView => ({
  ...item,
  ...(item.state === 'open' && { voted: votedIn(pollId, votes) }),
  ...(item.state === 'closed' && { results: resultsOf(pollId, item, votes) }),
});

/** What the view of the pace is made from. */
export const pulseInputs = ({ polls: { pulses, pulsedAt } }: Session): PulseInputs => ({ pulses, pulsedAt });
interface PulseInputs {
  readonly pulses: Polls['pulses'];
  readonly pulsedAt: Instant | undefined;
}

/** How many said what of the pace; undefined while nobody has. */
export function pulseView({ pulses, pulsedAt }: PulseInputs): PulseView | undefined {
  if (pulsedAt === undefined) return undefined;
  const said = values(pulses);
  const count = (wanted: string) => said.filter((pulse) => pulse === wanted).length;
  return { slower: count('slower'), good: count('good'), faster: count('faster'), at: pulsedAt };
}

/** What one person answered themselves; undefined while they have said nothing. */
export function ownVotes(votes: ById<PollId, Vote> = {}, pulse: Pulse | undefined = undefined): OwnVotes | undefined {
  if (ids(votes).length === 0 && pulse === undefined) return undefined;
  return { votes: votes as Record<string, Vote>, ...(pulse && { pulse }) };
}
