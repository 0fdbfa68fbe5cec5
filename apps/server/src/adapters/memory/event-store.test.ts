import type { SeatId, SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { eventStoreContract } from '../../ports/event-store.contract.ts';
import type { Entry } from '../../ports/event-store.ts';
import { createMemoryEventStore } from './event-store.ts';

eventStoreContract('memory', async () => {
  const store = createMemoryEventStore();
  return {
    store,
    reopened: async () => store,
    damaged: async (sessionId, version) => {
      store.damage(sessionId, version);
      return store;
    },
    stopSaving: async () => store.fail('broken'),
    resumeSaving: async () => store.heal(),
    dispose: () => store.close(),
  };
});

const session = 'session' as SessionId;
const entry: Entry = { facts: [{ type: 'seat-arrived', seatId: 'ada' as SeatId }], at: 1, by: 'house' };

test('held appends wait in order until they are released', async () => {
  const store = createMemoryEventStore();
  store.hold();
  const settled: unknown[] = [];
  const appends = [0, 1].map((version) => store.append(session, entry, version).then((result) => settled.push(result)));
  await new Promise(setImmediate);
  expect(settled).toEqual([]);
  store.release();
  await Promise.all(appends);
  expect(settled).toEqual([
    { kind: 'appended', version: 1 },
    { kind: 'appended', version: 2 },
  ]);
});

test('held appends fail when the medium fails before they are released', async () => {
  const store = createMemoryEventStore();
  store.hold();
  const appends = [0, 1].map((version) => store.append(session, entry, version));
  store.fail('full');
  store.release();
  expect(await Promise.all(appends)).toEqual([
    { kind: 'not-saved', why: 'full' },
    { kind: 'not-saved', why: 'full' },
  ]);
});
