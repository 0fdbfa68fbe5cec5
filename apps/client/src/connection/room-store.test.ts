import type { Audience, SliceMessage } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { createRenewal, createRoomStore, receive } from './room-store.ts';

const snapshot = (revision: number, doc: object): SliceMessage =>
  ({ kind: 'snapshot', audience: 'session', revision, doc }) as SliceMessage;
const patch = (base: number, revision: number, change: object): SliceMessage =>
  ({ kind: 'patch', audience: 'session', base, revision, patch: change }) as SliceMessage;

function hearing(...messages: SliceMessage[]) {
  const store = createRoomStore();
  const outcomes = messages.map((message) => receive(store, message));
  return { store, outcomes, held: store.getState().slices };
}

test('a snapshot and the patches on top of it are the document', () => {
  const { outcomes, held } = hearing(
    snapshot(4, { title: 'Towns', people: { a: { name: 'Ada' }, b: { name: 'Ben' } } }),
    patch(4, 5, { people: { b: null, c: { name: 'Cem' } } }),
    patch(5, 9, { title: 'Cities' }),
  );
  expect(outcomes).toEqual(['applied', 'applied', 'applied']);
  expect(held.session).toEqual({
    revision: 9,
    doc: { title: 'Cities', people: { a: { name: 'Ada' }, c: { name: 'Cem' } } },
  });
});

test('a patch against another revision is a gap and changes nothing', () => {
  const { outcomes, held } = hearing(snapshot(4, { title: 'Towns' }), patch(5, 6, { title: 'Cities' }));
  expect(outcomes).toEqual(['applied', 'gap']);
  expect(held.session).toEqual({ revision: 4, doc: { title: 'Towns' } });
});

test('a patch before any snapshot is a gap, also for a name every object has', () => {
  expect(hearing(patch(0, 1, { title: 'Towns' })).outcomes).toEqual(['gap']);
  const odd = { kind: 'patch', audience: 'constructor', base: 0, revision: 1, patch: {} } as unknown as SliceMessage;
  expect(hearing(odd).outcomes).toEqual(['gap']);
});

test('a snapshot closes a gap, whatever was held', () => {
  const { held } = hearing(snapshot(4, { title: 'Towns' }), patch(7, 8, {}), snapshot(8, { title: 'Cities' }));
  expect(held.session).toEqual({ revision: 8, doc: { title: 'Cities' } });
});

test('what one no longer belongs to is forgotten, and only that', () => {
  const room: SliceMessage = { kind: 'snapshot', audience: 'room:r1', revision: 1, doc: { roomId: 'r1' } };
  const { held } = hearing(snapshot(1, {}), room, { kind: 'gone', audience: 'room:r1' });
  expect(Object.keys(held)).toEqual(['session']);
});

test('an untouched part keeps its identity, so that views of it are not drawn anew', () => {
  const { store } = hearing(snapshot(1, { people: { a: { name: 'Ada' } }, title: 'Towns' }));
  const before = store.getState().slices.session?.doc as { people: object };
  receive(store, patch(1, 2, { title: 'Cities' }));
  const after = store.getState().slices.session?.doc as { people: object };
  expect(after).not.toBe(before);
  expect(after.people).toBe(before.people);
});

test('[WI-13] after a reconnect old documents stay until the new ones have come, and then no longer', () => {
  const store = createRoomStore();
  const whole = (audience: Audience, revision: number): SliceMessage => ({
    ...{ kind: 'snapshot', audience, revision },
    doc: { revision },
  });
  const renewal = createRenewal(store);
  const hear = (message: SliceMessage) => {
    renewal.hear(message);
    receive(store, message);
  };
  for (const audience of ['session', 'staff', 'room:a', 'seat:ada'] as const) hear(whole(audience, 1));

  renewal.begin();
  hear(whole('session', 9));
  expect(Object.keys(store.getState().slices)).toEqual(['session', 'staff', 'room:a', 'seat:ada']);

  hear(whole('seat:ada', 9));
  expect(store.getState().slices).toEqual({
    session: { revision: 9, doc: { revision: 9 } },
    'seat:ada': { revision: 9, doc: { revision: 9 } },
  });
});
