import type { CommandId, PhaseId, Reply, SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { createMemoryEventStore } from '../adapters/memory/event-store.ts';
import { createFakeClock } from '../adapters/memory/fake-clock.ts';
import { type AnyCommand, type Session, STATE_FORMAT } from '../domain/session.ts';
import { drafted, HOUSE, seat } from '../domain/testing/workshop.ts';
import { createHouse } from './house.ts';

const SESSION = 'model' as SessionId;
const commandId = (number: number): CommandId =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as CommandId;
const OPEN: AnyCommand = { type: 'open-doors' };
const START: AnyCommand = { type: 'start-session' };
const next = (phaseId: string): AnyCommand => ({ type: 'advance-phase', phaseId: phaseId as PhaseId });
const hands: AnyCommand = { type: 'raise-hand' };
const OK: Reply = { ok: true };
const refused = (rejection: string) => ({ ok: false, rejection });

/** A house with the model workshop in its store, in which Frieda and Ada are here. */
async function givenHouse(options: { snapshotEvery?: number } = {}) {
  const store = createMemoryEventStore();
  await store.append(SESSION, { facts: drafted().facts, at: 0, by: 'house' }, 0);
  return { store, ...(await openHouse(store, options)) };
}

async function openHouse(store: ReturnType<typeof createMemoryEventStore>, options: { snapshotEvery?: number } = {}) {
  const clock = createFakeClock(1_000);
  const faults: unknown[] = [];
  const house = createHouse({ store, clock, report: (error) => void faults.push(error), ...options });
  const commits: { before: Session | undefined; after: Session }[] = [];
  house.onCommitted((_id, before, after) => void commits.push({ before, after }));
  await house.wake();
  const frieda = (command: AnyCommand, id?: number) =>
    house.handle(SESSION, command, seat('Frieda'), id === undefined ? undefined : commandId(id));
  const admit = async () => {
    for (const seatId of ['frieda', 'ada'])
      await house.handle(SESSION, { type: 'arrive', seatId: seatId as never }, HOUSE);
  };
  return { clock, faults, house, commits, frieda, admit };
}

const factsOf = async (store: ReturnType<typeof createMemoryEventStore>) => {
  const result = await store.read(SESSION, -1);
  if (result.kind !== 'log') throw new Error(result.kind);
  return result.log.facts.map(({ fact }) => fact.type);
};

test('[WI-7] answers only after the facts are on the disk and everybody was told', async () => {
  const { store, house, frieda, admit, commits } = await givenHouse();
  await admit();
  const order: string[] = [];
  house.onCommitted((_id, _before, after) => void order.push(`told ${after.status}`));
  store.hold();
  const opened = frieda(OPEN).then((reply) => void order.push(`answered ${reply.ok}`));
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual([]);
  expect(house.session(SESSION)?.status).toBe('draft');

  store.release();
  await opened;

  expect(order).toEqual(['told open', 'answered true']);
  expect(commits.at(-1)?.before?.status).toBe('draft');
});

test('[WI-9] decides on what is accepted, before the disk has it', async () => {
  const { store, frieda, admit } = await givenHouse();
  await admit();
  store.hold();
  const replies = Promise.all([frieda(OPEN), frieda(START), frieda(next('intro')), frieda(next('intro'))]);
  store.release();

  expect(await replies).toEqual([OK, OK, OK, refused('phase-already-ended')]);
});

test('[WI-8] a repeated id has one effect and one answer, at once, later and after a restart', async () => {
  const { store, frieda, admit } = await givenHouse();
  await admit();
  await frieda(OPEN, 1);
  expect(await Promise.all([frieda(START, 2), frieda(START, 2)])).toEqual([OK, OK]);
  expect(await frieda(START, 2)).toEqual(OK);
  expect(await frieda(START, 3)).toEqual(refused('session-already-running'));
  const facts = await factsOf(store);

  const restarted = await openHouse(store);
  expect(await restarted.frieda(START, 2)).toEqual(OK);
  expect(await factsOf(store)).toEqual(facts);
});

test('[KE-9][WI-8] a repeat is known after a restart, too, when a snapshot covers its first time', async () => {
  const { store, house, frieda, admit } = await givenHouse();
  await admit();
  await frieda(OPEN, 1);
  await frieda(START, 2);
  await house.keepSnapshots();
  const facts = await factsOf(store);

  const restarted = await openHouse(store);
  expect(await restarted.frieda(START, 2)).toEqual(OK);
  await restarted.house.keepSnapshots();
  expect(await (await openHouse(store)).frieda(OPEN, 1)).toEqual(OK);
  expect(await factsOf(store)).toEqual(facts);
});

test('[WI-8] the same id with another body is told apart for a minute, an effect for five', async () => {
  const { store, frieda, admit, clock } = await givenHouse();
  await admit();
  await frieda(OPEN, 1);
  await frieda(START, 2);
  const facts = await factsOf(store);
  await clock.advance(59_000);
  await frieda({ type: 'extend-phase', phaseId: 'nowhere' as PhaseId, byMs: 60_000 }, 3);
  expect(await frieda(OPEN, 2)).toEqual(refused('command-id-reused'));
  for (let minute = 1; minute < 5; minute += 1) {
    expect(await frieda(START, 2)).toEqual(OK);
    await clock.advance(60_000);
    await frieda({ type: 'extend-phase', phaseId: 'nowhere' as PhaseId, byMs: 60_000 }, 3 + minute);
  }
  expect(await frieda(START, 2)).toEqual(OK);
  expect(await factsOf(store)).toEqual(facts);
});

test('[WI-8] a refusal is repeated, too, even when the command would be possible by now', async () => {
  const { frieda, admit } = await givenHouse();
  await admit();
  expect(await frieda(START, 1)).toEqual(refused('session-not-open'));
  await frieda(OPEN, 2);

  expect(await frieda(START, 1)).toEqual(refused('session-not-open'));
  expect(await frieda(START, 3)).toEqual(OK);
});

test('[WI-8] the same id with another body or from another seat is refused', async () => {
  const { house, frieda, admit } = await givenHouse();
  await admit();
  await frieda(OPEN, 1);

  expect(await frieda(START, 1)).toEqual(refused('command-id-reused'));
  expect(await house.handle(SESSION, OPEN, seat('Ada'), commandId(1))).toEqual(refused('command-id-reused'));
});

test('[WI-10] a commit that fails takes along what was built on it, and nobody is told', async () => {
  const { store, house, frieda, admit, commits } = await givenHouse();
  await admit();
  const told = commits.length;
  const before = await factsOf(store);
  store.hold();
  const replies = Promise.all([frieda(OPEN, 1), frieda(START, 2), frieda(hands)]);
  store.fail('full');
  store.release();

  expect(await replies).toEqual([refused('not-saving'), refused('not-saving'), refused('not-saving')]);
  expect(house.session(SESSION)?.status).toBe('draft');
  expect(commits).toHaveLength(told);
  expect(await factsOf(store)).toEqual(before);
  expect(await frieda(OPEN, 1)).toEqual(refused('not-saving'));

  store.heal();
  expect(await frieda(OPEN, 1)).toEqual(OK);
  expect(await frieda(START, 2)).toEqual(OK);
});

test('when somebody else has written, the log is read again and the command decided on that', async () => {
  const { store, house, frieda, admit } = await givenHouse();
  await admit();
  const version = (await factsOf(store)).length;
  await store.append(SESSION, { facts: [{ type: 'doors-opened' }], at: 1, by: 'house' }, version);

  expect(await frieda(OPEN, 1)).toEqual(refused('session-already-open'));
  expect(house.session(SESSION)?.status).toBe('open');
  expect(await frieda(START, 2)).toEqual(OK);
});

test('when nobody knows whether a write happened, the log decides, and the effect is there once', async () => {
  const { store, frieda, admit, faults } = await givenHouse();
  await admit();
  const { append } = store;
  store.append = async (...given) => {
    store.append = append;
    await append(...given);
    throw new Error('the answer was lost');
  };

  expect(await frieda(OPEN, 1)).toEqual(OK);
  expect((await factsOf(store)).filter((type) => type === 'doors-opened')).toHaveLength(1);
  expect(faults).toHaveLength(1);
});

test('everything that became durable together is told as one', async () => {
  const { store, frieda, admit, commits } = await givenHouse();
  await admit();
  const told = commits.length;
  // A medium that answers a whole batch at once, as the real one does.
  const { append } = store;
  const waiting: (() => void)[] = [];
  store.append = async (...given) => {
    const result = await append(...given);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return result;
  };
  const replies = Promise.all([frieda(OPEN), frieda(START), frieda(next('intro'))]);
  while (waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
  for (const resolve of waiting) resolve();

  expect(await replies).toEqual([OK, OK, OK]);
  expect(commits.slice(told).map(({ before, after }) => [before?.status, after.status])).toEqual([
    ['draft', 'running'],
  ]);
});

test('[WI-11] a damaged session is left alone, others go on', async () => {
  const { store } = await givenHouse();
  const other = 'other' as SessionId;
  await store.append(other, { facts: drafted().facts, at: 0, by: 'house' }, 0);
  store.damage(SESSION, 3);
  const { house, frieda } = await openHouse(store);

  expect(await frieda(OPEN)).toEqual(refused('session-damaged'));
  expect(await house.look(SESSION)).toEqual({ kind: 'damaged' });
  await house.handle(other, { type: 'arrive', seatId: 'frieda' as never }, HOUSE);
  expect(await house.handle(other, OPEN, seat('Frieda'))).toEqual(OK);
});

test('a log that cannot be folded is damaged, too', async () => {
  const { store } = await givenHouse();
  const version = (await factsOf(store)).length;
  await store.append(SESSION, { facts: [{ type: 'no-such-fact' } as never], at: 0, by: 'house' }, version);
  const { house, faults } = await openHouse(store);

  expect(await house.look(SESSION)).toEqual({ kind: 'damaged' });
  expect(faults.length).toBeGreaterThan(0);
});

test('[KE-16] a snapshot is kept after so many facts, and a restart begins with it', async () => {
  const { store, house, frieda, admit } = await givenHouse({ snapshotEvery: 3 });
  await admit();
  await frieda(OPEN);
  await house.idle();
  const result = await store.read(SESSION, STATE_FORMAT);
  expect(result.kind === 'log' && result.log.snapshot?.version).toBeGreaterThan(0);

  const restarted = await openHouse(store);
  expect(await restarted.house.look(SESSION)).toEqual({ kind: 'fine', session: house.session(SESSION) });
});

test('[KE-16] what is kept at the end covers the whole log', async () => {
  const { store, house, frieda, admit } = await givenHouse();
  await admit();
  await frieda(OPEN);
  await house.keepSnapshots();
  const read = await store.read(SESSION, STATE_FORMAT);
  expect(read).toMatchObject({ kind: 'log', log: { snapshot: { state: { status: 'open' } }, facts: [] } });
});

test('a session that is over and that nobody looks at is not kept in memory, and comes back when asked for', async () => {
  const { house, frieda, admit, clock } = await givenHouse();
  await admit();
  for (const command of [OPEN, START, { type: 'end-session' } as const]) await frieda(command);
  const release = house.hold(SESSION);
  await clock.advance(20 * 60_000);
  expect(house.session(SESSION)?.status).toBe('ended');

  release();
  await clock.advance(20 * 60_000);
  expect(house.session(SESSION)).toBeUndefined();
  expect(await house.look(SESSION)).toMatchObject({ kind: 'fine', session: { status: 'ended' } });
});

test('a deleted session is gone', async () => {
  const { house, store } = await givenHouse();
  const gone: SessionId[] = [];
  house.onDeleted((sessionId) => void gone.push(sessionId));
  await house.delete(SESSION);

  expect(gone).toEqual([SESSION]);
  expect(await house.look(SESSION)).toEqual({ kind: 'none' });
  expect(await store.sessions()).toEqual([]);
});
