import type { SeatId, TurnId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import {
  type Pace,
  PLENARY,
  type QueueFact,
  type RunningTurn,
  type Turn,
  type TurnQueue,
  type Turns,
  type TurnsFact,
} from './turns.ts';

export const noTurns: Turns = { queues: {}, nudges: {} };

/** Folds one fact into all queues. Throws when the log names a queue or turn that never was. */
export function evolveTurns(turns: Turns, fact: TurnsFact): Turns {
  switch (fact.type) {
    case 'pace-set':
      return { ...turns, pace: { ...paceOf(turns, fact), together: fact.together } };
    case 'beat-started':
      return { ...turns, pace: { ...paceOf(turns, fact), beats: fact.beat } };
    case 'speaker-nudged':
      return { ...turns, nudges: withEntry(turns.nudges, speakerOf(queueOf(turns, fact)), fact.at) };
    case 'voices-ended':
      return withoutVoices(turns);
    case 'turns-queued':
      return { ...turns, queues: withEntry(turns.queues, fact.roomId, freshQueue(fact)) };
    default:
      return evolveOne(turns, queueOf(turns, fact), fact);
  }
}

const paceOf = ({ pace }: Turns, { phaseId }: Pick<Pace, 'phaseId'>): Pace =>
  pace?.phaseId === phaseId ? pace : { phaseId, together: false, beats: 0 };

function speakerOf(queue: TurnQueue): SeatId {
  if (!queue.running) throw new Error(`nobody speaks at ${queue.roomId}`);
  return turnOf(queue, queue.running.turnId).seatId;
}

// A nudge is of the turn it was given in, and more time takes it back.
function evolveOne(turns: Turns, before: TurnQueue, fact: QueueFact): Turns {
  const queue = evolveQueue(before, fact);
  const queues = withEntry(turns.queues, fact.roomId, queue);
  const goesOn = before.running?.turnId === queue.running?.turnId && fact.type !== 'turn-extended';
  if (!before.running || goesOn) return { ...turns, queues };
  return { ...turns, queues, nudges: without(turns.nudges, speakerOf(before)) };
}

/** A round of voices ends with its phase (TU-40). */
export function withoutVoices(turns: Turns): Turns {
  const queue: TurnQueue | undefined = turns.queues[PLENARY];
  if (!queue) return turns;
  const speaker = queue.running && queue.turns[queue.running.turnId]?.seatId;
  return {
    ...turns,
    queues: without(turns.queues, PLENARY),
    ...(speaker && { nudges: without(turns.nudges, speaker) }),
  };
}

/** Folds one fact into the queue it is about. */
export function evolveQueue(queue: TurnQueue, fact: QueueFact): TurnQueue {
  switch (fact.type) {
    case 'turn-appended':
      return {
        ...withTurn(queue, { id: fact.turnId, seatId: fact.seatId, state: 'waiting' }),
        order: [...queue.order, fact.turnId],
      };
    case 'turn-dropped':
      return {
        ...quiet(queue, fact.turnId),
        turns: without(queue.turns, fact.turnId),
        order: queue.order.filter((id) => id !== fact.turnId),
      };
    case 'inputs-begun':
      return { ...queue, inputsEndAt: fact.endsAt };
    case 'inputs-held':
      return { ...queue, inputsHeld: { at: fact.at, why: fact.why } };
    case 'inputs-resumed': {
      const { inputsHeld: _over, ...rest } = queue;
      return { ...rest, inputsEndAt: fact.endsAt };
    }
    case 'turn-started':
      return {
        ...withTurn(queue, { ...turnOf(queue, fact.turnId), state: 'now', slotMs: fact.slotMs }),
        running: { turnId: fact.turnId, graceUntil: fact.graceUntil, endsAt: fact.endsAt },
        starts: startsWith(queue, fact.turnId, fact.slotMs),
      };
    case 'turn-paused':
      return { ...queue, running: { ...runningOf(queue, fact.turnId), pausedAt: fact.at, pausedBy: fact.by } };
    case 'turn-resumed':
      return { ...queue, running: { turnId: fact.turnId, graceUntil: fact.graceUntil, endsAt: fact.endsAt } };
    case 'turn-extended':
      return {
        ...withTurn(queue, { ...turnOf(queue, fact.turnId), slotMs: fact.slotMs }),
        running: { ...runningOf(queue, fact.turnId), endsAt: fact.endsAt },
      };
    case 'turn-ended':
      return over(queue, fact, 'done');
    case 'turn-skipped':
      return over(queue, fact, 'skipped');
    case 'turn-passed':
      return over(queue, fact, 'passed');
    case 'turn-absent':
      return over(queue, fact, 'absent');
    case 'turn-postponed':
      return {
        ...over(queue, fact, 'waiting'),
        order: placed(queue, fact.turnId),
      };
    case 'turn-moved':
      return { ...queue, order: placed(queue, fact.turnId, fact.before) };
    default:
      return assertNever(fact);
  }
}

function freshQueue({ roomId, phaseId, settings, turns }: Extract<TurnsFact, { type: 'turns-queued' }>): TurnQueue {
  return {
    roomId,
    phaseId,
    settings,
    order: turns.map(({ turnId }) => turnId),
    turns: Object.fromEntries(turns.map(({ turnId, seatId }) => [turnId, { id: turnId, seatId, state: 'waiting' }])),
  };
}

function startsWith({ starts }: TurnQueue, turnId: TurnId, givenMs: number): TurnQueue['starts'] {
  return { last: { turnId, givenMs }, ...(starts && { before: starts.last }) };
}

/** The order with one turn before another, or at the end. */
function placed({ order }: TurnQueue, turnId: TurnId, before?: TurnId): readonly TurnId[] {
  const others = order.filter((id) => id !== turnId);
  const at = before === undefined ? others.length : others.indexOf(before);
  if (at < 0) throw new Error(`no turn ${before}`);
  return others.toSpliced(at, 0, turnId);
}

/** The turn in another state, with its clock gone if it was the running one. */
function over(queue: TurnQueue, fact: { turnId: TurnId; usedMs?: number }, state: Turn['state']): TurnQueue {
  const turn = turnOf(queue, fact.turnId);
  const used = fact.usedMs === undefined ? {} : { usedMs: fact.usedMs };
  return withTurn(quiet(queue, fact.turnId), { ...turn, ...used, state });
}

function quiet(queue: TurnQueue, turnId: TurnId): TurnQueue {
  if (queue.running?.turnId !== turnId) return queue;
  const { running: _stopped, ...rest } = queue;
  return rest;
}

const withTurn = (queue: TurnQueue, turn: Turn): TurnQueue => ({
  ...queue,
  turns: withEntry(queue.turns, turn.id, turn),
});

function queueOf(turns: Turns, fact: Exclude<TurnsFact, { type: 'pace-set' | 'beat-started' }>): TurnQueue {
  const queue = turns.queues[fact.roomId];
  if (!queue) throw new Error(`${fact.type}: no turn queue for ${fact.roomId}`);
  return queue;
}

function turnOf(queue: TurnQueue, turnId: TurnId): Turn {
  const turn = queue.turns[turnId];
  if (!turn) throw new Error(`no turn ${turnId} at ${queue.roomId}`);
  return turn;
}

function runningOf(queue: TurnQueue, turnId: TurnId): RunningTurn {
  if (queue.running?.turnId !== turnId) throw new Error(`turn ${turnId} does not run at ${queue.roomId}`);
  return queue.running;
}
