import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { boardPage } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { runSheet } from './support/run-sheet.ts';
import { sidePanels } from './support/side-panels.ts';
import { advance, type Cards, workAtTables } from './support/table-results.ts';

const CARDS: Cards = {
  Ada: { table: 'a', text: 'One office for both', handed: true },
  Ben: { table: 'a', text: 'Stays at table A', handed: false },
  Cem: { table: 'b', text: 'Open figures help', handed: true },
  Dora: { table: 'b', text: 'Stays at table B', handed: false },
};

test.use({
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator' },
    ...Object.fromEntries([...Object.keys(CARDS), 'Emil', 'Finja'].map((name) => [name, 'participant'] as const)),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
});

test('[E2E-63] tables report one after the other, their results go on, and everybody is heard', async ({
  workshop,
  enter,
}) => {
  test.setTimeout(240_000);
  await workAtTables(workshop, CARDS);
  const [frieda, emil, finja] = [await enter('Frieda'), await enter('Emil'), await enter('Finja')];
  const [friedas, emils, finjas] = [boardPage(frieda.page), boardPage(emil.page), boardPage(finja.page)];
  const [emilsSide, finjasSide] = [sidePanels(emil.page), sidePanels(finja.page)];
  const sheet = runSheet(frieda.page);

  await test.step('a result is taken into the next round', async () => {
    await friedas.open();
    await friedas.takeAlong(1, 'A', 'One office for both', 'Round 2, all tables');
    await workshop.as('Fatma', ...advance('round-1'));
    for (const person of [emil, finja]) {
      await person.seesPhase('Round 2');
      await person.goNow();
    }
    await emils.open();
    await emils.sees('One office for both');
    await emils.says('from round 1, table A');
    await workshop.as('Fatma', ...advance('round-2', 'round-3'));
    await emil.seesPhase('Plenary reflection');
  });

  await test.step('table A reports, then table B, and nobody sees what they kept', async () => {
    for (const board of [emils, finjas]) await board.open();
    await sheet.report('Report out: round 1, table A');
    await emils.reports(1, 'A');
    await emils.hangs(1, 'A', 'One office for both');
    await expectAccessible(frieda.page, 'a report, facilitator', TWO_LOOKS);
    await sheet.report('Round 1 · Table B');
    await emils.reports(1, 'B');
    await emils.hangs(1, 'B', 'Open figures help');
    await expectAccessible(emil.page, 'a report, participant', TWO_LOOKS);
    await sheet.report('End the report');
    for (const { page } of [frieda, emil, finja]) await expect(page.getByText(/^Stays at table/)).toHaveCount(0);
  });

  await test.step('what is learned is written down for all', async () => {
    // With the end of a report the stage is back in the middle.
    for (const board of [emils, finjas]) await board.open();
    await emils.part('Reflection');
    await emils.write('Shorter inputs, longer talk');
    await finjas.part('Reflection');
    await finjas.sees('Shorter inputs, longer talk');
    await expectAccessible(finja.page, 'the board of the reflection', TWO_LOOKS);
  });

  await test.step('an open matter gets somebody who sees to it, and a recommendation a link', async () => {
    await emil.open('Collected');
    await emilsSide.park('Who looks after the platform?', 'Finja');
    await finja.open('Collected');
    await finjasSide.seesParked('Who looks after the platform?', 'You see to it');
    await finjasSide.recommend('Guideline on open data', 'https://guideline.example/open');
    await emilsSide.seesReference('Guideline on open data', 'guideline.example');
    await expectAccessible(emil.page, 'what was collected', TWO_LOOKS);
  });

  await test.step('a round of voices: two speak, and it is ended', async () => {
    await frieda.open('Run sheet');
    await sheet.startVoices();
    await finja.open('Turns');
    await finjasSide.sees(/^The inputs have not begun/);
    await frieda.open('Turns');
    await sheet.firstVoice('Ada');
    await finjasSide.sees('Ada speaks');
    await sheet.voiceIsDone('Ada');
    await finjasSide.sees('Ben speaks');
    await expectAccessible(finja.page, 'a round of voices', TWO_LOOKS);
    await frieda.open('Run sheet');
    await sheet.endVoices();
    await finjasSide.seesNot('Speaking order');
  });
});
