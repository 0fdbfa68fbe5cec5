import {
  DisconnectReason,
  RoomEvent as LiveKit,
  LogLevel,
  type RemoteTrack,
  Room,
  type RoomOptions,
  setLogLevel,
  Track,
  VideoPresets,
} from 'livekit-client';
import { createReceiver } from './livekit-receiver.ts';
import { createSender } from './livekit-sender.ts';
import { createSightReader } from './livekit-sight.ts';
import type { MediaRoom, RoomEvent } from './media-room.ts';

setLogLevel(LogLevel.warn);

// Options given later than the constructor are partly ignored by the library.
const OPTIONS: Partial<RoomOptions> = {
  adaptiveStream: true,
  dynacast: true,
  stopLocalTrackOnUnpublish: false,
  publishDefaults: {
    simulcast: true,
    videoCodec: 'vp8',
    videoEncoding: VideoPresets.h540.encoding,
    videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
    stopMicTrackOnMute: false,
  },
};

/** Whatever can change what people see of each other; a whole new sight follows each of them. */
const SIGHT_EVENTS = [
  LiveKit.ParticipantConnected,
  LiveKit.ParticipantDisconnected,
  LiveKit.TrackSubscribed,
  LiveKit.TrackUnsubscribed,
  LiveKit.TrackPublished,
  LiveKit.TrackUnpublished,
  LiveKit.TrackMuted,
  LiveKit.TrackUnmuted,
  LiveKit.ActiveSpeakersChanged,
  LiveKit.ConnectionQualityChanged,
  LiveKit.AudioPlaybackStatusChanged,
  LiveKit.Reconnected,
] as const;

/** A room of LiveKit behind the interface the rest of the client knows. */
export async function createLiveKitRoom(hear: (event: RoomEvent) => void): Promise<MediaRoom> {
  const room = new Room({ ...OPTIONS, singlePeerConnection: !isFirefox() });
  const receiver = createReceiver(room);
  const readSight = createSightReader(room, receiver.look);
  const sender = createSender(room);
  let isOpen = false;

  const tell = coalesced(() => isOpen && hear({ type: 'sight', sight: readSight() }));
  for (const event of SIGHT_EVENTS) room.on(event, tell);
  room.on(LiveKit.TrackSubscribed, (track) => isOpen && playSound(track));
  room.on(LiveKit.TrackUnsubscribed, (track) => track.kind === Track.Kind.Audio && track.detach());
  room.on(LiveKit.ParticipantPermissionsChanged, (_, who) => who === room.localParticipant && hear({ type: 'grants' }));
  room.on(LiveKit.Reconnecting, () => hear({ type: 'reconnecting' }));
  room.on(LiveKit.Reconnected, () => hear({ type: 'back' }));
  room.on(LiveKit.Disconnected, (reason) => tellLoss(reason, hear));

  const sounds = (): RemoteTrack[] =>
    [...room.remoteParticipants.values()].flatMap((who) =>
      [...who.audioTrackPublications.values()].flatMap(({ track }) => (track ? [track as RemoteTrack] : [])),
    );

  return {
    join: async (url, token) => {
      await room.connect(url, token, { autoSubscribe: isOpen, maxRetries: 0 });
      receiver.joined();
    },
    open: () => {
      isOpen = true;
      sender.release();
      receiver.open();
      sounds().forEach(playSound);
      tell();
    },
    send: sender.send,
    hush: () => {
      isOpen = false;
      sender.hush();
      receiver.close();
      for (const track of sounds()) track.detach();
    },
    unlockAudio: () => room.startAudio(),
    useSpeaker: async (deviceId) => void (await room.switchActiveDevice('audiooutput', deviceId)),
    leave: () => room.disconnect(false).catch(() => undefined), // whatever it was, the connection is over
  };
}

/** LiveKit reuses its audio elements, so an element that may play keeps that right across rooms. */
function playSound(track: RemoteTrack): void {
  if (track.kind === Track.Kind.Audio) track.attach();
}

function tellLoss(reason: DisconnectReason | undefined, hear: (event: RoomEvent) => void): void {
  if (reason === DisconnectReason.CLIENT_INITIATED) return;
  hear({ type: 'lost', reason: reason === DisconnectReason.DUPLICATE_IDENTITY ? 'elsewhere' : 'lost' });
}

/** Many events of one burst become one call. */
function coalesced(run: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      run();
    });
  };
}

// Firefox loses sound when tracks are chosen one by one over a single peer connection.
const isFirefox = () => navigator.userAgent.includes('Firefox/');
