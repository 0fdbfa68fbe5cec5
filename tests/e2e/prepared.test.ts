import type { PhaseId, PollId, SessionView } from '@werkraum/protocol';
import { png } from '../support/slide-files.ts';
import { talkPdf } from '../support/talk-pdf.ts';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { deckPreview, jpegOf } from './support/deck-preview.ts';
import { expect, test } from './support/fixtures.ts';
import { preparePage } from './support/prepare-page.ts';
import { bringSlides, pageOf } from './support/seat-http.ts';
import { sidePanels } from './support/side-panels.ts';
import { slidesStage } from './support/slides-stage.ts';

const ON_LINES = ['Cem', 'Dora', 'Emil', 'Finja'];
const TITLES = ['Where we stand', 'What helped us', 'What we miss'];
const talk = talkPdf({ titles: TITLES });
const [first = '', second = ''] = TITLES;
/** How much of a page is dark: a line of large letters on white, and a picture of one dark grey. */
const INK = { from: 0.005, to: 0.2 };
const WHOLE = { from: 0.99, to: 1 };
const phase = (id: string) => id as PhaseId;

test.use({
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator', Salma: 'speaker' },
    ...Object.fromEntries(['Ada', 'Ben', ...ON_LINES].map((name) => [name, 'participant'] as const)),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
  // A file that is none is refused, and Chromium writes that down.
  expectedErrors: /status of 415/,
});
test.describe.configure({ timeout: 240_000 });

test('[E2E-60] at home, somebody writes, comes back to it, brings slides and says so', async ({
  workshop,
  openBrowser,
  enter,
}) => {
  const page = await openBrowser('Ada');
  const ada = preparePage(page);
  await page.goto(pageOf(workshop.link('Ada'), 'prepare'));
  await ada.isOpen('Ada');

  await test.step('what is typed is kept', async () => {
    await ada.write(1, 'Climate office, part of the mayor’s staff');
    await ada.choose(3, 'A staff unit');
    await ada.says(/^Saved at /);
    await ada.says('2 of 6 answered');
    await page.reload();
    await ada.reads(1, 'Climate office, part of the mayor’s staff');
    await ada.hasChosen(3, 'A staff unit');
  });

  await test.step('a letter is no presentation, and the page says what would be one', async () => {
    await ada.upload({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all') });
    await ada.isRefused('Please choose a PDF or an image');
    await ada.upload({ name: 'disguised.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Dear all') });
    await ada.isRefused('This file is neither a PDF nor one of the image types');
    await ada.upload({ name: 'climate.pdf', mimeType: 'application/pdf', buffer: Buffer.from(talk) });
    await ada.seesSlides('climate.pdf', TITLES.length);
  });

  await test.step('she looks at her slides as they will be seen, and at images beside them', async () => {
    const slides = deckPreview(page, 'climate.pdf');
    await slides.isDrawn(1, TITLES.length, INK);
    await slides.reads(1, TITLES.length, first);
    await slides.turnOn();
    await slides.reads(2, TITLES.length, second);
    await slides.isDrawn(2, TITLES.length, INK);
    await ada.upload({ name: 'roof.png', mimeType: 'image/png', buffer: Buffer.from(png(320, 180)) });
    const images = deckPreview(page, 'roof.png');
    await images.isDrawn(1, 1, WHOLE);
    await slides.isClosed();
    await ada.addImages({ name: 'shade.jpg', mimeType: 'image/jpeg', buffer: await jpegOf(page, 40) });
    await ada.seesSlides('roof.png', 2);
    await images.turnOn();
    await images.isDrawn(2, 2, WHOLE);
    await expectAccessible(page, 'a preview of images', TWO_LOOKS);
    await slides.toggle();
    await slides.isDrawn(1, TITLES.length, INK);
    await images.isClosed();
  });

  await test.step('who facilitates sees how far she is, and no word of it', async () => {
    await expectAccessible(page, 'preparation');
    await ada.sayReady();
    const frieda = await enter('Frieda');
    await frieda.open('People');
    await frieda.seesLine('1 of 7 ready');
    await frieda.seesLine('Ready · 2 of 6 answered · with slides');
    await frieda.seesLine('Not opened yet');
    await frieda.seesNoLine(/Climate office/);
  });
});

test('[E2E-61] in a talk, slides turn for everybody, and people ask, vote and write', async ({ workshop, enter }) => {
  await bringSlides(workshop.link('Salma'), 'Public innovation', talk);
  await workshop.as('Fatma', { type: 'open-doors' }, { type: 'start-session' });
  await workshop.as('Fatma', { type: 'advance-phase', phaseId: phase('intro') });
  await Promise.all(ON_LINES.map((name) => workshop.as(name)));
  const [salma, ada, ben, frieda] = [
    await enter('Salma'),
    await enter('Ada'),
    await enter('Ben'),
    await enter('Frieda'),
  ];
  const pollSeenBy = async (name: string): Promise<PollId> => {
    const seen = async () => Object.keys((await session(name)).polls ?? {})[0] as PollId | undefined;
    await expect.poll(seen).toBeDefined();
    return (await seen()) as PollId;
  };
  const session = async (name: string) => (await workshop.sees(name, 'session')) as unknown as SessionView;
  const [shows, looks] = [slidesStage(salma.page), slidesStage(ada.page)];
  const [adas, bens, friedas] = [sidePanels(ada.page), sidePanels(ben.page), sidePanels(frieda.page)];
  for (const person of [salma, ada, ben, frieda]) await person.seesPhase('Input talk');

  await test.step('pages turn together, and who looks back comes along again', async () => {
    await shows.show('Public innovation');
    await looks.seesPage(1, 3, first);
    await shows.turnOn();
    await looks.seesPage(2, 3, second);
    await looks.lookBack();
    await looks.seesPage(1, 3, first);
    await looks.says('You are looking at page 1 on your own.');
    await looks.follow();
    await looks.seesPage(2, 3, second);
    await expectAccessible(ada.page, 'slides on the stage, participant', TWO_LOOKS);
    await expectAccessible(salma.page, 'slides on the stage, speaker', TWO_LOOKS);
  });

  await test.step('something is asked without a name, wanted by another, and answered', async () => {
    const question = 'Who pays for this later?';
    await ada.open('Questions');
    await adas.ask(question, { named: false });
    await ben.open('Questions');
    await bens.seesAsked(question, 'Without a name');
    await bens.supports(question);
    await frieda.open('Questions');
    await friedas.seesAsked(question, 'Without a name', '1');
    await expectAccessible(frieda.page, 'questions, facilitator', TWO_LOOKS);
    await friedas.answered(question);
    await adas.seesAsked(question, 'Answered', 'You, without your name');
  });

  await test.step('five votes are counted and shown, and nobody’s name with them', async () => {
    await frieda.open('Polls');
    await friedas.poll('Is there a joint strategy?', ['Yes', 'Not yet']);
    const pollId = await pollSeenBy('Cem');
    for (const name of ON_LINES)
      await workshop.as(name, { type: 'cast-vote', pollId, vote: { kind: 'single', option: 1 } });
    await ada.open('Polls');
    await adas.vote('Yes');
    await expectAccessible(ada.page, 'a poll, participant', TWO_LOOKS);
    await friedas.closeAndShow();
    await ben.open('Polls');
    await bens.seesShare('Not yet', '80 %');
    await bens.seesNot('Cem');
  });

  await test.step('in the chat of the plenary everybody reads the same', async () => {
    await ada.open('Chat');
    await adas.say('Our strategy is online, I will send the link.');
    await ben.open('Chat');
    await bens.hears('Our strategy is online, I will send the link.');
    await expectAccessible(ben.page, 'chat, participant', TWO_LOOKS);
    await shows.hide();
    await looks.seesNone();
  });
});
