import type { RoomView, SeatView, SessionView } from '@werkraum/protocol';
import type { MediaState } from '../../media/media-store.ts';
import { turnsHere } from '../turns/turns-here.ts';

interface Here {
  you: SeatView | undefined;
  session: SessionView | undefined;
  room: RoomView | undefined;
}

/**
 * The track whose speech counts now [BA-1, BA-3]: the own microphone's, while it is switched on and sent, speech is summed up
 * at this place, the phase is not paused, and no turn runs where one is.
 */
export function countedTrack(
  { you, session, room }: Here,
  { microphone, connection }: Pick<MediaState, 'microphone' | 'connection'>,
): MediaStreamTrack | undefined {
  const isSent = microphone.on && !microphone.busy && connection.state === 'connected' && you?.publish.microphone;
  const isPaused = session?.agenda.clock?.pausedAt !== undefined;
  const isTurn = session && you && turnsHere(session, you, room)?.now !== undefined;
  return isSent && you.speech?.key && !isPaused && !isTurn ? microphone.track : undefined;
}
