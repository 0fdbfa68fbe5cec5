import type { ParkedView } from '@werkraum/protocol';
import { entries } from '../records.ts';
import type { Session } from '../session.ts';

/** What the view of the parking lot is made from. */
export const parkingInputs = ({ parking: { items }, people: { seats } }: Session) => ({ items, seats });

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
      { ...item, ...(seats[owner]?.admission === 'admitted' && { owner }) },
    ]),
  );
}
