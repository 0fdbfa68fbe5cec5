import type {
  ClosePoll,
  Command,
  FacilitatorsView,
  OpenPoll,
  PollId,
  PollView,
  SeatView,
  SessionView,
  Vote,
} from '@werkraum/protocol';

/** A poll as one person can answer it now. */
export interface BallotModel {
  pollId: PollId;
  poll: PollView['poll'];
  /** How many have answered. */
  voted: number;
  /** What the viewer answered so far. */
  own: Vote | undefined;
}

/** The poll that is open and can be answered; undefined when there is none. */
export function ballot({ polls = {} }: SessionView, you: SeatView): BallotModel | undefined {
  const [id, view] = Object.entries(polls).find(([, { state }]) => state === 'open') ?? [];
  if (!id || !view || !you.may.includes('cast-vote')) return undefined;
  return { pollId: id as PollId, poll: view.poll, voted: view.voted ?? 0, own: you.polls?.votes[id] };
}

/** Whether a poll waits for this person's answer. */
export const isAsked = (session: SessionView, you: SeatView): boolean => {
  const asked = ballot(session, you);
  return asked !== undefined && asked.own === undefined;
};

export interface PollLine extends PollView {
  pollId: PollId;
}

/** Polls that are closed and whose results may be seen, the newest first. */
export const closedPolls = (polls: Readonly<Record<string, PollView>> = {}): readonly PollLine[] =>
  listed(polls, 'closed').toReversed();

/** Polls that were prepared and not opened yet, in the order in which they were made. */
export const preparedPolls = ({ polls = {} }: FacilitatorsView): readonly PollLine[] => listed(polls, 'prepared');

const listed = (polls: Readonly<Record<string, PollView>>, wanted: PollView['state']): PollLine[] =>
  Object.entries(polls)
    .filter(([, { state }]) => state === wanted)
    .map(([id, view]) => ({ ...view, pollId: id as PollId }))
    .sort((one, other) => one.number - other.number);

export interface PollActions {
  open: OpenPoll | undefined;
  close: ClosePoll | undefined;
  closeQuietly: ClosePoll | undefined;
  show: Command | undefined;
  drop: Command | undefined;
}

/** What a facilitator can do with a poll now. `another`: some other poll is open. */
export function pollActions({ pollId, state, shown }: PollLine, you: SeatView, another: boolean): PollActions {
  const may = (type: Command['type']) => you.may.includes(type);
  const closing = state === 'open' && may('close-poll');
  return {
    open: state === 'prepared' && !another && may('open-poll') ? { type: 'open-poll', pollId } : undefined,
    close: closing ? { type: 'close-poll', pollId, show: true } : undefined,
    closeQuietly: closing ? { type: 'close-poll', pollId, show: false } : undefined,
    show: state === 'closed' && may('show-poll') ? { type: 'show-poll', pollId, shown: !shown } : undefined,
    drop: may('drop-poll') ? { type: 'drop-poll', pollId } : undefined,
  };
}

/** One line of a chart. */
export interface Bar {
  label: string;
  count: number;
  /** Between 0 and 1: of all votes, or of the longest bar where shares say nothing. */
  length: number;
  /** Of all votes, in whole percent; undefined where that says nothing (dots, words). */
  percent: number | undefined;
  /** Names of those who chose it, of a poll with names. */
  who: readonly string[];
}

/** What came of a poll, as bars; undefined when there were too few votes to say. */
export function bars({ poll, results }: PollView, people: SessionView['people']): readonly Bar[] | undefined {
  if (!results) return undefined;
  const names = whoChose(results.byPerson ?? {}, people);
  const rows =
    results.words?.map(({ word, count }) => ({ label: word, count, who: names((vote) => saidWord(vote, word)) })) ??
    results.counts?.map((count, at) => ({
      label: labelOf(poll, at),
      count,
      who: names((vote) => chose(poll, vote, at)),
    }));
  if (!rows) return undefined;
  const share = poll.kind !== 'dots' && poll.kind !== 'words' && results.votes > 0;
  const whole = share ? results.votes : Math.max(1, ...rows.map(({ count }) => count));
  return rows.map(({ label, count, who }) => ({
    ...{ label, count, who, length: count / whole },
    percent: share ? Math.round((100 * count) / results.votes) : undefined,
  }));
}

/** The mean of a scale, to one decimal; undefined for every other kind and without votes. */
export function meanOf({ poll, results }: PollView): number | undefined {
  if (poll.kind !== 'scale' || !results?.counts || results.votes === 0) return undefined;
  const sum = results.counts.reduce((soFar, count, at) => soFar + count * (poll.from + at), 0);
  return Math.round((10 * sum) / results.votes) / 10;
}

function labelOf(poll: PollView['poll'], at: number): string {
  if (poll.kind === 'words') return '';
  if (poll.kind !== 'scale') return poll.options[at] ?? '';
  const figure = poll.from + at;
  const meaning = figure === poll.from ? poll.labels?.from : figure === poll.to ? poll.labels?.to : undefined;
  return meaning === undefined ? String(figure) : `${figure} · ${meaning}`;
}

const whoChose =
  (byPerson: Readonly<Record<string, Vote>>, people: SessionView['people']) =>
  (isChosen: (vote: Vote) => boolean): readonly string[] =>
    Object.entries(byPerson).flatMap(([seatId, vote]) => (isChosen(vote) ? (people[seatId]?.name ?? []) : []));

const saidWord = (vote: Vote, word: string): boolean =>
  vote.kind === 'words' && vote.words.some((each) => each.toLowerCase() === word.toLowerCase());

function chose(poll: PollView['poll'], vote: Vote, at: number): boolean {
  if (vote.kind === 'single') return vote.option === at;
  if (vote.kind === 'multiple') return vote.options.includes(at);
  if (vote.kind === 'dots') return (vote.dots[at] ?? 0) > 0;
  return vote.kind === 'scale' && poll.kind === 'scale' && vote.value === poll.from + at;
}
