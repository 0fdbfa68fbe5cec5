import { later } from '../../ui/later.tsx';

/** What a timekeeper hears of all tables. Its code and its words come for timekeepers only. */
export const KeeperEars = later(
  () => import('./keeper-ears-part.tsx').then((part) => part.KeeperEarsPart),
  ['timekeeping'],
);
