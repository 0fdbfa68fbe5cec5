import { expect, test } from './support/fixtures.ts';
import { type RoomPage, roomPage } from './support/room-page.ts';
import { runSheet } from './support/run-sheet.ts';
import { seatingList } from './support/seating-list.ts';
import { timekeeperPage } from './support/timekeeper-page.ts';

const PARTICIPANTS = ['Ada', 'Ben', 'Cem', 'Dora'] as const;
type Participant = (typeof PARTICIPANTS)[number];
type Pair = readonly [Participant, Participant];

/** Who sits together: in every round with somebody else. */
const ROUNDS: readonly { number: number; tables: { A: Pair; B: Pair } }[] = [
  { number: 1, tables: { A: ['Ada', 'Ben'], B: ['Cem', 'Dora'] } },
  { number: 2, tables: { A: ['Ada', 'Cem'], B: ['Ben', 'Dora'] } },
  { number: 3, tables: { A: ['Ada', 'Dora'], B: ['Ben', 'Cem'] } },
];

test.use({
  people: {
    ...{ Frieda: 'facilitator', Theo: 'timekeeper', Salma: 'speaker' },
    ...Object.fromEntries(PARTICIPANTS.map((name) => [name, 'participant'] as const)),
  },
  // Small pictures: six browsers share one small machine.
  viewport: { width: 1040, height: 640 },
});

test('[E2E-2] the model workshop runs from the doors to the end in six browsers', async ({
  workshop,
  enter,
  arrive,
}) => {
  test.setTimeout(300_000);
  const frieda = await enter('Frieda');
  const sheet = runSheet(frieda.page);
  const theo = await comeAndWait('Theo', false);
  const clocks = timekeeperPage(theo.page);
  const people = {
    Ada: await comeAndWait('Ada', true),
    Ben: await comeAndWait('Ben', true),
    Cem: await comeAndWait('Cem', true),
    Dora: await comeAndWait('Dora', true),
  };
  const everybody = [frieda, theo, ...Object.values(people)];

  async function comeAndWait(name: string, camera: boolean): Promise<RoomPage> {
    const door = await arrive(name);
    if (camera) await door.switchCameraOn();
    await door.enter();
    await door.waits('The doors are not open yet');
    return roomPage(door.page);
  }
  const seesPhase = async (title: string) => {
    for (const person of everybody) await person.seesPhase(title);
  };
  const others = (name: Participant) => PARTICIPANTS.filter((other) => other !== name);
  const allSeeEachOther = () => Promise.all(PARTICIPANTS.map((name) => people[name].seesMoving(...others(name))));

  await test.step('the doors open, and everybody who waits is brought in', async () => {
    await sheet.openDoors();
    for (const person of everybody) await person.isOpen();
    await workshop.as('Salma'); // comes without a browser
  });

  await test.step('in the introduction everybody sees everybody', async () => {
    await sheet.start('Introduction');
    await seesPhase('Introduction');
    await allSeeEachOther();
    await frieda.seesMoving(...PARTICIPANTS);
    await theo.seesMoving(...PARTICIPANTS);
  });

  await test.step('a step is taken back and taken again', async () => {
    await sheet.next('Input talk');
    await seesPhase('Input talk');
    await sheet.undoTo('Introduction');
    await seesPhase('Introduction');
    await sheet.next('Input talk');
    await seesPhase('Input talk');
  });

  await test.step('during the talk somebody asks for the word and is given it', async () => {
    await people.Ada.seesLine('Listening: the stage has the word');
    await people.Ada.raiseHand();
    await frieda.open('To do');
    await frieda.giveWord('Ada');
    await people.Ada.seesLine('You have the word');
    await people.Ben.seesOnStage('Ada');
  });

  await frieda.open('Run sheet');
  await frieda.show('Seating');
  await seatingList(frieda.page).seat(ROUNDS);
  await frieda.show('Stage');

  for (const { number, tables } of ROUNDS) {
    await test.step(`round ${number}: at each table its people see each other, and nobody else`, async () => {
      if (number === 1) await sheet.openRound(1); // the tables of each round close into the next phase
      await seesPhase(`Round ${number}`);
      for (const name of PARTICIPANTS) await people[name].goNow();
      for (const [one, other] of Object.values(tables)) await meet(one, other);
    });
    await test.step(`round ${number}: the timekeeper lets everybody speak`, async () => {
      await clocks.isOpen();
      await speak('A', tables.A);
      await speak('B', tables.B);
    });
    await test.step(`round ${number}: everybody comes back`, async () => {
      await sheet.closeTables();
      if (number === 1) for (const name of PARTICIPANTS) await people[name].goBackNow();
      if (number === 1) await allSeeEachOther();
      await sheet.bringBack();
    });
  }

  async function meet(one: Participant, other: Participant): Promise<void> {
    const elsewhere = PARTICIPANTS.filter((name) => name !== one && name !== other);
    for (const [me, neighbour] of [
      [one, other],
      [other, one],
    ] as const) {
      await people[me].seesPeople(one, other);
      await people[me].seesMoving(neighbour);
      await people[me].seesNothingOf(...elsewhere, 'Frieda');
    }
  }

  async function speak(label: 'A' | 'B', pair: Pair): Promise<void> {
    const [first, second] = (await clocks.firstIs(label, pair[0])) ? pair : ([pair[1], pair[0]] as const);
    await clocks.start(label, first);
    await people[first].isTold('Your turn');
    await people[second].isTold('You are next');
    await clocks.endTurn(label);
    await people[second].isTold('Your turn');
    await clocks.endTurn(label);
    await clocks.says(label, 'All inputs given');
  }

  await test.step('in the reflection everybody sees everybody again', async () => {
    await seesPhase('Plenary reflection');
    await allSeeEachOther();
  });

  await test.step('the end is the same for everybody', async () => {
    await sheet.end();
    for (const { page } of everybody) {
      await expect(page.getByRole('heading', { name: 'Thank you for taking part' })).toBeVisible();
      await expect(page.getByRole('table').getByRole('row')).toHaveCount(7);
    }
  });
});
