import { useNow, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { type TimekeeperModel, timekeeper } from './timekeeper.model.ts';

/** The clocks of all tables, for staff; undefined for everybody else and while no tables are open. */
export function useTableClocks(): TimekeeperModel | undefined {
  const [session, staff, you] = [useSession(), useStaff(), useYou()];
  const [now, send] = [useNow(), useSend()];
  return session && staff && you && timekeeper({ session, staff, you, now, send });
}
