import type { Instant, SeatId, SessionView, ShareView, StaffView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import type { Share } from './shares.model.ts';
import { turnClock } from './turn-clock.ts';

/** One person's time over all rounds. */
export interface AllShare extends ShareView {
  seatId: SeatId;
  /** Undefined for somebody who is no longer in the workshop. */
  name: string | undefined;
  bar: Share;
}

/** What everybody was granted and used over all rounds, the turn that runs included, in the order of names (TU-36). */
export function allShares(session: SessionView, staff: StaffView, now: Instant): AllShare[] {
  const running = runningShares(staff, now);
  const all = Object.entries(staff.shares).map(([id, share]) => {
    const more = running.get(id);
    return { ...share, ...more?.(share), seatId: id as SeatId, name: session.people[id]?.name };
  });
  const longest = Math.max(1, ...all.map(({ grantedMs, usedMs, overMs }) => Math.max(grantedMs + overMs, usedMs)));
  return all
    .map((one) => ({ ...one, bar: barOf(one, longest) }))
    .toSorted((one, other) => byName(one.name ?? LAST, other.name ?? LAST));
}

// Sorts behind every name.
const LAST = '\uffff';

type More = (share: ShareView) => Pick<ShareView, 'usedMs' | 'overMs'>;

/** What the turns that run add to what the server has summed up. */
function runningShares({ progress }: StaffView, now: Instant): ReadonlyMap<string, More> {
  const queues = Object.values(progress).flatMap(({ turns }) => turns ?? []);
  return new Map(
    queues.flatMap(({ turns, now: clock }) => {
      const turn = clock && turns[clock.turnId];
      if (!turn) return [];
      const { slotMs = 0, usedMs = 0 } = turn;
      const spokenMs = turnClock(clock, now).spokenMs;
      const over = (used: number) => Math.max(0, used - slotMs);
      const more: More = (share) => ({
        usedMs: share.usedMs + spokenMs,
        overMs: share.overMs - over(usedMs) + over(usedMs + spokenMs),
      });
      return [[turn.seatId, more] as const];
    }),
  );
}

const barOf = ({ grantedMs, usedMs, overMs }: ShareView, longest: number): Share => ({
  slotPart: grantedMs / longest,
  usedPart: (usedMs - overMs) / longest,
  overPart: overMs / longest,
});
