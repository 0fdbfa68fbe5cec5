import type { SeatId, ShareView, StaffView } from '@werkraum/protocol';
import { values } from '../records.ts';
import type { Session } from '../session.ts';
import { PLENARY, type Turn, type Turns } from './turns.ts';

/** What the shares of all rounds are made from. */
export interface SharesInputs {
  readonly queues: Turns['queues'];
}

export const sharesInputs = ({ turns: { queues } }: Session): SharesInputs => ({ queues });

/** What everybody was granted and used, over the tables of all rounds (TU-36). Time of the turn that runs is not in it. */
export function sharesView({ queues }: SharesInputs): StaffView['shares'] {
  const shares: Record<SeatId, ShareView> = {};
  const tables = values(queues).filter(({ roomId }) => roomId !== PLENARY);
  for (const turn of tables.flatMap((queue) => values(queue.turns)))
    shares[turn.seatId] = plus(shares[turn.seatId] ?? NOTHING, turn);
  return shares;
}

const NOTHING: ShareView = { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 };

const plus = (sum: ShareView, { slotMs, usedMs = 0 }: Turn): ShareView =>
  slotMs === undefined
    ? sum
    : {
        grantedMs: sum.grantedMs + slotMs,
        usedMs: sum.usedMs + usedMs,
        overMs: sum.overMs + Math.max(0, usedMs - slotMs),
        turns: sum.turns + 1,
      };
