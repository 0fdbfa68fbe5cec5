import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import { SAMPLE_RATE, shareOf, sine } from './tone.ts';

const FRAME = SAMPLE_RATE / 100;
/** A tenth of a second: 10 Hz resolution, so tones that are 100 Hz apart cannot be taken for one another. */
const WINDOW_MS = 100;
const CLEARLY = 0.8;

export interface VoiceBot {
  isConnected(): boolean;
  /** How many tenths of a second this tone, and hardly anything else, was heard since entering. */
  heard(hz: number): number;
  /** Identities of the others in the room, as this bot sees them. */
  sees(): string[];
  /** The newest token LiveKit has given it. */
  token(): string | undefined;
  leave(): Promise<void>;
}

/** Enters a video room as a guest without a browser; sings `hz` into its microphone when given. */
export async function enterAsBot(url: string, token: string, hz?: number): Promise<VoiceBot> {
  const room = new Room();
  const windows: Int16Array[] = [];
  room.on(RoomEvent.TrackSubscribed, (track) => void collect(track, windows));
  await room.connect(url, token, { autoSubscribe: true, dynacast: false });
  const stopSinging = hz === undefined ? async () => {} : await sing(room, hz);
  return {
    isConnected: () => room.isConnected,
    heard: (tone) => windows.filter((window) => shareOf(tone, window) > CLEARLY).length,
    sees: () => [...room.remoteParticipants.keys()],
    token: () => room.token,
    async leave() {
      await stopSinging();
      await room.disconnect();
    },
  };
}

async function collect(track: RemoteTrack, windows: Int16Array[]): Promise<void> {
  if (track.kind !== TrackKind.KIND_AUDIO) return;
  for await (const frame of new AudioStream(track, {
    sampleRate: SAMPLE_RATE,
    numChannels: 1,
    frameSizeMs: WINDOW_MS,
  })) {
    windows.push(frame.data);
  }
}

async function sing(room: Room, hz: number): Promise<() => Promise<void>> {
  const source = new AudioSource(SAMPLE_RATE, 1, 200);
  const track = LocalAudioTrack.createAudioTrack('microphone', source);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false, red: false });
  await room.localParticipant?.publishTrack(track, options);
  let singing = true;
  // captureFrame waits while its queue is full: that is the pace.
  const song = (async () => {
    for (let at = 0; singing; at += FRAME)
      await source.captureFrame(new AudioFrame(sine(hz, at, FRAME), SAMPLE_RATE, 1, FRAME));
  })().catch(() => {});
  return async () => {
    singing = false;
    await song;
    await source.close();
  };
}
