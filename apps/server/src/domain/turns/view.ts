import type { RoomId, TurnsView, TurnView } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { nextTurn } from './next.ts';
import { pacedBy } from './pacing.ts';
import { waiting } from './slot.ts';
import type { RunningTurn, Turn, TurnQueue } from './turns.ts';

/** The input round of a table as the people there and staff see it; undefined at a table without timed inputs. */
export function turnsView(session: Session, roomId: RoomId): TurnsView | undefined {
  const queue = session.turns.queues[roomId];
  if (!queue) return undefined;
  const next = nextTurn(session, queue);
  return {
    roomId,
    state: stateOf(queue),
    order: [...queue.order],
    turns: Object.fromEntries(Object.values(queue.turns).flatMap((turn) => (turn ? [[turn.id, turnView(turn)]] : []))),
    ...(queue.running && { now: clockView(queue.running) }),
    ...(next && { next: next.id }),
    pacedBy: pacedBy(session),
    mode: queue.settings.mode,
    ...(queue.inputsEndAt !== undefined && { inputsEndAt: queue.inputsEndAt }),
  };
}

function stateOf(queue: TurnQueue): TurnsView['state'] {
  const open = queue.running !== undefined || waiting(queue).length > 0;
  if (queue.inputsEndAt === undefined) return open || queue.order.length === 0 ? 'ready' : 'finished';
  return open ? 'running' : 'finished';
}

const turnView = ({ seatId, state, slotMs, usedMs }: Turn): TurnView => ({
  seatId,
  state,
  ...(slotMs !== undefined && { slotMs }),
  ...(usedMs !== undefined && { usedMs }),
});

const clockView = ({ turnId, graceUntil, endsAt, pausedAt }: RunningTurn) => ({
  turnId,
  graceUntil,
  endsAt,
  ...(pausedAt !== undefined && { pausedAt }),
});
