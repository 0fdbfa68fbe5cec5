import { SENT_AWAY } from './support/console-watch.ts';
import { doorPage } from './support/door-page.ts';
import { expect, test } from './support/fixtures.ts';
import { hostPage } from './support/host-page.ts';
import { roomPage } from './support/room-page.ts';

test('[E2E-1] an organiser makes the model workshop, hands out its links, and a participant comes in with one', async ({
  house,
  openBrowser,
}) => {
  const page = await openBrowser('organiser');
  const host = hostPage(page);
  await page.goto(house.hostLink);
  await host.planWorkshop();
  await expect(page.getByRole('list', { name: 'Timeline' }).getByRole('listitem')).toHaveCount(6);
  await host.nameIt('The first of many');
  await host.create();
  await host.seesLinks(12);
  const facilitatorLink = await host.copyLink('Frieda');
  const participantLink = await host.copyLink('Ada');
  expect(participantLink).not.toBe(facilitatorLink);
  await host.showQrCode('Ada');
  await host.seesQrCode();
  await host.closeDialog();
  await host.done();
  await host.seesWorkshop('The first of many');

  const ada = await openBrowser('Ada');
  await ada.goto(participantLink);
  await expect(ada, 'the secret leaves the address bar').toHaveURL(/\/join$/);
  await doorPage(ada).enter();
  await doorPage(ada).waits('The doors are not open yet');
  const frieda = await openBrowser('Frieda');
  await frieda.goto(facilitatorLink);
  await doorPage(frieda).enter();
  await frieda.getByRole('button', { name: 'Open the doors' }).click();
  await roomPage(ada).isOpen();
  await roomPage(ada).seesPeople('Ada', 'Frieda');
});

test.describe('a link that is lost', () => {
  test.use({ expectedErrors: SENT_AWAY });

  test('[PE-2] the host page replaces a lost link', async ({ house, workshop, openBrowser }) => {
    const page = await openBrowser('organiser');
    await page.goto(house.hostLink);
    const fresh = await hostPage(page).newLinkFor(workshop.plan.title, 'Ada');
    const old = await openBrowser('Ada with the old link');
    await old.goto(workshop.link('Ada'));
    await doorPage(old).enter();
    await doorPage(old).isTurnedAway('This link does not open the door', 'This link opens nothing');
    const ada = await openBrowser('Ada');
    await ada.goto(fresh);
    await doorPage(ada).enter();
    await doorPage(ada).waits('The doors are not open yet');
  });
});
