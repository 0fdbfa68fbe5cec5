import type { Publish, SeatId } from '@werkraum/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type VideoGuest, type VideoRoomName, type VideoRooms, VideoUnreachable } from './video-rooms.ts';

/** Somebody who entered a room with a token, as a browser would. */
export interface EnteredGuest {
  isConnected(): boolean;
  leave(): Promise<void>;
}

/** One adapter together with the world it stands for. */
export interface VideoRoomsWorld {
  rooms: VideoRooms;
  /** Enters with a token and publishes a microphone track if told to; rejects when the token opens nothing. */
  enter(token: string, microphone?: boolean): Promise<EnteredGuest>;
  /** From now on the video server answers nothing. */
  breakDown(): Promise<void>;
  stop(): Promise<void>;
}

const EVERYTHING: Publish = { microphone: true, camera: true, screen: true };
const NOTHING: Publish = { microphone: false, camera: false, screen: false };
const SPEAK: Publish = { microphone: true, camera: false, screen: false };
const ada = 'ada' as SeatId;
const ben = 'ben' as SeatId;

/** What every `VideoRooms` promises. Polls instead of waiting: a real server shows a change a moment later. */
export function videoRoomsContract(name: string, create: () => Promise<VideoRoomsWorld>): void {
  describe(`video rooms: ${name}`, () => {
    let world: VideoRoomsWorld;
    let count = 0;
    let room: VideoRoomName;
    beforeEach(async () => {
      world = await create();
      room = `contract-${Date.now()}-${++count}` as VideoRoomName;
    });
    afterEach(() => world.stop());

    const enter = async (seatId: SeatId, publish: Publish, microphone = false) =>
      world.enter(await world.rooms.token(room, seatId, seatId, publish), microphone);
    const guest = async (seatId: SeatId): Promise<VideoGuest | undefined> =>
      (await world.rooms.guests(room)).find((one) => one.seatId === seatId);
    const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 8_000, interval: 50 });

    test('[VI-15] a room exists from open to close, and both may be repeated', async () => {
      await world.rooms.open(room);
      await world.rooms.open(room);
      await soon(() => world.rooms.list()).toContain(room);
      await world.rooms.close(room);
      await world.rooms.close(room);
      await soon(() => world.rooms.list()).not.toContain(room);
    });

    test('[VI-15] nobody is in a room that is empty or not there, and nothing can be done to nobody', async () => {
      expect(await world.rooms.guests(room)).toEqual([]);
      await world.rooms.remove(room, ada);
      await world.rooms.open(room);
      expect(await world.rooms.guests(room)).toEqual([]);
      await world.rooms.remove(room, ada);
      await world.rooms.permit(room, ada, NOTHING);
      await world.rooms.mute(room, ada);
    });

    test('[VI-2] a token lets its seat in, with what it may publish', async () => {
      await world.rooms.open(room);
      await enter(ada, SPEAK);
      await enter(ben, NOTHING);
      await soon(() => guest(ada)).toMatchObject({ seatId: ada, publish: SPEAK });
      await soon(() => guest(ben)).toMatchObject({ seatId: ben, publish: NOTHING });
    });

    test('[VI-4] a token opens no room that nobody has opened', async () => {
      await expect(enter(ada, EVERYTHING)).rejects.toThrow();
      expect(await world.rooms.list()).not.toContain(room);
    });

    test('[VI-4] closing ends the room for those in it, and their tokens open nothing any more', async () => {
      await world.rooms.open(room);
      const token = await world.rooms.token(room, ada, 'Ada', SPEAK);
      const entered = await world.enter(token);
      await soon(() => guest(ada)).toBeDefined();
      await world.rooms.close(room);
      await soon(() => entered.isConnected()).toBe(false);
      await expect(world.enter(token)).rejects.toThrow();
    });

    test('[VI-5] removing puts out one guest and leaves the others', async () => {
      await world.rooms.open(room);
      const [one, other] = [await enter(ada, SPEAK), await enter(ben, SPEAK)];
      await soon(async () => (await world.rooms.guests(room)).length).toBe(2);
      await world.rooms.remove(room, ada);
      await soon(() => one.isConnected()).toBe(false);
      await soon(() => guest(ada)).toBeUndefined();
      expect(other.isConnected()).toBe(true);
      expect(await guest(ben)).toBeDefined();
    });

    test('[VI-6] permissions follow, and a source no longer allowed stops', async () => {
      await world.rooms.open(room);
      await enter(ada, EVERYTHING, true);
      await soon(() => guest(ada)).toMatchObject({ publish: EVERYTHING, microphoneTrack: expect.any(String) });
      await world.rooms.permit(room, ada, NOTHING);
      await soon(() => guest(ada)).toEqual({ seatId: ada, publish: NOTHING });
      await world.rooms.permit(room, ada, SPEAK);
      await soon(() => guest(ada)).toMatchObject({ publish: SPEAK });
    });

    test('[VI-7] muting switches the microphone off and takes no right away', async () => {
      await world.rooms.open(room);
      await enter(ada, SPEAK, true);
      await soon(() => guest(ada)).toMatchObject({ microphoneTrack: expect.any(String) });
      await world.rooms.mute(room, ada);
      await world.rooms.mute(room, ada);
      await soon(() => guest(ada)).toEqual({ seatId: ada, publish: SPEAK });
    });

    test('[VI-15] a server that does not answer is told by VideoUnreachable, and tokens need no server', async () => {
      await world.rooms.open(room);
      await world.breakDown();
      const { rooms } = world;
      const calls = [
        rooms.open(room),
        rooms.close(room),
        rooms.list(),
        rooms.guests(room),
        rooms.remove(room, ada),
        rooms.permit(room, ada, SPEAK),
        rooms.mute(room, ada),
      ];
      for (const call of await Promise.allSettled(calls)) {
        expect(call).toMatchObject({ status: 'rejected', reason: expect.any(VideoUnreachable) });
      }
      expect(await rooms.token(room, ada, 'Ada', SPEAK)).not.toBe('');
    });
  });
}
