import type { SeatView, VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { CaptureKind, Devices } from './devices.ts';
import { type CreateRoom, type MediaRoom, NOTHING_SEEN, type RoomEvent } from './media-room.ts';
import { type Chosen, createMediaStore, type MediaStore } from './media-store.ts';
import { createOwnMedia } from './own-media.ts';
import { createRoomSwitcher } from './room-switcher.ts';

export interface MediaPorts {
  devices: Devices;
  createRoom: CreateRoom;
  requestToken: (key: VideoKey) => Promise<VideoTokenReply>;
  origin: string;
  random: () => number;
  report: (error: unknown) => void;
  keepAwake: () => () => void;
  /** What the person chose at the device check. */
  entry: { chosen: Chosen; microphone: boolean; camera: boolean };
}

/** The part of the own seat's document that sound and pictures follow. */
export type MediaSeat = Pick<SeatView, 'video' | 'publish' | 'mutes'>;

/** Sound and pictures of one person in one session. `store` is what the screen shows; the rest is what buttons do. */
export interface MediaSession {
  readonly store: MediaStore;
  follow(seat: MediaSeat): void;
  setMicrophone(on: boolean): void;
  setCamera(on: boolean): void;
  setScreen(on: boolean): void;
  choose(kind: CaptureKind, deviceId: string | undefined): void;
  chooseSpeaker(deviceId: string): void;
  /** Plays blocked sound; must be called from a click. */
  unlock(): void;
  retry(): void;
  dismissNotice(): void;
  /** Disconnects everything and lets go of every device. */
  leave(): Promise<void>;
}

/** A chosen output that is gone leaves the sound where the browser plays it by default. */
const playThrough = (room: MediaRoom, speaker: string) => void room.useSpeaker(speaker).catch(() => undefined);

/** Builds the media of a session. Nothing is connected and no device is touched before `follow` names a place. */
export function createMediaSession(ports: MediaPorts): MediaSession {
  const { devices, entry, report, random } = ports;
  const { canShare, canChooseSpeaker } = devices;
  const store = createMediaStore({ canShare, canChooseSpeaker, chosen: entry.chosen });
  const own = createOwnMedia({ store, devices, report, random });
  let shown: MediaRoom | undefined;
  let seat: MediaSeat | undefined;
  let release: (() => void) | undefined;

  const switcher = createRoomSwitcher({
    createRoom: ports.createRoom,
    requestToken: ports.requestToken,
    origin: ports.origin,
    random,
    report,
    connection: (connection) => store.setState({ connection }),
    ready: own.readyFor,
    show: (room) => {
      shown = room;
      store.setState({ sight: NOTHING_SEEN });
      own.sendInto(room);
      const { speaker } = store.getState().chosen;
      if (room && speaker) playThrough(room, speaker);
    },
    hear: (event: RoomEvent) => {
      if (event.type === 'sight') store.setState({ sight: event.sight });
      if (event.type === 'grants') own.grantsChanged();
    },
  });

  const refresh = () => void devices.list().then((list) => store.setState({ devices: list }), report);
  const unwatch = devices.watch(refresh);
  refresh();
  // Labels appear with the first permission, so look again whenever a capture begins.
  const unlist = store.subscribe((now, before) => {
    if (before.microphone.busy && now.microphone.on && !now.microphone.busy) refresh();
    if (before.camera.busy && now.camera.on && !now.camera.busy) refresh();
  });

  function follow(next: MediaSeat): void {
    const before = seat;
    seat = next;
    own.allow(next.publish);
    if (next.video.now && !release) enter();
    if (before && next.mutes > before.mutes) own.silence();
    const moved = before?.video.now !== next.video.now;
    // A screen was shared with the people at the old place, not with those at the new one.
    if (moved && store.getState().screen.on) void own.setScreen(false);
    if (moved || before?.video.next !== next.video.next) switcher.follow({ ...next.video });
  }

  function enter(): void {
    release = ports.keepAwake();
    for (const kind of ['microphone', 'camera'] as const) {
      if (entry.chosen[kind]) void own.choose(kind, entry.chosen[kind]);
    }
    if (entry.microphone) void own.setMicrophone(true);
    if (entry.camera) void own.setCamera(true);
  }

  return {
    store,
    follow,
    setMicrophone: (on) => void own.setMicrophone(on),
    setCamera: (on) => void own.setCamera(on),
    setScreen: (on) => void own.setScreen(on),
    choose: (kind, deviceId) => void own.choose(kind, deviceId),
    chooseSpeaker: (speaker) => {
      store.setState(({ chosen }) => ({ chosen: { ...chosen, speaker } }));
      if (shown) playThrough(shown, speaker);
    },
    unlock: () => void shown?.unlockAudio().catch(report),
    retry: switcher.retry,
    dismissNotice: () => store.setState({ notice: undefined }),
    leave: async () => {
      unwatch();
      unlist();
      release?.();
      own.close();
      await switcher.leave();
    },
  };
}
