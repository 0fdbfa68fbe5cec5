import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DeviceList, type DeviceProblem, NO_DEVICES } from './devices.ts';
import { NOTHING_SEEN, type Picture, type RoomSight } from './media-room.ts';
import type { Connection } from './room-switcher.ts';

/** One of the own sources: what the person chose, and what stands in the way. */
export interface OwnSource {
  on: boolean;
  /** The browser is asking, or the device is starting. */
  busy: boolean;
  problem?: DeviceProblem | undefined;
  /** What is captured now, for the own tile. */
  picture?: Picture | undefined;
  /** What is captured now, for the level meter. */
  track?: MediaStreamTrack | undefined;
}

/** Something that happened without the person and is said once. */
export type MediaNotice = 'muted-by-staff' | 'share-ended';

export interface Chosen {
  microphone?: string | undefined;
  camera?: string | undefined;
  speaker?: string | undefined;
}

/** Everything the screen says about sound and pictures. What people see of each other comes from here; who is here does not. */
export interface MediaState {
  connection: Connection;
  microphone: OwnSource;
  camera: OwnSource;
  screen: OwnSource;
  sight: RoomSight;
  devices: DeviceList;
  chosen: Chosen;
  canShare: boolean;
  canChooseSpeaker: boolean;
  notice?: MediaNotice | undefined;
}

export type MediaStore = StoreApi<MediaState>;

const OFF: OwnSource = { on: false, busy: false };

export const INITIAL_MEDIA: MediaState = {
  connection: { state: 'off' },
  microphone: OFF,
  camera: OFF,
  screen: OFF,
  sight: NOTHING_SEEN,
  devices: NO_DEVICES,
  chosen: {},
  canShare: false,
  canChooseSpeaker: false,
};

export const createMediaStore = (initial: Partial<MediaState> = {}): MediaStore =>
  createStore(() => ({ ...INITIAL_MEDIA, ...initial }));
