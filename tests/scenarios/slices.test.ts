import type { Audience, RoomId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, goTo, must, startNextTurn, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const atTable = ({ people }: Workshop, roomId: RoomId): Person[] => people.filter(({ you }) => you().place === roomId);
const saidTo = (person: Person): string => person.client().frames().join('\n');

test('[WI-15] a client that missed a patch asks for the document and is right again', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const ada = workshop.person('Ada');
  await begin(workshop);
  ada.client().loseNext();
  ada.client().loseNext();
  await must(workshop.person('Ben').asks({ type: 'raise-hand' }));
  await must(workshop.facilitator.asks({ type: 'give-word', seatId: workshop.person('Ben').seatId }));
  await must(workshop.speaker.asks({ type: 'raise-hand' }));
  await workshop.settled();

  expect(ada.client().gaps()).toBeGreaterThan(0);
  expect(ada.sees()).toEqual(workshop.facilitator.sees());
  await workshop.close();
});

test('[WI-15] nobody gets a document by asking for it', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const ada = workshop.person('Ada');
  const foreign = tablesOf(workshop).filter((roomId) => roomId !== ada.you().place);
  const asked: Audience[] = ['staff', 'seat:ben', ...foreign.map((roomId): Audience => `room:${roomId}`)];
  const held = ada.client().holds();
  for (const audience of [...asked, 'nonsense', 7, { $gt: '' }]) ada.client().sendRaw('resync', audience);
  await workshop.settled();

  expect(ada.client().holds()).toEqual(held);
  await workshop.close();
});

test('[WI-16] who goes to a table gets its document, who leaves forgets it', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [first, second] = tablesOf(workshop) as [RoomId, RoomId];
  const { facilitator } = workshop;
  const visit = (roomId: RoomId) => facilitator.asks({ type: 'visit-table', phaseId: 'round-1' as never, roomId });
  await must(visit(first));
  expect(facilitator.client().holds()).toContain(`room:${first}`);
  expect(facilitator.room()).toEqual(atTable(workshop, first)[0]?.room());

  await must(visit(second));

  expect(facilitator.client().holds()).not.toContain(`room:${first}`);
  expect(facilitator.room()?.roomId).toBe(second);

  await must(visit(first));
  expect(facilitator.room()).toEqual(
    atTable(workshop, first)
      .find((person) => person !== facilitator)
      ?.room(),
  );
  expect(facilitator.room()?.roomId).toBe(first);
  await workshop.close();
});

test('[WI-16] who loses a role loses the documents of that role', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  expect(workshop.timekeeper.staff()).toBeDefined();
  await must(
    workshop.facilitator.asks({ type: 'change-role', seatId: workshop.timekeeper.seatId, role: 'participant' }),
  );

  expect(workshop.timekeeper.staff()).toBeUndefined();
  expect(workshop.timekeeper.client().holds()).not.toContain('staff');
  await workshop.close();
});

test('[PE-5] [WI-17] somebody who waits is told no name but their own', async () => {
  const workshop = await givenWorkshop({ plan: (plan) => ({ ...plan, admission: 'by-hand' }) });
  await begin(workshop);
  await workshop.clock.advance(seconds(30));
  const others = workshop.people.filter(({ name }) => name !== 'Ada').map(({ name }) => name);

  expect(workshop.person('Ada').client().holds()).toEqual(['seat:ada']);
  expect(others.filter((name) => saidTo(workshop.person('Ada')).includes(name))).toEqual([]);
  expect(others.filter((name) => saidTo(workshop.person('Ada')).includes(name.toLowerCase()))).toEqual([]);
  await workshop.close();
});

test('no frame tells somebody what happens at a table that is not theirs', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const rooms = tablesOf(workshop);
  for (const roomId of rooms) await startNextTurn(workshop, roomId);
  const raised = atTable(workshop, rooms[0] as RoomId).map((person) => person.asks({ type: 'raise-hand' }));
  for (const reply of raised) await must(reply);

  const participants = workshop.people.filter(({ you }) => you().role === 'participant');
  for (const person of participants) {
    const foreign = rooms.filter((roomId) => roomId !== person.you().place);
    for (const roomId of foreign) {
      expect(saidTo(person)).not.toContain(`"audience":"room:${roomId}"`);
      // The id of a turn names its table and occurs nowhere else.
      const turns = Object.keys(workshop.timekeeper.staff()?.progress[roomId]?.turns?.turns ?? {});
      expect(turns.length).toBeGreaterThan(0);
      expect(turns.filter((turnId) => saidTo(person).includes(`"${turnId}"`))).toEqual([]);
    }
  }
  await workshop.close();
});
