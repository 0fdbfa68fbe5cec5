import { designPage } from './support/design-page.ts';
import { doorPage } from './support/door-page.ts';
import { facilitatorDesk } from './support/facilitator-desk.ts';
import { expect, test } from './support/fixtures.ts';
import { linesOf, ticketIn } from './support/lines.ts';
import { type RoomPage, roomPage } from './support/room-page.ts';
import { runSheet } from './support/run-sheet.ts';
import { phaseOf, speakerBeside, type Table, tablesOf, walk } from './support/tables.ts';
import { timekeeperPage } from './support/timekeeper-page.ts';

const IN_BROWSERS = ['Ada', 'Ben', 'Cem'];
/** They take part without a browser. Dora will be lost. */
const ON_LINES = ['Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];
const LATE = ['Yann', 'Zoe'];
const ROLES: Readonly<Record<string, string>> = {
  ...{ Frieda: 'facilitator', Theo: 'timekeeper' },
  ...Object.fromEntries([...IN_BROWSERS, ...ON_LINES].map((name) => [name, 'participant'])),
};
/** So short that what is played here is only a little ahead of it, with rounds to come that have minutes to give. */
const MINUTES = { Introduction: 1, 'Input talk': 1, 'Round 1': 3, 'Round 2': 3 };

// Small pictures: five browsers share one small machine.
test.use({ viewport: { width: 1280, height: 800 }, actionTimeout: 30_000 });

test('[E2E-10] a facilitator designs, rotates, is called, loses and gains people, falls behind and ends on time', async ({
  house,
  openBrowser,
}) => {
  test.setTimeout(420_000);
  const organiser = await openBrowser('organiser');
  await organiser.goto(house.hostLink);
  const links = await makeWorkshop(designPage(organiser));
  await organiser.close();
  const lines = linesOf(house.url, new Map([...links].map(([name, link]) => [name, ticketIn(link)])));
  const everybodyHere = [...ON_LINES];

  async function come(name: string, camera = false): Promise<RoomPage> {
    const page = await openBrowser(name);
    await page.goto(links.get(name) ?? '');
    const door = doorPage(page);
    if (camera) await door.switchCameraOn();
    await door.enter();
    return roomPage(page);
  }

  const frieda = await come('Frieda', true);
  await frieda.isOpen();
  const desk = facilitatorDesk(frieda.page);
  const sheet = runSheet(frieda.page);

  await test.step('all three rounds are planned before anybody is there', async () => {
    await frieda.show('Seating');
    await desk.keepApart('Ada', 'Ben');
    await desk.planAllRounds();
    await desk.acceptProposal();
    await desk.seesFigures(/^3\d of 36 pairs meet$/);
    await desk.seesMatrixOf(9);
    await frieda.show('Stage');
  });

  const theo = await come('Theo');
  const clocks = timekeeperPage(theo.page);
  const [ada, ben, cem] = [await come('Ada'), await come('Ben'), await come('Cem')];
  await Promise.all(ON_LINES.map((name) => lines.as(name)));
  const goToTables = async () => {
    for (const person of [ada, ben, cem]) await person.goNow();
    await walk(lines, everybodyHere);
  };
  /** The table of Ada, and the one of Ben: they are kept apart. */
  async function twoTables(): Promise<[Table, Table]> {
    const tables = await tablesOf(lines, 'Emil');
    const [first, second] = ['Ada', 'Ben'].map((name) => tables.find(({ names }) => names.includes(name)));
    if (!first || !second) throw new Error('Ada or Ben sits nowhere');
    return [first, second];
  }

  await test.step('in the introduction everybody tries moving once', async () => {
    await sheet.openDoors();
    await sheet.start('Introduction');
    await desk.tryMoving();
    for (const person of [ada, ben, cem]) await person.goNow();
    await ada.seesLine('This is a trial');
    await desk.endTrial();
    await ada.goBackNow();
    await sheet.next('Input talk');
    await ada.seesPhase('Input talk');
  });

  await test.step('in round 1 all tables speak on one beat, and only the speaker sees a nudge', async () => {
    await sheet.openRound(1);
    await ada.seesPhase('Round 1');
    await goToTables();
    await clocks.isOpen();
    await clocks.goTogether();
    const [table] = await twoTables();
    const neighbour = table.names.find((name) => ON_LINES.includes(name)) ?? '';
    for (let beat = 1; (await speakerBeside(lines, neighbour)) !== 'Ada'; beat += 1) await clocks.startBeat(beat);
    await ada.isTold('Your turn');
    await clocks.nudge(table.label);
    await ada.seesLine('You are asked to come to an end.');
    await ben.seesNoLine('You are asked to come to an end.');
  });

  await test.step('one is lost and two come late: the new seating is accepted with one key', async () => {
    await lines.loses('Dora');
    everybodyHere.shift();
    await frieda.open('People');
    for (const name of LATE) await lines.open(name, await desk.invite(name));
    everybodyHere.push(...LATE);
    await frieda.open('Run sheet');
    await desk.seesProposal('Dora is missing. Yann and Zoe have come and have no seat yet.');
    await desk.acceptProposal('a');
  });

  await test.step('in round 2 two calls are answered from the list, with one key each', async () => {
    await sheet.closeTables();
    await sheet.bringBack();
    await ada.seesPhase('Round 2');
    await goToTables();
    const [first, second] = await twoTables();
    await ada.callFacilitator();
    await frieda.open('To do');
    await theo.show('Stage');
    await desk.waits(`Table ${first.label} calls you`);
    await ben.callFacilitator();
    await desk.waits(`Table ${first.label} calls you`, `Table ${second.label} calls you`);
    for (const [table, member] of [
      [first, ada],
      [second, ben],
    ] as const) {
      await desk.key(table.label === 'A' ? '1' : '2');
      await desk.isAtTable(table.label);
      await member.seesLine('Frieda is visiting your table.');
      await member.seesMoving('Frieda');
      await desk.key('b');
      await desk.isBack();
      await theo.seesMoving('Frieda');
    }
    await desk.waits();
  });

  await test.step('one table is told something, and both tell how they stand', async () => {
    const [first] = await twoTables();
    await frieda.open('Run sheet');
    await desk.announce('Please note your two insights.', `To table ${first.label}`);
    await ada.seesAnnouncement('Please note your two insights.');
    await ben.seesNoAnnouncement();
    await ada.saysForTable('We are ready');
    await ben.saysForTable('We need more time');
    await frieda.show('Floor plan');
    await desk.seesFigures('1 of 2 ready · 1 needs more time');
    await desk.looksThroughTheirEyes('Round 2');
  });

  await test.step('eight minutes behind, the time is found in what is to come', async () => {
    await desk.fallBehind(8);
    await desk.seesOutlook(/^\d+ min behind.* past the hard end/);
    await desk.replan('Share it out');
    await desk.seesOutlook(/^(On time|\d+ min ahead): would end at/);
  });

  await test.step('round 3, the reflection, and the end', async () => {
    await sheet.closeTables();
    await sheet.bringBack();
    await ada.seesPhase('Round 3');
    await goToTables();
    expect(await phaseOf(lines, 'Zoe')).toBe('round-3');
    await sheet.closeTables();
    await sheet.bringBack();
    await ada.seesPhase('Plenary reflection');
    await desk.seesOutlook(/^(On time|\d+ min ahead): would end at/);
    await sheet.end();
    for (const { page } of [frieda, theo, ada, ben, cem])
      await expect(page.getByRole('heading', { name: 'Thank you for taking part' })).toBeVisible();
  });
});

async function makeWorkshop(design: ReturnType<typeof designPage>): Promise<Map<string, string>> {
  await design.begin('Model workshop');
  await design.nameIt('Rehearsed fast');
  await design.setMinutes(MINUTES);
  await design.limitTo(43);
  await design.says('43 min, exactly the time there is');
  await design.people(ROLES);
  return design.create(Object.keys(ROLES));
}
