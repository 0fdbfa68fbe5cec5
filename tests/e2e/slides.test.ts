import type { Page } from '@playwright/test';
import { modelWorkshop, type PhaseId, type ShowingId } from '@werkraum/protocol';
import { HOST_KEY } from '../support/server-under-test.ts';
import { hostilePdf, talkPdf } from '../support/talk-pdf.ts';
import { expect, test } from './support/house.ts';
import { ticketIn } from './support/lines.ts';
import { createWorkshop, type RunningWorkshop } from './support/running-workshop.ts';

const PEOPLE = { Frieda: 'facilitator', Salma: 'speaker', Ada: 'participant', Ben: 'participant' } as const;

/** What is shown, as somebody in the room sees and works it. */
const slides = (page: Page) => {
  const stage = page.getByRole('region', { name: /^Slides: / });
  const button = (name: string | RegExp) => stage.getByRole('button', { name });
  return {
    seesPage: async (number: number, of: number, title: string) => {
      const sheet = stage.getByRole('region', { name: `Page ${number} of ${of}` });
      await expect(sheet.getByText(title, { exact: true })).toBeAttached();
      await expect(sheet.locator('canvas')).toBeVisible();
    },
    isGone: () => expect(stage).toHaveCount(0),
    next: () => button('Next page, for everybody').click(),
    looksBack: () => button('Look back on my own').click(),
    follows: () => button('Follow again').click(),
    hides: () => button('Close the slides for everybody').click(),
    jumpsTo: async (number: number) => {
      await button('All pages').click();
      await button(`To page ${number}`).click();
    },
    stage,
  };
};

const shows = async (page: Page, title: string) => {
  await page.getByRole('button', { name: 'Show slides' }).click();
  await page.getByRole('menuitem', { name: title }).click();
};

async function uploads(url: string, workshop: RunningWorkshop, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const { sessionId, seatId, secret } = ticketIn(workshop.link(name));
  const response = await fetch(`${url}/api/v1/sessions/${sessionId}/seat/decks/talk?name=Our%20talk`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${seatId}.${secret}` },
    body: bytes,
  });
  expect(response.status).toBe(201);
}

/** The input talk runs; Salma has brought these slides. */
async function talkWith(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<RunningWorkshop> {
  const workshop = await createWorkshop({ url, hostKey: HOST_KEY }, modelWorkshop('en').plan, PEOPLE);
  await uploads(url, workshop, 'Salma', bytes);
  await workshop.as(
    'Frieda',
    { type: 'open-doors' },
    { type: 'start-session' },
    { type: 'advance-phase', phaseId: 'intro' as PhaseId },
  );
  return workshop;
}

test('[E2E-SL-1] [SL-1] [SL-17] everybody is on the presenter’s page, looks back and follows again', async ({
  house,
  visit,
}) => {
  const workshop = await talkWith(house.url, talkPdf({ titles: ['Welcome', 'Gr\\374nfl\\344chen', 'Thank you'] }));
  const enter = async (name: string) => {
    const page = await visit(workshop.link(name));
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await expect(page).toHaveURL(/\/room$/);
    return page;
  };
  const salmaPage = await enter('Salma');
  const [salma, ada] = [slides(salmaPage), slides(await enter('Ada'))];
  await shows(salmaPage, 'Our talk');
  await salma.seesPage(1, 3, 'Welcome');
  await ada.seesPage(1, 3, 'Welcome');

  await salma.next();
  await ada.seesPage(2, 3, 'Grünflächen');
  await ada.looksBack();
  await ada.seesPage(1, 3, 'Welcome');
  await salma.seesPage(2, 3, 'Grünflächen');
  await ada.follows();
  await ada.seesPage(2, 3, 'Grünflächen');

  await salma.jumpsTo(3);
  const ben = slides(await enter('Ben')); // comes late
  await ben.seesPage(3, 3, 'Thank you');
  await salmaPage.keyboard.press('PageUp');
  await ada.seesPage(2, 3, 'Grünflächen');
  await salma.hides();
  await ada.isGone();
});

test('[E2E-SL-2] [SL-20] nothing in a PDF acts', async ({ house, visit }) => {
  const elsewhere = `${house.url}/elsewhere`;
  const workshop = await talkWith(house.url, hostilePdf(elsewhere));
  const page = await visit(workshop.link('Ada'));
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('elsewhere') && asked.push(request.url()));
  page.on('dialog', (dialog) => asked.push(dialog.message()));
  page.on('popup', (popup) => asked.push(popup.url()));
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page).toHaveURL(/\/room$/);
  const showing = { showingId: 'one' as ShowingId, deckId: 'talk' as never, phaseId: 'talk' as PhaseId };
  await workshop.as('Salma', { type: 'show-deck', ...showing, place: 'plenary', page: 1 });
  const ada = slides(page);
  await ada.seesPage(1, 1, 'Trust me');
  await ada.stage.locator('canvas').first().click({ force: true });
  await expect(ada.stage.getByRole('link')).toHaveCount(0);
  await expect(ada.stage.getByRole('textbox')).toHaveCount(0);
  await expect(page).toHaveURL(/\/room$/);
  expect(asked).toEqual([]);
});
