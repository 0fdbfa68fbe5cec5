import { SENT_AWAY } from './support/console-watch.ts';
import { doorPage } from './support/door-page.ts';
import { expect, test } from './support/fixtures.ts';
import { roomPage } from './support/room-page.ts';

test.beforeEach(({ workshop }) => workshop.as('Theo', { type: 'open-doors' }));
test.use({
  expectedErrors: SENT_AWAY, // the lines of whoever is sent away are cut by the server
  people: { Frieda: 'facilitator', Theo: 'facilitator', Ada: 'participant', Ben: 'participant' },
});

test('[PE-10] a second window is told that the seat is in use, may take it, and the first says why it stopped', async ({
  arrive,
  enter,
}) => {
  const first = await enter('Ada');
  const second = await arrive('Ada');
  await second.enter();
  await second.isTurnedAway('You are already in, somewhere else', 'Your seat is already open in another tab');
  await second.useHere();
  await roomPage(second.page).isOpen();
  await doorPage(first.page).isTurnedAway('You are already in, somewhere else', 'Your seat is now open in another tab');
});

test('[PR-11] with the doors open, what was prepared stays one press away', async ({ arrive }) => {
  const { page } = await arrive('Ada');
  await page.getByRole('link', { name: 'Your answers and slides' }).click();
  await expect(page.getByRole('heading', { name: 'Your answers', exact: true })).toBeVisible();
  await page.goBack();
  await doorPage(page).enter();
  await roomPage(page).isOpen();
});

test('[PE-8] a removed person is gone everywhere at once, and the old link opens nothing', async ({
  arrive,
  enter,
}) => {
  const frieda = await enter('Frieda');
  const ada = await enter('Ada', { camera: true });
  const ben = await enter('Ben');
  await ben.seesMoving('Ada');
  await frieda.open('People');
  await frieda.removePerson('Ada');
  await doorPage(ada.page).isTurnedAway('You cannot enter this workshop', 'You have been removed from this workshop.');
  await ben.seesPeople('Ben', 'Frieda', 'Theo');
  await ben.seesNothingOf('Ada');
  const again = await arrive('Ada');
  await again.enter();
  await again.isTurnedAway('You cannot enter this workshop', 'You have been removed from this workshop.');
});

test('[PE-4] a guest knocks, waits, and is let in', async ({ openBrowser, workshop, enter }) => {
  const frieda = await enter('Frieda');
  const page = await openBrowser('Gerda');
  await page.goto(workshop.guestLink);
  const gerda = doorPage(page);
  await gerda.knock('Gerda');
  await gerda.waits('The facilitator knows that you are here');
  await expect(page.getByText('Frieda')).toHaveCount(0); // [PE-5]
  await frieda.open('People');
  await frieda.letIn('Gerda');
  await roomPage(page).isOpen();
  await frieda.seesPeople('Frieda', 'Gerda', 'Theo');
});

test('[PE-2] a new personal link replaces the old one at once', async ({ openBrowser, enter }) => {
  const frieda = await enter('Frieda');
  const ben = await enter('Ben');
  await frieda.open('People');
  const link = await frieda.newLinkFor('Ben');
  await doorPage(ben.page).isTurnedAway('This link does not open the door', 'Your personal link was replaced');
  const page = await openBrowser('Ben again');
  await page.goto(link);
  await doorPage(page).enter();
  await roomPage(page).isOpen();
});
