import type { NotesReply, RoomId, SessionView } from '@werkraum/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, next, phaseOf } from '../support/steps.ts';
import { givenWorkshop, minutes, type Workshop } from '../support/workshop.ts';
import { placeOf, wordsSentTo, writerOf } from '../support/writer.ts';

let workshop: Workshop;
afterEach(() => workshop.close());

/** The first round, everybody seated. */
async function atTables(): Promise<Workshop> {
  workshop = await givenWorkshop(['Ada', 'Ben', 'Cem', 'Dora']);
  await goTo(workshop, 'round-1');
  return workshop;
}

/** Two who sit together, and one at another table. */
function neighbours(): { one: Person; two: Person; far: Person } {
  const people = ['Ada', 'Ben', 'Cem', 'Dora'].map(workshop.person);
  for (const one of people) {
    const two = people.find((each) => each !== one && each.you().place === one.you().place);
    const far = people.find((each) => each.you().place !== one.you().place);
    if (two && far) return { one, two, far };
  }
  throw new Error('nobody sits together');
}

const refused = (reason: string): NotesReply => ({ ok: false, reason }) as NotesReply;

describe('writing together', () => {
  test('[NO-3, NO-4] two write at once, one drops out and writes on, the server restarts: all end with the same text', async () => {
    await atTables();
    const { one, two } = neighbours();
    const [first, second] = [writerOf(one), writerOf(two)];
    await Promise.all([first.opens(), second.opens()]);
    await Promise.all([first.writes('from the first'), second.writes('from the second')]);
    await workshop.settled();
    expect(first.reads()).toBe(second.reads());

    await two.vanishes();
    second.copy.writes('written without a line');
    await first.writes('meanwhile');
    workshop = await workshop.restart();
    await two.enters();
    await first.opens();
    await second.opens();
    await workshop.settled();
    for (const words of ['from the first', 'from the second', 'written without a line', 'meanwhile'])
      expect(first.reads()).toContain(words);
    expect(first.reads()).toBe(second.reads());
    expect(workshop.server.faults).toEqual([]);
  });

  test('[NO-10] a version is read and written anew by who belongs there, and by nobody else', async () => {
    await atTables();
    const { one, two, far } = neighbours();
    const [first, second] = [writerOf(one), writerOf(two)];
    await Promise.all([first.opens(), second.opens()]);
    await first.writes('worth keeping');
    await workshop.clock.advance(minutes(4));
    await first.writes('rather not');
    const place = placeOf(one);
    const version = { place, version: 1 };
    expect(await two.client().request('notes-versions', place)).toMatchObject({ versions: [{ version: 1 }] });
    expect(await two.client().request('notes-version', version)).toEqual({
      ok: true,
      text: [{ kind: 'paragraph', runs: [{ text: 'worth keeping' }] }],
    });
    for (const event of ['notes-version', 'notes-restore'])
      expect(await far.client().request(event, version)).toEqual(refused('not-here'));
    expect(await far.client().request('notes-versions', place)).toEqual(refused('not-here'));
    expect(await two.client().request('notes-restore', version)).toEqual({ ok: true });
    await workshop.settled();
    expect(first.reads()).toBe('<paragraph>worth keeping</paragraph>');
    expect(second.reads()).toBe(first.reads());
    expect(await two.client().request('notes-restore', { place, version: 9 })).toEqual(refused('no-such-version'));
  });
});

describe('[NO-2] who may', () => {
  test('reads and writes only where they are: other tables, the plenary and staff are refused', async () => {
    await atTables();
    const { one, far } = neighbours();
    const place = placeOf(one);
    for (const person of [far, workshop.facilitator, workshop.timekeeper, workshop.speaker]) {
      expect(await writerOf(person, place).opens()).toEqual(refused('not-here'));
      expect(await writerOf(person, place).writes('from elsewhere')).toEqual(refused('not-here'));
    }
    expect(await writerOf(one, 'plenary').opens()).toEqual(refused('not-here'));
    expect(await writerOf(workshop.facilitator, 'plenary').opens()).toMatchObject({ ok: true, mayWrite: true });
    const all = writerOf(one);
    await all.opens();
    expect(all.reads()).toBe('');
  });

  test('a facilitator while visibly visiting, and not a moment longer', async () => {
    await atTables();
    const { one } = neighbours();
    const { facilitator } = workshop;
    const roomId = placeOf(one) as RoomId;
    const visit = { phaseId: phaseOf(workshop) };
    const writer = writerOf(one);
    await writer.opens();
    await facilitator.asks({ type: 'visit-table', ...visit, roomId });
    const guest = writerOf(facilitator);
    expect(await guest.opens()).toMatchObject({ ok: true });
    expect(await guest.writes('a hint')).toEqual({ ok: true });
    await facilitator.asks({ type: 'leave-table', ...visit });
    expect(facilitator.client().notes().at(-1)).toEqual({ kind: 'cut', place: roomId });
    await writer.writes('after the visit');
    await workshop.settled();
    expect(wordsSentTo(facilitator)).not.toContain('after the visit');
    expect(writer.reads()).toContain('a hint');
  });

  test('whoever is removed, or whose table closes, is cut off at once', async () => {
    await atTables();
    const { one, two } = neighbours();
    const [first, second] = [writerOf(one), writerOf(two)];
    await Promise.all([first.opens(), second.opens()]);
    await workshop.facilitator.asks({ type: 'remove-person', seatId: two.seatId });
    await first.writes('after the removal');
    expect(wordsSentTo(two)).not.toContain('after the removal');
    await next(workshop);
    await workshop.clock.advance(minutes(2));
    expect(one.client().notes().at(-1)).toMatchObject({ kind: 'cut' });
    expect(await first.writes('too late')).toEqual(refused('not-here'));
  });

  test('after the end what was everybody’s is read, and no longer written', async () => {
    await atTables();
    await workshop.facilitator.asks({ type: 'end-session' });
    const writer = writerOf(workshop.person('Ada'), 'plenary');
    expect(await writer.opens()).toMatchObject({ ok: true, mayWrite: false });
    expect(await writer.writes('one more')).toEqual(refused('read-only'));
  });
});

describe('carets', () => {
  const caret = { anchor: { type: { client: 1, clock: 0 } }, head: { type: { client: 1, clock: 0 } } };

  test('[NO-11] are told with the seat the server knows, and go when their owner does', async () => {
    await atTables();
    const { one, two, far } = neighbours();
    await Promise.all([writerOf(one).opens(), writerOf(two).opens(), writerOf(far).opens()]);
    const place = placeOf(one);
    one.client().sendRaw('notes-caret', { place, caret, seatId: two.seatId });
    one.client().sendRaw('notes-caret', { place, caret });
    await workshop.settled();
    expect(two.client().notes()).toEqual([{ kind: 'caret', place, seatId: one.seatId, caret }]);
    expect(far.client().notes()).toEqual([]);
    await one.vanishes();
    await workshop.settled();
    expect(two.client().notes().at(-1)).toEqual({ kind: 'caret', place, seatId: one.seatId, caret: null });
  });

  test('[NO-11] cannot be set at a place one is not at', async () => {
    await atTables();
    const { one, two, far } = neighbours();
    await Promise.all([writerOf(one).opens(), writerOf(two).opens()]);
    far.client().sendRaw('notes-caret', { place: placeOf(one), caret });
    far.client().sendRaw('notes-caret', { place: 'plenary', caret });
    await workshop.settled();
    expect([one.client().notes(), two.client().notes()]).toEqual([[], []]);
  });
});

describe('[NO-12] handing over', () => {
  const handed = (person: Person): SessionView['handedNotes'] => person.sees().handedNotes;

  test('what a table wrote is seen by everybody once they hand it over, and not a word of it before', async () => {
    await atTables();
    const { one, two, far } = neighbours();
    const roomId = placeOf(one) as RoomId;
    const writer = writerOf(one);
    await writer.opens();
    await writer.writes('CANARY-of-this-table');
    await workshop.settled();
    for (const person of [far, workshop.facilitator, workshop.timekeeper]) {
      expect(wordsSentTo(person)).not.toContain('CANARY');
    }
    expect(await far.asks({ type: 'hand-over-notes', roomId })).toMatchObject({ ok: false });
    expect(await two.asks({ type: 'hand-over-notes', roomId })).toEqual({ ok: true });
    await workshop.settled();
    for (const person of [far, workshop.facilitator, one]) {
      expect(handed(person)?.[roomId]).toMatchObject({
        ...{ by: two.seatId, text: [{ kind: 'paragraph', runs: [{ text: 'CANARY-of-this-table' }] }] },
      });
    }
  });

  test('a wish that was being read when the server stopped is fulfilled after it', async () => {
    await atTables();
    const { one } = neighbours();
    const roomId = placeOf(one) as RoomId;
    const writer = writerOf(one);
    await writer.opens();
    await writer.writes('in good hands');
    one.client().sendRaw('command', { id: crypto.randomUUID(), command: { type: 'hand-over-notes', roomId } });
    await one.client().caughtUp();
    workshop = await workshop.restart();
    await workshop.settled();
    expect(JSON.stringify(handed(one))).toContain('in good hands');
  });

  test('[NO-1] a session that is deleted leaves no notes behind', async () => {
    await atTables();
    const { one } = neighbours();
    const writer = writerOf(one);
    await writer.opens();
    await writer.writes('to be forgotten');
    expect((await workshop.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}`)).status).toBe(204);
    await workshop.settled();
    expect(await writer.writes('more')).not.toEqual({ ok: true });
    expect(workshop.server.faults).toEqual([]);
  });
});

test('[NO-5] malformed and oversized requests are answered, and who asks too often is told', async () => {
  workshop = await givenWorkshop(['Ada']);
  await workshop.facilitator.asks({ type: 'open-doors' });
  const ada = workshop.person('Ada');
  const ask = (event: string, value: unknown) => ada.client().request(event, value);
  expect(await ask('notes-open', { place: 'plenary' })).toEqual(refused('malformed'));
  expect(await ask('notes-open', { place: 'plenary', vector: 'a' })).toEqual(refused('malformed'));
  expect(await ask('notes-update', { place: 'plenary', update: '!' })).toEqual(refused('malformed'));
  expect(await ask('notes-update', { place: 'plenary', update: 'A'.repeat(59_000) })).toEqual(refused('malformed'));
  expect(await ask('notes-update', { place: 'plenary', update: 'AAEC' })).toEqual(refused('not-understood'));
  expect(await ask('notes-version', { place: 'plenary', version: -1 })).toEqual(refused('malformed'));
  const many = await Promise.all(Array.from({ length: 40 }, () => ask('notes-versions', 'plenary')));
  expect(many).toContainEqual(refused('too-many'));
  expect(workshop.server.faults).toEqual([]);
});
