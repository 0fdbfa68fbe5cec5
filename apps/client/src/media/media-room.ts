/** What a person can send. A shared screen may come with its sound. */
export type Source = 'microphone' | 'camera' | 'screen' | 'screen-sound';
export const SOURCES: readonly Source[] = ['microphone', 'camera', 'screen', 'screen-sound'];

/** Something a `<video>` can show. `attach` returns the way to take it off again. */
export interface Picture {
  /** The same id means the same picture. */
  readonly id: string;
  attach(video: HTMLVideoElement): () => void;
}

/** What arrives from one other person. */
export interface PersonMedia {
  microphone: boolean;
  camera?: Picture;
  screen?: Picture;
}

export type Quality = 'good' | 'poor' | 'lost';

/** What one video room shows of the other people, by seat id. */
export interface RoomSight {
  people: Readonly<Record<string, PersonMedia>>;
  speaking: readonly string[];
  quality: Readonly<Record<string, Quality>>;
  /** The browser refuses to play sound before the person clicks. */
  audioBlocked: boolean;
}

export const NOTHING_SEEN: RoomSight = { people: {}, speaking: [], quality: {}, audioBlocked: false };

/** `elsewhere`: the same seat joined from another place. `unsupported`: this browser has no WebRTC. */
export type LossReason = 'elsewhere' | 'lost';

export type RoomEvent =
  | { type: 'sight'; sight: RoomSight }
  /** What this seat may send has changed on the video server. */
  | { type: 'grants' }
  | { type: 'reconnecting' }
  | { type: 'back' }
  | { type: 'lost'; reason: LossReason };

/** What should be sent for one source; `undefined` means nothing. */
export interface Outgoing {
  track: MediaStreamTrack;
  muted: boolean;
}

/**
 * One connection to one video room. Until `open` it is quiet: what will be sent and received is agreed on with the server,
 * but no picture and no sound goes either way.
 */
export interface MediaRoom {
  /** Rejects when the room cannot be joined, also after `leave`. */
  join(url: string, token: string): Promise<void>;
  /** From now on everybody here is received and hears and sees what is sent; `sight` events follow. May come before `join`. */
  open(): void;
  /**
   * Declares what is sent for a source; may be repeated, and may come before `join`. A clone of the track is published, so
   * the original outlives the room. Rejects when the video server does not allow it (yet).
   */
  send(source: Source, what: Outgoing | undefined): Promise<void>;
  /** Stops sending and playing at once, without waiting for anybody: what is said from here on is for another place. */
  hush(): void;
  /** Starts blocked sound; call it from a click. */
  unlockAudio(): Promise<void>;
  /** Plays through this output device, where the browser can. */
  useSpeaker(deviceId: string): Promise<void>;
  /** Ends the connection; also breaks off a join. Never rejects. */
  leave(): Promise<void>;
}

export type CreateRoom = (hear: (event: RoomEvent) => void) => Promise<MediaRoom>;
