import type { Publish, SeatId } from '@werkraum/protocol';
import { type VideoGuest, type VideoRoomName, type VideoRooms, VideoUnreachable } from '../../ports/video-rooms.ts';

/** What a token of `createMemoryVideoRooms` says, in plain words. */
export interface MemoryToken {
  room: VideoRoomName;
  seatId: SeatId;
  name: string;
  publish: Publish;
}

/** A guest of a room in memory; `connected` turns false when the room or the house puts it out. */
export interface MemoryGuest {
  seatId: SeatId;
  publish: Publish;
  microphone: boolean;
  connected: boolean;
}

export interface MemoryVideoRooms extends VideoRooms {
  /** Enters as a browser would; throws when the room is not there. */
  enter(token: string, microphone?: boolean): MemoryGuest;
  leave(token: string): void;
  /** Stops or starts answering; a stopped server keeps its rooms. */
  setReachable(reachable: boolean): void;
  /** Every room and guest is gone, as after a restart of the video server. */
  forgetAll(): void;
  /** How many calls have been made, answered or not. */
  calls(): number;
}

export const readMemoryToken = (token: string): MemoryToken => JSON.parse(token) as MemoryToken;

/** `VideoRooms` without a video server: for scenarios and unit tests. Tokens are readable, not signed. */
export function createMemoryVideoRooms(): MemoryVideoRooms {
  const rooms = new Map<VideoRoomName, Map<SeatId, MemoryGuest>>();
  let reachable = true;
  let calls = 0;
  const reach = async (): Promise<void> => {
    calls += 1;
    if (!reachable) throw new VideoUnreachable('told to be unreachable');
  };
  const guestIn = (room: VideoRoomName, seatId: SeatId) => rooms.get(room)?.get(seatId);
  const expel = (room: VideoRoomName, seatId: SeatId): void => {
    const guest = guestIn(room, seatId);
    if (guest) guest.connected = false;
    rooms.get(room)?.delete(seatId);
  };
  const closeNow = (room: VideoRoomName): void => {
    for (const seatId of [...(rooms.get(room)?.keys() ?? [])]) expel(room, seatId);
    rooms.delete(room);
  };

  return {
    async open(room) {
      await reach();
      if (!rooms.has(room)) rooms.set(room, new Map());
    },
    async close(room) {
      await reach();
      closeNow(room);
    },
    async list() {
      await reach();
      return [...rooms.keys()];
    },
    async guests(room) {
      await reach();
      return [...(rooms.get(room)?.values() ?? [])].map(asVideoGuest);
    },
    async remove(room, seatId) {
      await reach();
      expel(room, seatId);
    },
    async permit(room, seatId, publish) {
      await reach();
      const guest = guestIn(room, seatId);
      if (guest) Object.assign(guest, { publish, microphone: guest.microphone && publish.microphone });
    },
    async mute(room, seatId) {
      await reach();
      const guest = guestIn(room, seatId);
      if (guest) guest.microphone = false;
    },
    async token(room, seatId, name, publish) {
      return JSON.stringify({ room, seatId, name, publish } satisfies MemoryToken);
    },
    enter(token, microphone = false) {
      const { room, seatId, publish } = readMemoryToken(token);
      const guests = rooms.get(room);
      if (!reachable || !guests) throw new Error('requested room does not exist');
      expel(room, seatId); // A second tab takes over.
      const guest = { seatId, publish, microphone: microphone && publish.microphone, connected: true };
      guests.set(seatId, guest);
      return guest;
    },
    leave(token) {
      const { room, seatId } = readMemoryToken(token);
      expel(room, seatId);
    },
    setReachable(value) {
      reachable = value;
    },
    forgetAll: () => {
      for (const room of [...rooms.keys()]) closeNow(room);
    },
    calls: () => calls,
  };
}

const asVideoGuest = ({ seatId, publish, microphone }: MemoryGuest): VideoGuest =>
  microphone ? { seatId, publish, microphoneTrack: `${seatId}-microphone` } : { seatId, publish };
