import type { Instant, PaceTogether, StartBeat } from '@werkraum/protocol';
import { values } from '../records.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import { evolveQueue } from './evolve.ts';
import { callNext, giveFloor, openInputs } from './next.ts';
import { endRunning } from './queue.ts';
import { wholeSlot } from './slot.ts';
import type { Pace, QueueFact, Turn, TurnQueue } from './turns.ts';

/** Lets all tables of the round in use go together, or each at its own pace again; what runs, runs on (TU-31, TU-35). */
export function paceTogether(session: Session, { phaseId, on }: PaceTogether): Decision {
  if (session.breakouts.open?.phaseId !== phaseId) return reject('tables-not-open');
  if ((paceIn(session, phaseId)?.together ?? false) === on) return accept();
  return accept({ type: 'pace-set', phaseId, together: on });
}

/** Ends what runs at the tables, and starts the next turn at every table at once, for the same time (TU-32, TU-33). */
export function startBeat(session: Session, { phaseId, beat }: StartBeat, now: Instant): Decision {
  if (session.breakouts.open?.phaseId !== phaseId) return reject('tables-not-open');
  const pace = paceIn(session, phaseId);
  if (!pace?.together) return reject('not-paced-together');
  if (beat !== pace.beats + 1) return reject('beat-already-started');
  const tables = values(session.turns.queues)
    .filter((queue) => queue.phaseId === phaseId)
    .map((queue) => cleared(session, queue, now));
  const wholeMs = Math.min(...tables.map(({ queue, next }) => (next ? wholeSlot(queue, now) : Number.MAX_VALUE)));
  const facts = tables.flatMap(({ queue, next, facts }) =>
    next ? [...facts, ...giveFloor(session, queue, next, wholeMs, now)] : facts,
  );
  return facts.length === 0 ? accept() : accept({ type: 'beat-started', phaseId, beat, at: now }, ...facts);
}

const paceIn = ({ turns: { pace } }: Session, phaseId: Pace['phaseId']): Pace | undefined =>
  pace?.phaseId === phaseId ? pace : undefined;

interface Cleared {
  queue: TurnQueue;
  next: Turn | undefined;
  facts: QueueFact[];
}

/** A table made ready for the beat: nobody speaks, the absent are passed over, its input round has begun. */
function cleared(session: Session, queue: TurnQueue, now: Instant): Cleared {
  const ended = endRunning(queue, now);
  const quiet = ended.reduce(evolveQueue, queue);
  const { absent, next } = callNext(session, quiet);
  const opening = next ? openInputs(session, quiet, now) : [];
  return { queue: [...absent, ...opening].reduce(evolveQueue, quiet), next, facts: [...ended, ...absent, ...opening] };
}
