import type { HandsView, Instant, Place, RoomId, RoomView, StaffView, TurnsView } from '@werkraum/protocol';
import { boardProgress } from '../board/view.ts';
import { chatView } from '../chat/view.ts';
import { entries } from '../records.ts';
import { isHere, seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { keep, remake, share } from '../share.ts';
import { showingAt } from '../slides/view.ts';
import { type PaceNow, paceNow } from '../turns/pacing.ts';
import { type TurnsInputs, turnsInputs, turnsView } from '../turns/view.ts';
import { roundInUse } from './in-use.ts';

type Progress = StaffView['progress'];

/** What staff know of each table in use: its queue, its hands, whether somebody sits alone. Never its content. */
export function progressViews(
  session: Session,
  handsAt: (place: Place) => HandsView,
  before: { session: Session; view: Progress } | undefined,
): Progress {
  const { open } = session.breakouts;
  const round = roundInUse(session);
  if (!open || !round) return keep(before?.view, {});
  const lonely = lonelyTables(session);
  const pace = paceNow(session);
  const views = round.tables.map(({ roomId }) => {
    const was = before?.view[roomId];
    const turns = turnsAt(session, roomId, pace, was?.turns && { session: before?.session, view: was.turns });
    const hands = share(was?.hands, handsAt(roomId));
    const [help, signal, nudgedAt] = [open.help[roomId]?.at, open.signals[roomId]?.signal, nudgeAt(session, roomId)];
    const board = share(
      was?.board,
      open.practice ? undefined : boardProgress(session, roomId, boardBefore(before, roomId)),
    );
    const said = { ...(board && { board }), ...(help !== undefined && { help }), ...(signal && { signal }) };
    const turn = { ...(turns && { turns }), ...(nudgedAt !== undefined && { nudgedAt }) };
    return [roomId, keep(was, { lonely: lonely.has(roomId), hands, ...turn, ...said })] as const;
  });
  return keep(before?.view, Object.fromEntries(views));
}

type Before = { session: Session; view: Progress } | undefined;

// A practice counts no cards, so what is known of a table then says nothing of it now.
const boardBefore = (before: Before, roomId: RoomId) =>
  before?.session.breakouts.open && !before.session.breakouts.open.practice && before.view[roomId]
    ? { session: before.session, view: before.view[roomId].board }
    : undefined;

/** What stands at tables and is made elsewhere. */
export interface RoomParts {
  announced(roomId: RoomId): RoomView['announcements'] | undefined;
  answers(roomId: RoomId): RoomView['prep'];
  board(roomId: RoomId): RoomView['board'];
}

/** What the people at each table in use see of it: what staff see without who sits alone and who was nudged, and who said what for the table. */
export function roomViews(session: Session, progress: Progress, parts: RoomParts): RoomView[] {
  const { open } = session.breakouts;
  if (!open) return [];
  const { phaseId, help, signals } = open;
  return entries(progress).flatMap(([id, table]) => {
    if (!table) return [];
    const roomId = id as RoomId;
    const { turns, hands } = table;
    const [call, said, announcements] = [help[roomId], signals[roomId], parts.announced(roomId)];
    const board = open.practice ? undefined : parts.board(roomId);
    const prep = parts.answers(roomId);
    const slides = showingAt(session, roomId);
    const chat = chatView(session.chat.places[roomId]);
    return [
      {
        ...{ roomId, phaseId, hands },
        ...(turns && { turns }),
        ...(call && { help: call }),
        ...(said && { signal: said }),
        ...(announcements && { announcements }),
        ...(board && { board }),
        ...(slides && { slides }),
        ...(prep && { prep }),
        ...(chat && { chat }),
      },
    ];
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
  const counts = new Map<RoomId, number>();
  for (const [seatId, roomId] of entries(roundInUse(session)?.seats ?? {})) {
    if (isHere(seatOf(session, seatId))) counts.set(roomId, (counts.get(roomId) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([roomId, count]) => (count === 1 ? [roomId] : [])));
}
