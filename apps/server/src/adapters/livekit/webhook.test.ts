import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeLiveKit, startFakeLiveKit } from './fake-livekit.ts';
import { createWebhookReader } from './webhook.ts';

let livekit: FakeLiveKit;
beforeAll(async () => {
  livekit = await startFakeLiveKit();
});
afterAll(() => livekit.stop());

test('[VI-14] a signed webhook names the room to look at', async () => {
  const { body, authorization } = await livekit.signWebhook({ event: 'participant_joined', room: { name: 'table' } });
  const read = createWebhookReader(livekit);
  expect(await read(body, authorization)).toEqual({ room: 'table', event: 'participant_joined' });
});

test('[VI-14] an altered, unsigned or foreign webhook is nothing', async () => {
  const { body, authorization } = await livekit.signWebhook({ event: 'room_finished', room: { name: 'table' } });
  const read = createWebhookReader(livekit);
  expect(await read(body.replace('table', 'other'), authorization)).toBeUndefined();
  expect(await read(body, undefined)).toBeUndefined();
  expect(await read(body, 'nonsense')).toBeUndefined();
  const foreign = createWebhookReader({ apiKey: livekit.apiKey, apiSecret: 'another-secret-of-at-least-32-chars!' });
  expect(await foreign(body, authorization)).toBeUndefined();
});
