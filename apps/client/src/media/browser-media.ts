import type { VideoKey, VideoTokenReply } from '@werkraum/protocol';
import { browserDevices } from './browser-devices.ts';
import { type Entry, recallEntry, rememberEntry } from './entry.ts';
import { createMediaSession, type MediaSession } from './media-session.ts';
import { createMediaStore, type MediaStore } from './media-store.ts';
import { createOwnMedia, type OwnMedia } from './own-media.ts';
import { keepAwake } from './wake-lock.ts';

// What can be expected to fail is a state on the screen; what arrives here is a fault of ours.
const report = (error: unknown): void => reportError(error);

/** The media of this browser. LiveKit's own code is loaded with the first room, not with the page. */
export function browserMedia(requestToken: (key: VideoKey) => Promise<VideoTokenReply>): MediaSession {
  const entry: Entry = recallEntry();
  const session = createMediaSession({
    devices: browserDevices(),
    createRoom: async (hear) => (await import('./livekit-room.ts')).createLiveKitRoom(hear),
    requestToken,
    origin: location.origin,
    random: Math.random,
    report,
    keepAwake,
    entry,
  });
  session.store.subscribe(rememberEntry);
  return session;
}

/** The own devices before the door: the same switches, without any room to send to. */
export interface DeviceCheckMedia extends Pick<OwnMedia, 'setMicrophone' | 'setCamera' | 'choose' | 'close'> {
  readonly store: MediaStore;
  chooseSpeaker(deviceId: string): void;
}

/** Starts the check: what was on the last time in this tab is switched on again. */
export function browserDeviceCheck(): DeviceCheckMedia {
  const devices = browserDevices();
  const entry = recallEntry();
  const store = createMediaStore({ chosen: entry.chosen, canChooseSpeaker: devices.canChooseSpeaker });
  const own = createOwnMedia({ store, devices, report, random: Math.random });
  own.allow({ microphone: true, camera: true, screen: false });
  const refresh = () => void devices.list().then((list) => store.setState({ devices: list }), report);
  const unwatch = devices.watch(refresh);
  const unfollow = store.subscribe((now, before) => {
    rememberEntry(now);
    if (now.microphone.track !== before.microphone.track || now.camera.track !== before.camera.track) refresh();
  });
  refresh();
  if (entry.microphone) void own.setMicrophone(true);
  if (entry.camera) void own.setCamera(true);
  return {
    ...own,
    store,
    chooseSpeaker: (speaker) => store.setState(({ chosen }) => ({ chosen: { ...chosen, speaker } })),
    close: () => {
      unfollow(); // what is switched off by closing is not what the person chose
      unwatch();
      own.close();
    },
  };
}
