import type { ParkedView } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { entries } from '../records.ts';
import type { Session } from '../session.ts';

/** What the view of the parking lot is made from. */
export const parkingInputs = ({ parking: { items }, people: { seats } }: Session) => ({ items, seats });

// Whoever a follow-up hands its open matters to need not have come yet [KE-24].
const isStillInvited = (seat: Seat | undefined): boolean => seat !== undefined && seat.admission !== 'removed';

/** The parking lot as everybody sees it; undefined while it is empty. Who was removed owns nothing any more [PK-3]. */
export function parkingView({
  items,
  seats,
}: ReturnType<typeof parkingInputs>): Record<string, ParkedView> | undefined {
  const all = entries(items);
  if (all.length === 0) return undefined;
  return Object.fromEntries(
    all.map(([parkedId, { owner, ...item }]) => [
      parkedId,
      { ...item, ...(isStillInvited(seats[owner]) && { owner }) },
    ]),
  );
}
