import { useNow, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { type TimekeeperModel, timekeeper } from './timekeeper.model.ts';
import { type TurnQueueModel, turnQueue } from './turns.model.ts';

/** The input round of the table where one is now; undefined anywhere else and at a table without timed inputs. */
export function useTurnQueue(): TurnQueueModel | undefined {
  const [session, you, room] = [useSession(), useYou(), useRoomSlice()];
  const [now, send] = [useNow(), useSend()];
  if (!session || !you || !room?.turns) return undefined;
  return turnQueue({ turns: room.turns, session, you, now, send });
}

/** The clocks of all tables, for staff; undefined for everybody else and while no tables are open. */
export function useTableClocks(): TimekeeperModel | undefined {
  const [session, staff, you] = [useSession(), useStaff(), useYou()];
  const [now, send] = [useNow(), useSend()];
  return session && staff && you && timekeeper({ session, staff, you, now, send });
}
