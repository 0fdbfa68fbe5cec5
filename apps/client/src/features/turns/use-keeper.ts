import { useSend, useSession, useYou } from '../../connection/hooks.ts';
import { type KeeperModel, keeper } from './keeper.model.ts';
import type { TimekeeperModel } from './timekeeper.model.ts';

/** How all tables are paced together, for staff; undefined while no tables are open. */
export function useKeeper(clocks: TimekeeperModel | undefined): KeeperModel | undefined {
  const [session, you, send] = [useSession(), useYou(), useSend()];
  return session && you && clocks && keeper({ session, may: you.may, clocks, send });
}
