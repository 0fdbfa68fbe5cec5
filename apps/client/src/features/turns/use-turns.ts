import { useNow, useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { type TurnQueueModel, turnQueue } from './turns.model.ts';

/** The input round of the table where one is now; undefined anywhere else and at a table without timed inputs. */
export function useTurnQueue(): TurnQueueModel | undefined {
  const [session, you, room] = [useSession(), useYou(), useRoomSlice()];
  const [now, send] = [useNow(), useSend()];
  if (!session || !you || !room?.turns) return undefined;
  return turnQueue({ turns: room.turns, session, you, now, send });
}
