import { LINE_IS_CUT } from './support/console-watch.ts';
import { expect, test } from './support/fixtures.ts';
import { runSheet } from './support/run-sheet.ts';

test.use({ expectedErrors: LINE_IS_CUT }); // the network is taken away

test('[E2E-4] without network the room stays readable, says so quietly, and comes back with what happened meanwhile', async ({
  enter,
  workshop,
}) => {
  await workshop.as('Theo', { type: 'open-doors' }, { type: 'start-session' });
  const frieda = await enter('Frieda', { camera: true });
  const ada = await enter('Ada');
  await ada.seesMoving('Frieda');
  await ada.page.context().setOffline(true);
  await ada.seesLine('The connection is interrupted');
  await ada.seesPhase('Introduction');
  await ada.seesPeople('Ada', 'Frieda', 'Theo');
  await runSheet(frieda.page).next('Input talk');
  await frieda.seesPhase('Input talk');

  await ada.page.context().setOffline(false);
  await ada.seesPhase('Input talk');
  await ada.seesNoLine('The connection is interrupted');
  await ada.seesMoving('Frieda');
  await expect(ada.page.getByRole('region', { name: 'Stage' })).toBeVisible();
});
test.use({ people: { Frieda: 'facilitator', Theo: 'facilitator', Ada: 'participant' } });
