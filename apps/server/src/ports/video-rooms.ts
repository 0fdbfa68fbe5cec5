import type { Publish, SeatId } from '@werkraum/protocol';

/** The unguessable name of one opening of one place's video room. Never used again once closed. */
export type VideoRoomName = string & { readonly __brand: 'VideoRoomName' };

/** Somebody who is in a video room at the moment. */
export interface VideoGuest {
  seatId: SeatId;
  publish: Publish;
  /** Sources the guest publishes unmuted right now; `microphone` is what muting needs. */
  microphoneTrack?: string;
}

/**
 * The video server in the workshop's own words. Every call may throw `VideoUnreachable`; nothing else escapes.
 * All calls are idempotent. The contract is `video-rooms.contract.ts`.
 */
export interface VideoRooms {
  /** Makes the room exist. */
  open(room: VideoRoomName): Promise<void>;
  /** Ends the room for everybody in it; a room that is not there is fine. */
  close(room: VideoRoomName): Promise<void>;
  /** Names of the rooms that exist now. */
  list(): Promise<readonly VideoRoomName[]>;
  guests(room: VideoRoomName): Promise<readonly VideoGuest[]>;
  remove(room: VideoRoomName, seatId: SeatId): Promise<void>;
  /** What the guest may publish from now on; sources no longer allowed stop at once. */
  permit(room: VideoRoomName, seatId: SeatId, publish: Publish): Promise<void>;
  /** Switches the guest's microphone off. */
  mute(room: VideoRoomName, seatId: SeatId): Promise<void>;
  /** A short-lived ticket for this seat and this room only. Needs no server. */
  token(room: VideoRoomName, seatId: SeatId, name: string, publish: Publish): Promise<string>;
}

/** The video server did not answer in time, or not at all. */
export class VideoUnreachable extends Error {
  override name = 'VideoUnreachable';
}
