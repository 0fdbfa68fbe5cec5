import type { CreateSession, ParkedId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { makeSeat } from '../support/person.ts';
import { pdf } from '../support/slide-files.ts';
import { begin, must } from '../support/steps.ts';
import { givenWorkshop, minutes } from '../support/workshop.ts';

const DAY_MS = 24 * 3_600_000;
const parkedId = 'roof' as ParkedId;

test('[KE-21] a session is deleted with its files thirty days after its end, and the organiser sees the day', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  await workshop.person('Ada').uploads('/decks/roof?name=Roof', pdf());
  await workshop.clock.advance(minutes(5));
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  const ended = workshop.clock.now();
  expect(await workshop.server.list()).toMatchObject([{ status: 'ended', keptUntil: ended + 30 * DAY_MS }]);
  await workshop.clock.advance(30 * DAY_MS - 1);
  expect(await workshop.server.list()).toHaveLength(1);
  await workshop.clock.advance(1);
  expect(await workshop.server.list()).toEqual([]);
  expect(await workshop.store.sessions()).toEqual([]);
  expect(await workshop.files.sessions()).toEqual([]);
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[KE-22] a day that came while the server was down is made up for', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada'], enter: false });
  const after = await workshop.restartAfter(200 * DAY_MS);
  await after.clock.advance(1);
  expect(await after.server.list()).toEqual([]);
  expect(await workshop.store.sessions()).toEqual([]);
  await after.close();
});

test('[KE-21] a session without a date waits half a year, and is not taken from under people', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const created = workshop.clock.now();
  expect(await workshop.server.list()).toMatchObject([{ keptUntil: created + 180 * DAY_MS }]);
  await workshop.clock.advance(181 * DAY_MS);
  expect(await workshop.server.list()).toHaveLength(1);
  for (const person of workshop.people) await person.vanishes();
  await workshop.clock.advance(2 * 3_600_000);
  expect(await workshop.server.list()).toEqual([]);
  await workshop.close();
});

test('[KE-24] a follow-up takes along what is still open, to the same people under new links', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const ada = workshop.person('Ada');
  await must(ada.asks({ type: 'park', parkedId, text: 'Who pays for the roof?' }));
  await must(workshop.person('Ben').asks({ type: 'park', parkedId: 'ben' as ParkedId, text: 'Who climbs up?' }));
  await must(ada.asks({ type: 'park', parkedId: 'done' as ParkedId, text: 'Done' }));
  await must(ada.asks({ type: 'settle-parked', parkedId: 'done' as ParkedId, settled: true }));
  await must(
    ada.asks({ type: 'add-reference', referenceId: 'r' as never, title: 'Handbook of roofs', kind: 'guideline' }),
  );
  const [frieda, again] = await Promise.all([makeSeat('Frieda', 'facilitator'), makeSeat('Ada', 'participant')]);
  const plan = await (await workshop.server.api('GET', `/api/v1/sessions/${workshop.sessionId}/plan`)).json();
  const seats = [frieda.seat, { ...again.seat, seatId: 'ada-again' as never }];
  const next = { plan, seats, followsUp: workshop.sessionId } as CreateSession;
  const log = await workshop.store.read(await workshop.server.create(next), 0);
  const facts = log.kind === 'log' ? log.log.facts.map(({ fact }) => fact) : [];
  expect(facts.filter(({ type }) => type === 'parked' || type === 'reference-added')).toMatchObject([
    { type: 'parked', text: 'Who pays for the roof?', by: 'ada-again', owner: 'ada-again' },
    { type: 'parked', text: 'Who climbs up?', by: 'frieda', owner: 'frieda' },
    { type: 'reference-added', title: 'Handbook of roofs', by: 'ada-again' },
  ]);
  expect(JSON.stringify(facts)).not.toContain('"Done"');
  await workshop.close();
});

test('[KE-19] the organiser erases a person, also after the end', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  const erase = (seatId: string) =>
    workshop.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}/seats/${seatId}`);
  expect((await erase('nobody')).status).toBe(404);
  expect((await erase('ada')).status).toBe(204);
  expect((await erase('frieda')).status).toBe(204);
  await workshop.settled();
  const log = JSON.stringify(await workshop.store.read(workshop.sessionId, 0));
  expect(log).not.toMatch(/"name":"(Ada|Frieda)"/);
  await workshop.close();
});
