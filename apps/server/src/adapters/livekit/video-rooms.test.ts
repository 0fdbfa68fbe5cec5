import type { Publish, SeatId } from '@werkraum/protocol';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { videoRoomsContract } from '../../ports/video-rooms.contract.ts';
import { type VideoRoomName, VideoUnreachable } from '../../ports/video-rooms.ts';
import { startFakeLiveKit } from './fake-livekit.ts';
import { createLiveKitRooms } from './video-rooms.ts';

const room = 'table' as VideoRoomName;
const ada = 'ada' as SeatId;
const access = { url: 'ws://127.0.0.1:9', apiKey: 'key', apiSecret: 'a-secret-of-at-least-32-characters!' };

videoRoomsContract('LiveKit adapter on a fake server', async () => {
  const livekit = await startFakeLiveKit();
  return {
    rooms: createLiveKitRooms(livekit),
    enter: livekit.enter,
    breakDown: async () => livekit.failFromNowOn(),
    stop: livekit.stop,
  };
});

async function grantOf(publish: Publish) {
  const token = await createLiveKitRooms(access).token(room, ada, 'Ada', publish);
  return decodeJwt<{ video: Record<string, unknown>; name: string }>(token);
}

test('[VI-2] a token is for one seat and one room, lives two minutes and gives no power over rooms', async () => {
  const claims = await grantOf({ microphone: true, camera: true, screen: true });
  expect(claims).toMatchObject({ sub: 'ada', iss: 'key', name: 'Ada' });
  expect(Number(claims.exp) - Number(claims.nbf)).toBe(120);
  expect(claims.video).toEqual({
    roomJoin: true,
    room: 'table',
    canSubscribe: true,
    canPublish: true,
    canPublishSources: ['microphone', 'camera', 'screen_share', 'screen_share_audio'],
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
});

test.each([
  [{ microphone: false, camera: false, screen: false }, false, []],
  [{ microphone: true, camera: false, screen: false }, true, ['microphone']],
  [{ microphone: false, camera: true, screen: false }, true, ['camera']],
  [{ microphone: false, camera: false, screen: true }, true, ['screen_share', 'screen_share_audio']],
])('[VI-2] %j may be published and nothing else', async (publish, canPublish, canPublishSources) => {
  expect((await grantOf(publish)).video).toMatchObject({ canPublish, canPublishSources });
});

test('[VI-15] no server at all is VideoUnreachable', async () => {
  await expect(createLiveKitRooms(access).list()).rejects.toThrow(VideoUnreachable);
});
