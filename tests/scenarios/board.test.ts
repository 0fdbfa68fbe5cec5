import type { BoardId, CardId, ColumnId, PhaseId, RoomId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, must, next, phaseOf, tablesOf } from '../support/steps.ts';
import { givenWorkshop, minutes, type Workshop } from '../support/workshop.ts';

const atTable = ({ people }: Workshop, roomId: RoomId): Person[] =>
  people.filter(({ you }) => you().place === roomId && you().role === 'participant');
const saidTo = (person: Person): string => person.client().frames().join('\n');
/** Who was ever told this, over the whole time they were connected. */
const heard = ({ people }: Workshop, words: string): string[] =>
  people
    .filter((person) => saidTo(person).includes(words))
    .map(({ name }) => name)
    .toSorted();
const names = (people: readonly Person[]): string[] => people.map(({ name }) => name).toSorted();

const boardOf = (roomId: RoomId) => roomId as string as BoardId;
const write = (person: Person, boardId: BoardId, cardId: string, text: string, column = 'idea') =>
  must(person.asks({ type: 'add-card', boardId, cardId: cardId as CardId, column: column as ColumnId, text }));

async function atWork() {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [first, second] = tablesOf(workshop) as [RoomId, RoomId];
  return { workshop, first, second, here: atTable(workshop, first), there: atTable(workshop, second) };
}

test('[BO-11] [BO-12] what a table does not hand over is told to nobody outside, whatever happens afterwards', async () => {
  const { workshop, first, second, here, there } = await atWork();
  const { facilitator } = workshop;
  const [ada, ben] = here as [Person, Person];
  await write(ada, boardOf(first), 'kept', 'CANARY-kept-at-the-table');
  await write(ben, boardOf(first), 'given', 'CANARY-for-everybody');
  await must(facilitator.asks({ type: 'visit-table', phaseId: phaseOf(workshop), roomId: second }));
  await must(
    ada.asks({ type: 'hand-over', boardId: boardOf(first), cards: [{ cardId: 'given' as CardId, version: 0 }] }),
  );
  await must(facilitator.asks({ type: 'remove-person', seatId: (here[2] as Person).seatId }));
  await next(workshop);
  await workshop.clock.advance(minutes(1));
  await must(
    facilitator.asks({
      type: 'bring-cards',
      phaseId: phaseOf(workshop),
      cards: [{ from: first, cardId: 'given' as CardId }],
    }),
  );
  await goTo(workshop, 'reflection');
  await must(facilitator.asks({ type: 'report-out', phaseId: 'round-1' as PhaseId, roomId: first }));
  for (const person of there) {
    for (const audience of [`room:${first}`, `table:${first}`, `seat:${ada.seatId}`])
      person.client().sendRaw('resync', audience);
  }
  await must(facilitator.asks({ type: 'end-session' }));
  await workshop.settled();

  expect(heard(workshop, 'CANARY-kept-at-the-table')).toEqual(names(here));
  expect(heard(workshop, 'CANARY-for-everybody')).toEqual(expect.arrayContaining(names(there)));
  for (const person of [...there, facilitator, workshop.timekeeper]) {
    const own = await person.fetches('GET');
    expect(await own.text()).not.toContain('CANARY-kept-at-the-table');
  }
  await workshop.close();
});

test('[BO-9] [BO-10] what is written alone is told to its author only, until it is shown', async () => {
  const { workshop, first, here } = await atWork();
  const [ada, ben] = here as [Person, Person];
  await must(ben.asks({ type: 'set-writing', boardId: boardOf(first), mode: 'alone' }));
  await write(ada, boardOf(first), 'quiet', 'CANARY-quiet');
  expect(heard(workshop, 'CANARY-quiet')).toEqual([ada.name]);
  expect(ben.room()?.board?.alone).toBe(1);

  await must(ben.asks({ type: 'set-writing', boardId: boardOf(first), mode: 'together' }));
  expect(heard(workshop, 'CANARY-quiet')).toEqual(names(here));
  await workshop.close();
});

test('[BO-20] those who sat at a table hand over from the plenary, after a restart too', async () => {
  const { workshop, first, here, there } = await atWork();
  const [ada] = here as [Person];
  await write(ada, boardOf(first), 'late', 'CANARY-late');
  await goTo(workshop, 'reflection');
  expect(heard(workshop, 'CANARY-late')).toEqual(names(here));
  const after = await workshop.restart();
  const again = after.person(ada.name);
  expect(again.client().holds()).toContain(`table:${first}`);
  await must(
    again.asks({ type: 'hand-over', boardId: boardOf(first), cards: [{ cardId: 'late' as CardId, version: 0 }] }),
  );
  expect(after.person((there[0] as Person).name).sees().wall?.tables[first]?.cards).toHaveProperty('late');
  await after.close();
});
