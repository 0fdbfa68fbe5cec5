import type { RoomId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, goTo, must, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const react = (person: Person, place: string, kind = 'applause') => person.client().sendRaw('react', { kind, place });
/** What each person was shown, as text; undefined for nothing. */
const shown = (person: Person): string | undefined => {
  const counts = person
    .client()
    .reactions()
    .map(({ counts: each }) => each);
  return counts.length === 0 ? undefined : JSON.stringify(counts);
};
const at = ({ people }: Workshop, roomId: RoomId) => people.filter(({ you }) => you().place === roomId);

async function passes(workshop: Workshop, ms = seconds(1)): Promise<void> {
  await workshop.settled();
  await workshop.clock.advance(ms);
  await workshop.settled();
}

test('[RE-1] [RE-2] a sign reaches who is at the same place, counted and without a name', async () => {
  const workshop = await givenWorkshop();
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'set-admission', invited: 'by-hand' }));
  const zoe = await workshop.invite('Zoe', 'participant');
  await zoe.enters();
  await goTo(workshop, 'round-1');
  const [a] = tablesOf(workshop) as [RoomId];
  const there = at(workshop, a);
  const [ada, ben] = there as [Person, Person];
  const before = ada.client().patches();
  react(ada, a);
  react(ben, a);
  react(ben, a, 'heart');
  await passes(workshop);
  for (const person of workshop.people) {
    const expected = there.includes(person) ? '[{"applause":2,"heart":1}]' : undefined;
    expect([person.name, shown(person)]).toEqual([person.name, expected]);
  }
  expect(ada.client().patches()).toBe(before);
  expect(
    ada
      .client()
      .frames()
      .filter((frame) => frame.includes('applause'))
      .join(),
  ).not.toContain(ben.seatId);
  await workshop.close();
});

test('[RE-2] a sign meant for a place one is not at reaches nobody', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [a, b] = tablesOf(workshop) as [RoomId, RoomId];
  const [ada] = at(workshop, a) as [Person];
  react(ada, b);
  react(ada, 'plenary');
  react(ada, 'lobby');
  ada.client().sendRaw('react', { kind: 'shout', place: a });
  ada.client().sendRaw('react', null);
  await passes(workshop);
  expect(workshop.people.filter((person) => shown(person) !== undefined)).toEqual([]);
  await workshop.close();
});

test('[RE-3] one person gives five at once and one more each second', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  for (let count = 0; count < 30; count += 1) react(ada, 'plenary');
  await passes(workshop);
  expect(shown(ben)).toBe('[{"applause":5}]');
  for (let count = 0; count < 30; count += 1) react(ada, 'plenary');
  await passes(workshop);
  expect(shown(ben)).toBe('[{"applause":5},{"applause":1}]');
  await workshop.close();
});
