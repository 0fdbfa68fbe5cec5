import { useSession, useYou } from '../../connection/hooks.ts';
import { later } from '../../ui/later.tsx';

/** The tables to choose from. Most rounds have none, so its code comes after the room stands. */
export const ChooseCard = later(() => import('./choose-card.tsx').then((part) => part.ChooseCard), ['choosing']);

/** Where people choose their table, when they do. */
export function ChoosePlace() {
  const choosing = useSession()?.tables?.choosing;
  const you = useYou();
  return choosing && you?.may.includes('choose-table') ? <ChooseCard /> : null;
}
