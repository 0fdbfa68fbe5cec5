import type { PhaseId } from '@werkraum/protocol';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { SENT_AWAY } from './support/console-watch.ts';
import { expect, test } from './support/fixtures.ts';
import { hostPage } from './support/host-page.ts';
import { timekeeperPage } from './support/timekeeper-page.ts';

test.use({
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator', Theo: 'timekeeper', Salma: 'speaker' },
    ...{ Ada: 'participant', Ben: 'participant', Cem: 'participant', Dora: 'participant' },
  },
});
test.describe.configure({ timeout: 300_000 });

const phase = (id: string) => id as PhaseId;

test('[E2E-5] the entrance and the host page are accessible in every look', async ({ house, openBrowser }) => {
  const page = await openBrowser('organiser');
  await page.goto(house.url);
  await expectAccessible(page, 'entrance');
  await page.goto(`${house.url}/nowhere`);
  await expect(page.getByRole('heading', { name: 'There is nothing behind this door' })).toBeVisible();
  await expectAccessible(page, 'no such page');
  await page.goto(`${house.url}/host`);
  await expectAccessible(page, 'host page without a key');
  await page.goto(house.hostLink);
  const host = hostPage(page);
  await page.getByRole('link', { name: 'New workshop' }).click();
  await expectAccessible(page, 'templates');
  await page.getByRole('button', { name: 'Use this: Model workshop' }).click();
  for (const pane of ['Programme', /^People/, /^Preparation/, 'Frame', /^Checks/]) {
    await page.getByRole('tab', { name: pane }).click();
    await expectAccessible(page, `designing a workshop, ${pane}`);
  }
  await host.create();
  await host.seesLinks(12);
  await expectAccessible(page, 'personal links');
  await host.showQrCode('Ada');
  await expectAccessible(page, 'a link to photograph');
  await host.closeDialog();
  await host.done();
  await expectAccessible(page, 'workshops');
});

test('[E2E-5] the door is accessible in every look', async ({ house, workshop, openBrowser, arrive }) => {
  const nobody = await openBrowser('nobody');
  await nobody.goto(`${house.url}/join`);
  await expectAccessible(nobody, 'no link');
  await nobody.goto(workshop.guestLink);
  await expectAccessible(nobody, 'a guest at the door');
  const ada = await arrive('Ada');
  await ada.switchCameraOn();
  await expectAccessible(ada.page, 'the door');
  await ada.enter();
  await ada.waits('The doors are not open yet');
  await expectAccessible(ada.page, 'the waiting room');
});

test.describe('to whoever was removed', () => {
  test.use({ expectedErrors: SENT_AWAY });

  test('[E2E-5] the door that stays closed is accessible in every look', async ({ workshop, arrive }) => {
    const stranger = await arrive('Ben');
    await workshop.as('Frieda', { type: 'remove-person', seatId: workshop.seatId('Ben') });
    await stranger.enter();
    await stranger.isTurnedAway('You cannot enter this workshop', 'You have been removed');
    await expectAccessible(stranger.page, 'turned away');
  });
});

test('[E2E-5] the room is accessible for every role, in plenary, talk and round, to the end', async ({
  workshop,
  enter,
}) => {
  await workshop.as('Fatma', { type: 'open-doors' });
  for (const name of ['Cem', 'Dora']) await workshop.as(name);
  const salma = await enter('Salma', { camera: true });
  const frieda = await enter('Frieda');
  const theo = await enter('Theo');
  const ada = await enter('Ada', { camera: true });
  const ben = await enter('Ben', { camera: true });
  const eachRole = async (where: string) => {
    for (const [role, { page }] of Object.entries({ facilitator: frieda, timekeeper: theo, participant: ada }))
      await expectAccessible(page, `${where}, ${role}`, TWO_LOOKS);
  };

  await test.step('plenary', async () => {
    await expectAccessible(ada.page, 'before the start, participant');
    await workshop.as('Fatma', { type: 'start-session' });
    await frieda.seesPhase('Introduction');
    await eachRole('introduction');
    for (const panel of ['People', 'Task', 'To do'] as const) {
      await frieda.open(panel);
      await expectAccessible(frieda.page, `panel ${panel}, facilitator`, TWO_LOOKS);
    }
    await frieda.open('Run sheet');
    for (const centre of ['Floor plan', 'Seating'] as const) {
      await frieda.show(centre);
      await expectAccessible(frieda.page, `${centre}, facilitator`, TWO_LOOKS);
    }
    await frieda.show('Stage');
  });

  await test.step('talk', async () => {
    await workshop.as('Fatma', { type: 'advance-phase', phaseId: phase('intro') });
    await ada.seesPhase('Input talk');
    await ada.raiseHand();
    await workshop.as('Fatma', { type: 'give-word', seatId: workshop.seatId('Ada') });
    await ada.seesLine('You have the word');
    await expectAccessible(ada.page, 'input talk, participant with the word');
    await expectAccessible(salma.page, 'input talk, speaker', TWO_LOOKS);
  });

  await test.step('round', async () => {
    await workshop.as('Fatma', { type: 'advance-phase', phaseId: phase('talk') });
    await ada.seesPhase('Round 1');
    await expectAccessible(ada.page, 'on the way to the table, participant', TWO_LOOKS);
    for (const name of ['Cem', 'Dora']) await workshop.as(name, { type: 'go-to-table', phaseId: phase('round-1') });
    for (const person of [ada, ben]) await person.goNow();
    const clocks = timekeeperPage(theo.page);
    await clocks.isOpen();
    for (const label of ['A', 'B']) await clocks.startAny(label);
    await eachRole('at the tables');
    await expectAccessible(theo.page, 'clocks, timekeeper');
    await frieda.show('Floor plan');
    await expectAccessible(frieda.page, 'floor plan with tables, facilitator', TWO_LOOKS);
    await frieda.show('Stage');
  });

  await test.step('end', async () => {
    await workshop.as('Fatma', { type: 'end-session' });
    await expect(ada.page.getByRole('heading', { name: 'Thank you for taking part' })).toBeVisible();
    await expectAccessible(ada.page, 'end screen');
  });
});
