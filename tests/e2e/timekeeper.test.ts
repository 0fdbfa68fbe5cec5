import type { PhaseId, RoomId } from '@werkraum/protocol';
import { expect, test } from './support/fixtures.ts';
import { timekeeperPage } from './support/timekeeper-page.ts';

const round = 'round-1' as PhaseId;
const SEATS = { Ada: 'a', Ben: 'a', Cem: 'a', Dora: 'b', Emil: 'b' } as const;
const PHONE = { width: 360, height: 740 };

test.use({
  people: {
    ...{ Frieda: 'facilitator', Theo: 'timekeeper' },
    ...Object.fromEntries(Object.keys(SEATS).map((name) => [name, 'participant'] as const)),
  },
});

test('[E2E-8] a timekeeper paces two tables on one beat, from a phone in one hand', async ({ workshop, enter }) => {
  test.setTimeout(180_000);
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  for (const [name, table] of Object.entries(SEATS)) {
    const roomId = `${round}-${table}` as RoomId;
    await workshop.as('Frieda', { type: 'assign-seat', phaseId: round, seatId: workshop.seatId(name), roomId });
  }
  for (const name of ['Cem', 'Dora', 'Emil']) await workshop.as(name);
  const theo = await enter('Theo', { viewport: PHONE });
  const people = { Ada: await enter('Ada'), Ben: await enter('Ben') };
  for (const phaseId of ['intro', 'talk'] as PhaseId[]) await workshop.as('Frieda', { type: 'advance-phase', phaseId });
  for (const name of ['Cem', 'Dora', 'Emil']) await workshop.as(name, { type: 'go-to-table', phaseId: round });
  for (const person of Object.values(people)) await person.goNow();
  const clocks = timekeeperPage(theo.page);

  await test.step('the last in line is dragged to the front', () => clocks.dragLastToFront('A'));

  await test.step('Ada is moved to the front with the arrows, Ben behind her, then both tables start at once', async () => {
    for (const name of ['Ben', 'Ada']) await clocks.moveToFront('A', name);
    await clocks.goTogether();
    await clocks.startBeat(1);
    await people.Ada.isTold('Your turn');
    await clocks.tileSays('B', /(Dora|Emil), /);
  });

  await test.step('everything that is pressed lies under the thumb, and nothing is wider than the phone', async () => {
    const button = theo.page.getByRole('button', { name: 'Start beat 2' });
    const place = await button.boundingBox();
    expect(place?.y).toBeGreaterThan(PHONE.height / 2);
    await expect(button).toBeInViewport({ ratio: 1 });
    expect(await theo.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  await test.step('the nudge reaches the one who speaks, and nobody else', async () => {
    await clocks.nudge('A');
    await expect(people.Ada.page.getByRole('main').getByText('You are asked to come to an end.')).toBeVisible();
    await clocks.says('A', /^Nudged /);
    await people.Ben.isTold('You are next');
    await expect(people.Ben.page.getByText(/come to an end/)).toHaveCount(0);
  });

  await test.step('who is done early waits for the beat, and the next beat starts both tables', async () => {
    await people.Ada.page.getByRole('button', { name: 'I am done' }).click();
    await clocks.says('A', 'Waits for the beat');
    await people.Ben.seesLine('All tables start their next turn together');
    await clocks.startBeat(2);
    await people.Ben.isTold('Your turn');
  });

  await test.step('on a wide screen keys do the same', async () => {
    await theo.page.setViewportSize({ width: 1280, height: 800 });
    await theo.page.keyboard.press('ArrowRight');
    await clocks.isLarge('B');
    await theo.page.keyboard.press('ArrowLeft');
    await clocks.isLarge('A');
    await theo.page.keyboard.press('Space');
    await people.Ben.seesLine('Paused');
    await theo.page.keyboard.press('Space');
    await people.Ben.seesNoLine('Paused');
  });
});
