import { z } from 'zod';
import { Instant, PhaseId, PollId } from './ids.ts';
import { line, prose } from './text.ts';

const options = z.array(line(120)).min(2).max(12);
const common = {
  question: prose(240).min(1),
  /** Nobody in the workshop ever receives who voted what, and totals only from five votes on. Fixed when it is made. */
  anonymous: z.boolean(),
};

/** A poll as it is put to people. */
export const Poll = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('single'), options }),
  /** As many options as one likes. */
  z.strictObject({ ...common, kind: z.literal('multiple'), options }),
  z.strictObject({
    ...common,
    kind: z.literal('scale'),
    from: z.int().min(0).max(1),
    to: z.int().min(2).max(10),
    /** What the two ends mean. */
    labels: z.strictObject({ from: line(60).optional(), to: line(60).optional() }).optional(),
  }),
  /** Everybody has this many dots to spread over the options. */
  z.strictObject({ ...common, kind: z.literal('dots'), options, dots: z.int().min(1).max(10) }),
  /** Everybody names up to this many words or short phrases. */
  z.strictObject({ ...common, kind: z.literal('words'), words: z.int().min(1).max(5) }),
]);
export type Poll = z.infer<typeof Poll>;
export type PollKind = Poll['kind'];

const index = z.int().min(0).max(11);

/** What one person answers. Which kind fits is said by the poll. */
export const Vote = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), option: index }),
  z.strictObject({ kind: z.literal('multiple'), options: z.array(index).min(1).max(12) }),
  z.strictObject({ kind: z.literal('scale'), value: z.int().min(0).max(10) }),
  /** Dots per option, in the order of the options. */
  z.strictObject({ kind: z.literal('dots'), dots: z.array(z.int().min(0).max(10)).min(2).max(12) }),
  z.strictObject({ kind: z.literal('words'), words: z.array(line(40)).min(1).max(5) }),
]);
export type Vote = z.infer<typeof Vote>;

/** Makes a poll that is opened later, or replaces one that was not opened yet. The sender made the id. */
export const PreparePoll = z.strictObject({ type: z.literal('prepare-poll'), pollId: PollId, poll: Poll });
export type PreparePoll = z.infer<typeof PreparePoll>;

/** Removes a poll; one that ran is gone with its votes. */
export const DropPoll = z.strictObject({ type: z.literal('drop-poll'), pollId: PollId });
export type DropPoll = z.infer<typeof DropPoll>;

/** Puts a prepared poll to everybody. One is open at a time. */
export const OpenPoll = z.strictObject({ type: z.literal('open-poll'), pollId: PollId });
export type OpenPoll = z.infer<typeof OpenPoll>;

/** Ends the voting; with `show`, everybody sees what came of it. */
export const ClosePoll = z.strictObject({ type: z.literal('close-poll'), pollId: PollId, show: z.boolean() });
export type ClosePoll = z.infer<typeof ClosePoll>;

/** Shows everybody the results of a poll that is closed, or takes them from the screens. */
export const ShowPoll = z.strictObject({ type: z.literal('show-poll'), pollId: PollId, shown: z.boolean() });
export type ShowPoll = z.infer<typeof ShowPoll>;

/** The own answer, which may be changed until the poll is closed; without a vote it is taken back. */
export const CastVote = z.strictObject({ type: z.literal('cast-vote'), pollId: PollId, vote: Vote.optional() });
export type CastVote = z.infer<typeof CastVote>;

export const Pulse = z.enum(['slower', 'good', 'faster']);
export type Pulse = z.infer<typeof Pulse>;

/** How the pace of the phase is for oneself; without a pulse it is taken back. Facilitators see how many said what, not who. */
export const GivePulse = z.strictObject({ type: z.literal('give-pulse'), phaseId: PhaseId, pulse: Pulse.optional() });
export type GivePulse = z.infer<typeof GivePulse>;

/** What came of a poll. */
export const PollResults = z.strictObject({
  /** People who voted. */
  votes: z.int().min(0),
  /** Per option, or per figure of the scale: how many chose it, or how many dots it has. Absent for words, and when there are too few votes. */
  counts: z.array(z.int().min(0)).optional(),
  /** Words with how many named them, the most often named first. Absent for other kinds, and when there are too few votes. */
  words: z.array(z.strictObject({ word: z.string(), count: z.int().min(1) })).optional(),
  /** Seat id → vote, only of a poll with names. */
  byPerson: z.record(z.string(), Vote).optional(),
});
export type PollResults = z.infer<typeof PollResults>;

/** A poll as people see it. */
export const PollView = z.strictObject({
  /** Counts the polls of a session from 1. */
  number: z.int().min(1),
  poll: Poll,
  state: z.enum(['prepared', 'open', 'closed']),
  /** The phase it was opened in. */
  phaseId: PhaseId.optional(),
  /** Everybody sees the results. */
  shown: z.boolean(),
  /** How many have voted so far; only while it is open. */
  voted: z.int().min(0).optional(),
  results: PollResults.optional(),
});
export type PollView = z.infer<typeof PollView>;

/** How many said what of the pace of the phase that runs. */
export const PulseView = z.strictObject({
  slower: z.int().min(0),
  good: z.int().min(0),
  faster: z.int().min(0),
  /** When somebody said something last. */
  at: Instant.optional(),
});
export type PulseView = z.infer<typeof PulseView>;

/** The own answers: poll id → vote, and what one said of the pace. */
export const OwnVotes = z.strictObject({ votes: z.record(z.string(), Vote), pulse: Pulse.optional() });
export type OwnVotes = z.infer<typeof OwnVotes>;
