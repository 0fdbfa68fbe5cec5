import type { TurnId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import type { RunningTurn, Turn, TurnQueue, Turns, TurnsFact } from './turns.ts';

export const noTurns: Turns = { queues: {} };

/** Folds one fact into all queues. Throws when the log names a queue or turn that never was. */
export function evolveTurns(turns: Turns, fact: TurnsFact): Turns {
  const queue = fact.type === 'turns-queued' ? freshQueue(fact) : evolveQueue(queueOf(turns, fact), fact);
  return { queues: withEntry(turns.queues, fact.roomId, queue) };
}

type QueueFact = Exclude<TurnsFact, { type: 'turns-queued' }>;

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
        order: [...queue.order.filter((id) => id !== fact.turnId), fact.turnId],
      };
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

function queueOf(turns: Turns, fact: TurnsFact): TurnQueue {
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
