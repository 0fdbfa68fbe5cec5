import { modelWorkshop, type Role } from '@werkraum/protocol';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { facilitatorDesk } from './support/facilitator-desk.ts';
import { expect, test } from './support/fixtures.ts';
import { runSheet } from './support/run-sheet.ts';
import { tablesOf, walk } from './support/tables.ts';

/** Six tables of four: in three rounds nobody has to meet anybody twice. */
const TABLES = 6;
const NAMES = Array.from({ length: 4 * TABLES }, (_, index) => `Person ${String(index + 1).padStart(2, '0')}`);
const [ADA = '', ...OTHERS] = NAMES;
const { plan } = modelWorkshop('en');

test.use({
  plan: {
    ...plan,
    phases: plan.phases.map((phase) =>
      phase.kind === 'breakout-round' ? { ...phase, round: { ...phase.round, tables: TABLES } } : phase,
    ),
  },
  people: {
    ...{ Frieda: 'facilitator', Theo: 'timekeeper' },
    ...Object.fromEntries(NAMES.map((name) => [name, 'participant' as Role])),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
});

test('[E2E-11] twenty-four people rotate over three rounds, meet nobody twice, and every screen stays readable', async ({
  workshop,
  enter,
}) => {
  test.setTimeout(420_000);
  const frieda = await enter('Frieda');
  const desk = facilitatorDesk(frieda.page);
  const sheet = runSheet(frieda.page);
  await test.step('all rounds are planned at once', async () => {
    await frieda.show('Seating');
    await desk.planAllRounds();
    await desk.acceptProposal();
    await desk.seesFigures('108 of 276 pairs meet');
    await expectAccessible(frieda.page, 'the rotation of 24 people', TWO_LOOKS);
    await desk.seesMatrixOf(NAMES.length);
    await expectAccessible(frieda.page, 'who meets whom, 24 people', TWO_LOOKS);
    await frieda.show('Floor plan');
  });

  await Promise.all(['Theo', ...OTHERS].map((name) => workshop.as(name)));
  await sheet.openDoors();
  const ada = await enter(ADA, { viewport: { width: 360, height: 740 } });
  await sheet.start('Introduction');
  await sheet.next('Input talk');
  await sheet.openRound(1);

  const neighbours: string[] = [];
  for (const number of [1, 2, 3]) {
    await test.step(`round ${number}`, async () => {
      await ada.seesPhase(`Round ${number}`);
      await ada.goNow();
      await walk(workshop, OTHERS);
      const tables = await tablesOf(workshop, 'Theo');
      expect(tables.map(({ names }) => names.length)).toEqual(tables.map(() => 4));
      const own = tables.find(({ names }) => names.includes(ADA));
      neighbours.push(...(own?.names ?? []).filter((name) => name !== ADA));
      await ada.seesPeople(...(own?.names ?? []));
      for (const { label, names } of tables)
        for (const name of names) await expect(desk.tile(label)).toContainText(name);
      await expectAccessible(frieda.page, `round ${number}, the tables of 24 people`, TWO_LOOKS);
      await expectAccessible(ada.page, `round ${number}, at the table`, [
        { colorScheme: 'light', viewport: { width: 360, height: 740 } },
      ]);
      await sheet.closeTables();
      await sheet.bringBack();
    });
  }
  expect(new Set(neighbours).size, 'everybody beside whom Ada sat').toBe(9);
  await ada.seesPhase('Plenary reflection');
});
