import { makeSecret } from '@werkraum/protocol';
import { useEffect, useState } from 'preact/hooks';
import { useConnection, useLink, useRoomSlice, useSession, useYou } from '../../connection/hooks.ts';
import type { MediaState } from '../../media/media-store.ts';
import { followSound } from '../../media/sound-frames.ts';
import { useMediaState } from '../stage/media-provider.tsx';
import { recallConsent } from './choices.ts';
import { countedTrack } from './counting.model.ts';
import { createTally } from './tally.model.ts';

const microphoneOf = ({ microphone }: MediaState) => microphone;
const connectionOf = ({ connection }: MediaState) => connection;

/** Hands in what was answered at the door, and tells how long the own microphone carries speech. Draws nothing. */
export function BalanceKeeper() {
  useAnswer();
  useSpeakingTime();
  return null;
}

/** The door is in front of the room: its answer is handed in by whoever has come in. */
function useAnswer(): void {
  const { send } = useConnection();
  const you = useYou();
  const sessionId = useSession()?.sessionId;
  const may = you?.may.includes('answer-consent') ?? false;
  useEffect(() => {
    const answer = may && sessionId ? recallConsent(sessionId) : undefined;
    if (answer === undefined || answer === you?.speech?.mayKeep) return;
    void send({ type: 'answer-consent', keepSpeakingTimes: answer });
  }, [may, sessionId]);
}

function useSpeakingTime(): void {
  const { tell } = useConnection();
  const [tally] = useState(() => createTally({ run: makeSecret(), tell }));
  const you = useYou();
  const session = useSession();
  const room = useRoomSlice();
  const microphone = useMediaState(microphoneOf);
  const connection = useMediaState(connectionOf);
  const track = countedTrack({ you, session, room }, { microphone, connection });
  const key = you?.speech?.key;
  const isConnected = useLink().state === 'connected';
  useEffect(() => tally.moveTo(key), [key]);
  useEffect(() => {
    if (!track) return undefined;
    const stop = followSound(track, tally.hear);
    return () => {
      stop();
      tally.pause();
    };
  }, [track]);
  useEffect(() => {
    if (isConnected) tally.again();
  }, [isConnected]);
  useEffect(() => () => tally.moveTo(undefined), []);
}
