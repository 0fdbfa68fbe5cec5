import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CardId,
  type Command,
  hashSecret,
  makeSecret,
  modelWorkshop,
  type PhaseId,
  type PollId,
  type Role,
  type RoomId,
  type SeatId,
} from '@werkraum/protocol';
import { openDiskFiles } from '@werkraum/server/src/adapters/disk/files.ts';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { openSqliteNoteStore } from '@werkraum/server/src/adapters/sqlite/note-store.ts';
import { expect, onTestFinished, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { pdf } from '../support/slide-files.ts';
import { begin, goTo, must, next } from '../support/steps.ts';
import { givenWorkshop, minutes, type Workshop } from '../support/workshop.ts';
import { placeOf, writerOf } from '../support/writer.ts';

const workshopPlan = modelWorkshop('en').plan;
const CANARY = 'Kanarienvogel';

/** A workshop on a real database and a real folder, whose every byte can be searched. */
async function onDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-erasure-'));
  const faults: unknown[] = [];
  const report = (error: unknown) => void faults.push(error);
  const store = await openSqliteEventStore({ file: join(folder, 'werkraum.sqlite'), report });
  const files = await openDiskFiles(join(folder, 'files'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  onTestFinished(() => store.close());
  const noteStore = openSqliteNoteStore(join(folder, 'notes.sqlite'));
  const workshop = await givenWorkshop({ store, files, noteStore, participants: ['Ben', 'Cem'] });
  const found = (text: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(text) || entry.name.includes(text))
      .map((entry) => entry.name);
  return { workshop, found, faults };
}

/** Somebody whose every word is the canary. */
async function birdIn(workshop: Workshop, role: Role): Promise<Person> {
  const secret = makeSecret();
  const seatId = makeSecret() as string as SeatId;
  const name = `${CANARY} the ${role}`;
  const linkHash = await hashSecret(secret);
  await must(workshop.facilitator.asks({ type: 'invite-person', seatId, name, role, linkHash }));
  const bird = workshop.withLink({ name, seatId, secret });
  await bird.enters();
  return bird;
}

const saying = (bird: Person) => (command: unknown) => must(bird.asks(command as Command));
const [length, at] = [{ plannedMs: minutes(5), minMs: 0, onTimeUp: 'hold' }, 'plenary'];
const columns = [{ id: 'idea', kind: 'idea', label: CANARY }];

/** A participant who has said as much as one can. */
async function canary(workshop: Workshop): Promise<Person> {
  const bird = await birdIn(workshop, 'participant');
  const says = saying(bird);
  const questionId = workshopPlan.questions?.find(({ kind }) => kind === 'text')?.id;
  await says({ type: 'answer-question', questionId, answer: { kind: 'text', text: CANARY } });
  await begin(workshop);
  await says({ type: 'say', messageId: 'm1', channel: { place: at }, text: CANARY });
  await says({ type: 'edit-message', messageId: 'm1', channel: { place: at }, text: `${CANARY}!` });
  await says({ type: 'say', messageId: 'm2', channel: { seatId: bird.seatId }, text: CANARY });
  await says({ type: 'ask-question', askedId: 'q1', text: CANARY, anonymous: true });
  await says({ type: 'park', parkedId: 'p1', text: CANARY });
  await says({ type: 'reword-parked', parkedId: 'p1', text: `${CANARY}!` });
  const reference = { referenceId: 'r1', title: CANARY, kind: 'publication' };
  await says({ type: 'add-reference', ...reference });
  await says({ type: 'change-reference', ...reference, link: `https://example.org/${CANARY}` });
  await votes(workshop, says);
  const bytes = pdf(1, { more: `/${CANARY} true` });
  expect((await bird.uploads(`/decks/d1?name=${CANARY}`, bytes)).status).toBe(201);
  await workshop.settled();
  return bird;
}

async function votes({ facilitator }: Workshop, says: ReturnType<typeof saying>): Promise<void> {
  const pollId = 'words' as PollId;
  const poll = { kind: 'words', question: 'What?', words: 2, anonymous: true } as const;
  await must(facilitator.asks({ type: 'prepare-poll', pollId, poll }));
  await must(facilitator.asks({ type: 'open-poll', pollId }));
  await says({ type: 'cast-vote', pollId, vote: { kind: 'words', words: [CANARY] } });
  await must(facilitator.asks({ type: 'close-poll', pollId, show: true }));
}

/** The same person at a table: cards, their own and handed over, and notes. */
async function atTable(workshop: Workshop, bird: Person): Promise<void> {
  await goTo(workshop, 'round-1');
  const says = saying(bird);
  const place = placeOf(bird) as RoomId;
  const card = { boardId: place, cardId: 'c1' };
  await says({ type: 'say', messageId: 'm3', channel: { place }, text: CANARY });
  await says({ type: 'add-card', ...card, column: 'idea', text: CANARY });
  await says({ type: 'edit-card', ...card, text: `${CANARY}!` });
  await says({ type: 'tag-card', ...card, tags: [CANARY] });
  const version = bird.room()?.board?.cards.c1?.version ?? -1;
  await says({ type: 'hand-over', boardId: place, cards: [{ cardId: 'c1', version }] });
  await says({ type: 'set-writing', boardId: place, mode: 'alone' });
  await says({ type: 'add-card', boardId: place, cardId: 'c2', column: 'idea', text: CANARY });
  const writer = writerOf(bird);
  await writer.opens();
  await writer.writes(CANARY);
  await says({ type: 'hand-over-notes', roomId: place });
  await workshop.settled();
  const phaseId = 'round-2' as PhaseId;
  const brought = [{ from: place, cardId: 'c1' as CardId }];
  await must(workshop.facilitator.asks({ type: 'bring-cards', phaseId, cards: brought }));
}

/** A facilitator who has written wherever only facilitators write. */
async function leading(workshop: Workshop): Promise<Person> {
  const bird = await birdIn(workshop, 'facilitator');
  const says = saying(bird);
  const words = { title: CANARY, task: { instructions: CANARY } };
  const round = { topic: CANARY, question: CANARY, tables: 2, groups: 'new', columns };
  const phase = { id: 'extra', ...length, ...words, notes: CANARY, kind: 'breakout-round', round };
  await says({ type: 'add-phase', phase });
  await says({ type: 'change-phase', phaseId: 'round-1', change: { ...words, topic: CANARY, columns } });
  await says({ type: 'set-notes', phaseId: 'round-1', notes: CANARY, seen: 0 });
  await says({ type: 'announce', announcementId: 'a1', text: CANARY, to: 'everybody' });
  const poll = { kind: 'single', question: CANARY, options: [CANARY, `${CANARY}!`], anonymous: false };
  await says({ type: 'prepare-poll', pollId: 'theirs', poll });
  await says({ type: 'set-survey', seen: 0, questions: [{ id: 'q', kind: 'text', prompt: CANARY }] });
  const own = { kind: 'add', blockId: 'own~canary', sectionId: 'programme', text: CANARY };
  await says({ type: 'edit-booklet', change: own });
  await workshop.settled();
  return bird;
}

test('[KE-18] [KE-20] of somebody erased no byte remains, and the workshop goes on', async () => {
  const { workshop, found, faults } = await onDisk();
  const bird = await canary(workshop);
  const lead = await leading(workshop);
  await atTable(workshop, bird);
  expect(found(CANARY)).toEqual(expect.arrayContaining(['werkraum.sqlite-wal']));
  expect(found(CANARY).some((name) => name.startsWith('notes.sqlite'))).toBe(true);
  for (const one of [bird, lead]) {
    const erase = { id: crypto.randomUUID(), command: { type: 'erase-person' } };
    expect(await (await one.fetches('POST', '/commands', erase)).json()).toEqual({ ok: true });
    await workshop.settled();
    expect((await one.fetches('GET')).status).toBe(401);
  }
  expect(found(CANARY)).toEqual([]);
  const others = [workshop.facilitator, workshop.person('Ben'), workshop.person('Cem')];
  for (const person of others)
    expect(JSON.stringify([person.sees(), person.room(), person.staff(), person.facilitators()])).not.toContain(CANARY);
  await must(workshop.person('Ben').asks({ type: 'raise-hand' }));

  const after = await workshop.restartAlone();
  await must(after.facilitator.enters().then((refusal) => ({ ok: refusal === undefined }) as never));
  expect(after.facilitator.sees().status).toBe('running');
  await next(after);
  expect(found(CANARY)).toEqual([]);
  expect([...after.server.faults, ...faults]).toEqual([]);
  await after.close();
}, 60_000);

test('[KE-11] [FI-12] of a deleted session no byte remains', async () => {
  const { workshop, found } = await onDisk();
  await canary(workshop);
  expect((await workshop.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}`)).status).toBe(204);
  expect(found(CANARY)).toEqual([]);
  expect(found(workshop.sessionId)).toEqual([]);
  await workshop.close();
}, 60_000);

test('[KE-19] people erase themselves, facilitators anybody; the last facilitator stays until the end', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  const refused = (rejection: string) => ({ ok: false, rejection });
  expect(await ada.asks({ type: 'erase-person', seatId: ben.seatId })).toEqual(refused('only-yourself'));
  expect(await workshop.facilitator.asks({ type: 'erase-person' })).toEqual(refused('last-facilitator'));
  // The line of whoever is removed ends before the answer; over HTTP it is heard.
  const own = { id: crypto.randomUUID(), command: { type: 'erase-person' } };
  expect(await (await ada.fetches('POST', '/commands', own)).json()).toEqual({ ok: true });
  await workshop.settled();
  await must(workshop.facilitator.asks({ type: 'erase-person', seatId: ben.seatId }));
  await must(workshop.facilitator.asks({ type: 'erase-person', seatId: ben.seatId }));
  const log = await workshop.store.read(workshop.sessionId, 0);
  expect(JSON.stringify(log)).not.toMatch(/"name":"(Ada|Ben)"/);
  expect(JSON.stringify(log)).toContain('"name":"Frieda"');
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[KE-18] an erasure that was interrupted is finished after the restart', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const replace = workshop.store.replace;
  workshop.store.replace = async () => {
    throw new Error('the disk is away');
  };
  await must(workshop.facilitator.asks({ type: 'erase-person', seatId: workshop.person('Ada').seatId }));
  expect(JSON.stringify(await workshop.store.read(workshop.sessionId, 0))).toContain('"name":"Ada"');
  workshop.store.replace = replace;
  const after = await workshop.restartAlone();
  await after.settled();
  expect(JSON.stringify(await workshop.store.read(workshop.sessionId, 0))).not.toContain('"name":"Ada"');
  await after.close();
});
