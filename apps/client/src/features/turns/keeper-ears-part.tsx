import { useNow } from '../../connection/hooks.ts';
import { useKeeperSignals } from './use-keeper-signals.ts';
import { useTableClocks } from './use-table-clocks.ts';

/** Has a timekeeper hear the clocks of all tables, wherever they look. Draws nothing. */
export function KeeperEarsPart() {
  useKeeperSignals(useTableClocks(), useNow());
  return null;
}
