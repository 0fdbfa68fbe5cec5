import type {
  CastVote,
  ClosePoll,
  DropPoll,
  GivePulse,
  OpenPoll,
  PreparePoll,
  SeatId,
  ShowPoll,
} from '@werkraum/protocol';
import { assertNever, ids } from '../records.ts';
import { runningPhase, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import { fits, sameVote } from './fits.ts';
import type { PollState } from './polls.ts';

export type PollsCommand = PreparePoll | DropPoll | OpenPoll | ClosePoll | ShowPoll | CastVote | GivePulse;

/** So many polls a session keeps [PO-1]. */
const MOST_POLLS = 60;

/** Decides a command about polls (docs/spec/polls.md). Roles and status were checked before. */
export function decidePolls(session: Session, command: PollsCommand, context: Context): Decision {
  const seat = seatOfActor(session, context.actor);
  if (!seat) return reject('not-admitted');
  if (command.type === 'give-pulse') return pulse(session, command, seat.id, context);
  if (command.type === 'prepare-poll') return prepare(session, command, seat.id);
  const { pollId } = command;
  const item = session.polls.items[pollId];
  if (!item) return reject('no-such-poll');
  switch (command.type) {
    case 'drop-poll':
      return accept({ type: 'poll-dropped', pollId });
    case 'open-poll':
      return open(session, command, item);
    case 'close-poll':
      if (item.state === 'prepared') return reject('poll-not-open');
      return item.state === 'open' ? accept({ type: 'poll-closed', pollId, shown: command.show }) : accept();
    case 'show-poll':
      if (item.state !== 'closed') return reject('poll-not-closed');
      return item.shown === command.shown ? accept() : accept({ type: 'poll-shown', pollId, shown: command.shown });
    case 'cast-vote':
      return vote(session, command, item, seat.id);
    default:
      return assertNever(command);
  }
}

function prepare({ polls }: Session, { pollId, poll }: PreparePoll, by: SeatId): Decision {
  const item = polls.items[pollId];
  if (item && JSON.stringify(item.poll) === JSON.stringify(poll)) return accept();
  if (item && item.state !== 'prepared') return reject('poll-already-open');
  if (!item && ids(polls.items).length >= MOST_POLLS) return reject('too-many-polls');
  return accept({ type: 'poll-prepared', pollId, poll, by });
}

function open(session: Session, { pollId }: OpenPoll, item: PollState): Decision {
  if (item.state === 'open') return accept();
  if (item.state === 'closed') return reject('poll-already-closed');
  if (session.polls.open) return reject('another-poll-open');
  const phaseId = runningPhase(session)?.id;
  return accept({ type: 'poll-opened', pollId, ...(phaseId && { phaseId }) });
}

function vote({ polls }: Session, { pollId, vote: cast }: CastVote, { poll, state }: PollState, by: SeatId): Decision {
  if (state === 'prepared') return reject('poll-not-open');
  const before = polls.votes[by]?.[pollId];
  if (sameVote(before, cast)) return accept();
  if (state === 'closed') return reject('poll-already-closed');
  if (cast && !fits(poll, cast)) return reject('vote-does-not-fit');
  return accept({ type: 'voted', pollId, by, ...(cast && { vote: cast }) });
}

function pulse(session: Session, command: GivePulse, by: SeatId, { now }: Context): Decision {
  if (runningPhase(session)?.id !== command.phaseId) return reject('phase-already-ended');
  if (session.polls.pulses[by] === command.pulse) return accept();
  return accept({ type: 'pulse-given', by, at: now, ...(command.pulse && { pulse: command.pulse }) });
}
