import type { FairShareView, RoomId, TurnId, TurnsView, TurnView } from '@werkraum/protocol';
import { values } from '../records.ts';
import type { Session } from '../session.ts';
import { nextTurn } from './next.ts';
import { type PaceNow, paceNow } from './pacing.ts';
import { shareToCome, waiting } from './slot.ts';
import { PLENARY, type RunningTurn, type Turn, type TurnQueue } from './turns.ts';

/** What the view of one table's input round is made from. */
export interface TurnsInputs {
  readonly queue: TurnQueue;
  /** Who speaks next. */
  readonly next: TurnId | undefined;
  readonly pacedBy: TurnsView['pacedBy'];
  /** The beat the table waits for. */
  readonly beat: number | undefined;
}

/** What to make that view from; undefined at a table without timed inputs. `pace` is the same for all tables. */
export function turnsInputs(
  session: Session,
  roomId: RoomId,
  pace: PaceNow = paceNow(session),
): TurnsInputs | undefined {
  const queue = session.turns.queues[roomId];
  const pacedBy = roomId === PLENARY ? 'staff' : pace.pacedBy;
  return queue && { queue, next: nextTurn(session, queue)?.id, beat: pace.beat, pacedBy };
}

/** The input round of a table as the people there and staff see it. */
export function turnsView({ queue, next, pacedBy, beat }: TurnsInputs): TurnsView {
  return {
    roomId: queue.roomId,
    state: stateOf(queue),
    order: [...queue.order],
    turns: Object.fromEntries(values(queue.turns).map((turn) => [turn.id, turnView(turn)])),
    ...(queue.running && { now: clockView(queue.running) }),
    ...(next && { next }),
    pacedBy,
    mode: queue.settings.mode,
    ...(queue.inputsEndAt !== undefined && { inputsEndAt: queue.inputsEndAt }),
    ...(beat !== undefined && { beat }),
    ...(queue.settings.mode === 'fair-share' && { fairShare: fairShareView(queue) }),
  };
}

function fairShareView(queue: TurnQueue): FairShareView {
  const eachMs = shareToCome(queue);
  const before = queue.starts?.before;
  return { ...(eachMs !== undefined && { eachMs }), ...(before && { before }) };
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

/** The round of voices, as everybody sees it; undefined while there is none (TU-38). */
export function voicesView(session: Session): TurnsView | undefined {
  const inputs = turnsInputs(session, PLENARY);
  return inputs && turnsView(inputs);
}
