import { type BlockId, type BookletAnswer, RecordCheck } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, must } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';

async function checkOf(person: Person): Promise<{ entries: number; value: string }> {
  const check = RecordCheck.parse(await (await person.fetches('GET', '/record-check')).json());
  if (!('value' in check)) throw new Error('the record is damaged');
  return check;
}

/** What the colophon says of the record to this person. */
async function printed(person: Person): Promise<string> {
  const { booklet } = (await (await person.fetches('GET', '/booklet')).json()) as BookletAnswer;
  const block = booklet.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'colophon~record');
  return block?.kind === 'paragraph' ? block.text : '';
}

async function givenEnd(): Promise<Workshop> {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  return workshop;
}

test('[KE-26] [BK-14] the check value is known from the end on, stays, and stands in everybody’s booklet', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const { facilitator } = workshop;
  await begin(workshop);
  expect((await facilitator.fetches('GET', '/record-check')).status).toBe(404);
  expect(await printed(facilitator)).toBe('');
  await must(facilitator.asks({ type: 'end-session' }));
  const { entries, value } = await checkOf(facilitator);
  const log = await workshop.store.read(workshop.sessionId, 0);
  expect(log.kind === 'log' && log.log.facts[entries - 1]?.fact.type).toBe('session-ended');

  const hidden = { kind: 'hide', blockId: 'programme' as BlockId, hidden: true } as const;
  await must(facilitator.asks({ type: 'edit-booklet', change: hidden }));
  await must(facilitator.asks({ type: 'publish-booklet' }));
  expect(await checkOf(facilitator)).toEqual({ entries, value });
  for (const person of [facilitator, workshop.person('Ada')]) {
    const text = await printed(person);
    expect(text).toContain(`${entries} entries`);
    expect(text.replaceAll(' ', '')).toContain(value);
  }
  const file = await (await workshop.person('Ada').fetches('GET', '/booklet.md')).text();
  expect(file.replaceAll(' ', '')).toContain(value);

  const after = await workshop.restartAlone();
  expect(await checkOf(after.facilitator)).toEqual({ entries, value });
  expect(after.server.faults).toEqual([]);
  await after.close();
});

test('[KE-26] before a booklet tells everybody, only those who facilitate learn it', async () => {
  const workshop = await givenEnd();
  for (const person of [workshop.person('Ada'), workshop.timekeeper, workshop.speaker])
    expect((await person.fetches('GET', '/record-check')).status).toBe(404);
  const path = `/api/v1/sessions/${workshop.sessionId}/seat/record-check`;
  expect((await workshop.server.api('GET', path)).status).toBe(401);
  await workshop.close();
});

test('[KE-26] a log that was altered has another value, and so has one from which somebody was erased', async () => {
  const workshop = await givenEnd();
  const before = await checkOf(workshop.facilitator);
  await must(workshop.facilitator.asks({ type: 'erase-person', seatId: workshop.person('Ada').seatId }));
  await workshop.settled();
  const erased = await checkOf(workshop.facilitator);
  expect(erased.value).not.toBe(before.value);
  const read = await workshop.store.read(workshop.sessionId, 0);
  const facts = read.kind === 'log' ? read.log.facts : [];
  const altered = facts.map((each) => (each.fact.type === 'phase-started' ? { ...each, at: each.at + 1 } : each));
  await workshop.store.replace(workshop.sessionId, altered, facts.length);
  expect((await checkOf(workshop.facilitator)).value).not.toBe(erased.value);
  await workshop.close();
});

test('[KE-26] a damaged log is said to be so, and the booklet is made all the same', async () => {
  const workshop = await givenEnd();
  workshop.store.damage(workshop.sessionId, 2);
  const check = await (await workshop.facilitator.fetches('GET', '/record-check')).json();
  expect(check).toEqual({ damagedAt: 2 });
  expect(await printed(workshop.facilitator)).toContain('is damaged');
  await workshop.close();
});
