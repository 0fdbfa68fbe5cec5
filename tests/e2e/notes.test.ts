import type { PhaseId, RoomId } from '@werkraum/protocol';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { LINE_IS_CUT } from './support/console-watch.ts';
import { expect, test } from './support/fixtures.ts';
import { notesPage } from './support/notes-page.ts';

const round = 'round-2' as PhaseId;

test.use({
  people: { Frieda: 'facilitator', Ada: 'participant', Ben: 'participant', Cem: 'participant', Dora: 'participant' },
  expectedErrors: LINE_IS_CUT, // one loses the connection
});

test('[NO-3, NO-4, NO-12] two write at their table, one of them without a line for a while, and hand it over', async ({
  workshop,
  enter,
}) => {
  test.setTimeout(180_000);
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  for (const [name, table] of Object.entries({ Ada: 'a', Ben: 'a', Cem: 'b', Dora: 'b' })) {
    const roomId = `${round}-${table}` as RoomId;
    await workshop.as('Frieda', { type: 'assign-seat', phaseId: round, seatId: workshop.seatId(name), roomId });
  }
  const people = [await enter('Ada'), await enter('Ben'), await enter('Cem'), await enter('Dora')] as const;
  for (const phaseId of ['intro', 'talk', 'round-1'] as PhaseId[])
    await workshop.as('Frieda', { type: 'advance-phase', phaseId });
  for (const person of people) await person.goNow();
  const [ada, ben, cem] = people.map(({ page }) => notesPage(page)) as [
    ReturnType<typeof notesPage>,
    ReturnType<typeof notesPage>,
    ReturnType<typeof notesPage>,
  ];
  for (const notes of [ada, ben, cem]) await notes.open();

  await ada.format('Heading');
  await ada.types('Traffic\nFewer cars, ');
  await ben.reads('Fewer cars,');
  await ben.sees('heading', 'Traffic');
  await ben.typesAtTheEnd('more trees');
  await ada.reads('Fewer cars, more trees');
  await ada.seesCaretOf('Ben');
  await cem.readsNot('Traffic');

  await test.step('one goes on without a line', async () => {
    await people[1].page.context().setOffline(true);
    await ben.isTold('No connection');
    await ben.typesAtTheEnd(' and trams');
    await ada.typesAtTheEnd(' meanwhile');
    await people[1].page.context().setOffline(false);
    for (const notes of [ada, ben]) for (const words of ['and trams', 'meanwhile']) await notes.reads(words);
    await ben.isTold('Everything is saved');
  });

  await test.step('the table hands it over, and everybody reads it', async () => {
    await ada.handOver();
    await cem.readsHandedOver('Table A', 'Traffic', 'and trams');
  });
  await expect(people[2].page.getByRole('textbox', { name: 'Table B' })).not.toContainText('trams');
});

test('[NO-19] on a phone the tools stand in one row, and the keyboard reaches those behind a menu', async ({
  workshop,
  enter,
}) => {
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  const { page } = await enter('Ada', { viewport: { width: 360, height: 740 } });
  const ada = notesPage(page);
  await ada.open();
  expect(await ada.rowsOfTools()).toBe(1);
  await ada.typesAtTheEnd('What they said');
  await ada.formatFromMenu('Quotation');
  await ada.types(', word for word');
  await ada.sees('blockquote', 'What they said, word for word');
  await ada.isOnInMenu('Quotation');
  await page.getByRole('button', { name: 'Make it large' }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Quotation' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'notes', TWO_LOOKS);
});
