import { RoomServiceClient } from 'livekit-server-sdk';
import { expect, onTestFinished, test } from 'vitest';
import { findLiveKit } from '../../tools/livekit/find-server.ts';
import { type LiveKit, startLiveKit } from '../../tools/livekit/serve.ts';

async function started(): Promise<LiveKit> {
  const source = await findLiveKit({ env: { ...process.env, LIVEKIT: '', LIVEKIT_URL: '' } });
  if (source.kind !== 'binary') throw new Error(`these tests need a LiveKit server: ${JSON.stringify(source)}`);
  const server = await startLiveKit({ binary: source.path });
  onTestFinished(server.stop);
  return server;
}

test('the server starts with our settings and opens only rooms it is told to', { timeout: 15 * 60_000 }, async () => {
  const server = await started();
  const rooms = new RoomServiceClient(server.url.replace('ws', 'http'), server.apiKey, server.apiSecret);
  await rooms.createRoom({ name: 'table' });
  expect((await rooms.listRooms()).map((room) => room.name)).toEqual(['table']);
});

test('it ends when told to, and only then', async () => {
  const server = await started();
  const ended: string[] = [];
  void server.exited.then(() => ended.push('exited'));
  const http = server.url.replace('ws', 'http');
  expect((await fetch(http)).status).toBe(200);
  expect(ended).toEqual([]);
  await server.stop();
  expect(ended).toEqual(['exited']);
  await expect(fetch(http)).rejects.toThrow('fetch failed');
});

test('a program that cannot start is reported with what it said', async () => {
  await expect(startLiveKit({ binary: '/bin/false' })).rejects.toThrow(
    'LiveKit did not start: it ended at once (code 1)',
  );
});
