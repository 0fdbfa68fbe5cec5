import type { HandsView, Instant, Place, RoomId, RoomView, StaffView, TurnsView } from '@werkraum/protocol';
import { entries } from '../records.ts';
import { isHere, seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { keep, remake, share } from '../share.ts';
import { type PaceNow, paceNow } from '../turns/pacing.ts';
import { type TurnsInputs, turnsInputs, turnsView } from '../turns/view.ts';

type Progress = StaffView['progress'];

/** What staff know of each table in use: its queue, its hands, whether somebody sits alone. Never its content. */
export function progressViews(
  session: Session,
  handsAt: (place: Place) => HandsView,
  before: { session: Session; view: Progress } | undefined,
): Progress {
  const { open, rounds } = session.breakouts;
  const round = open && rounds[open.phaseId];
  if (!round) return keep(before?.view, {});
  const lonely = lonelyTables(session);
  const pace = paceNow(session);
  const views = round.tables.map(({ roomId }) => {
    const was = before?.view[roomId];
    const turns = turnsAt(session, roomId, pace, was?.turns && { session: before?.session, view: was.turns });
    const hands = share(was?.hands, handsAt(roomId));
    const nudgedAt = nudgeAt(session, roomId);
    const said = { ...(turns && { turns }), ...(nudgedAt !== undefined && { nudgedAt }) };
    return [roomId, keep(was, { lonely: lonely.has(roomId), hands, ...said })] as const;
  });
  return keep(before?.view, Object.fromEntries(views));
}

/** What the people at each table in use see of it: what staff see, without who sits alone and who was nudged. */
export function roomViews({ breakouts: { open } }: Session, progress: Progress): RoomView[] {
  if (!open) return [];
  const { phaseId } = open;
  return entries(progress).flatMap(([roomId, table]) => {
    if (!table) return [];
    const { turns, hands } = table;
    return [{ roomId: roomId as RoomId, phaseId, ...(turns && { turns }), hands }];
  });
}

function turnsAt(
  session: Session,
  roomId: RoomId,
  pace: PaceNow,
  before: { session: Session | undefined; view: TurnsView } | undefined,
): TurnsView | undefined {
  const now = turnsInputs(session, roomId, pace);
  const queue = before?.session?.turns.queues[roomId];
  if (!now) return undefined;
  // What was next and who paced stands in the view itself, so it need not be found out again.
  const state = before &&
    queue && { queue, next: before.view.next, pacedBy: before.view.pacedBy, beat: before.view.beat };
  return remake<TurnsInputs, TurnsInputs, TurnsView>(
    now,
    state && { state, view: before.view },
    (inputs) => inputs,
    turnsView,
  );
}

/** When the one who speaks at a table was last asked to come to an end [TU-28]. */
function nudgeAt({ turns: { queues, nudges } }: Session, roomId: RoomId): Instant | undefined {
  const queue = queues[roomId];
  const speaker = queue?.running && queue.turns[queue.running.turnId]?.seatId;
  return speaker && nudges[speaker];
}

/** Tables at which exactly one person is who is here. */
function lonelyTables(session: Session): ReadonlySet<RoomId> {
  const { open, rounds } = session.breakouts;
  const counts = new Map<RoomId, number>();
  for (const [seatId, roomId] of entries((open && rounds[open.phaseId]?.seats) ?? {})) {
    if (isHere(seatOf(session, seatId))) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([roomId, count]) => (count === 1 ? [roomId] : [])));
}
