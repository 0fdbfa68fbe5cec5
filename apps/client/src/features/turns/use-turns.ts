import { useNow, useRoomSlice, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { type TurnQueueModel, turnQueue } from './turns.model.ts';
import { turnsHere } from './turns-here.ts';

/** The input round of the table where one is now, or the round of voices in the plenary; undefined where nobody takes turns. */
export function useTurnQueue(): TurnQueueModel | undefined {
  const [session, you, room] = [useSession(), useYou(), useRoomSlice()];
  const [now, send] = [useNow(), useSend()];
  const turns = session && you && turnsHere(session, you, room);
  return turns && turnQueue({ turns, session, you, now, send });
}
