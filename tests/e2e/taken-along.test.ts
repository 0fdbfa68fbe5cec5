import type { SurveyAnswers } from '@werkraum/protocol';
import { expectAccessible, TWO_LOOKS } from './support/accessibility.ts';
import { textOfPdf, textOfWord } from './support/booklet-files.ts';
import { bookletPage } from './support/booklet-page.ts';
import { expect, test } from './support/fixtures.ts';
import { hostPage } from './support/host-page.ts';
import { pageOf } from './support/seat-http.ts';
import { answerSurvey, surveyPage } from './support/survey-page.ts';
import { type Cards, workAtTables } from './support/table-results.ts';

const CARDS: Cards = {
  Ada: { table: 'a', text: 'One office for both', handed: true },
  Cem: { table: 'a', text: 'Stays at the table', handed: false },
  Ben: { table: 'b', text: 'Open figures help', handed: true },
  Dora: { table: 'b', text: 'Nor is this told', handed: false },
};
const NEWS = 'How much was new to you about these topics?';
const MISSING = 'Money was missing';
const THANKS = 'Thanks to all who came so well prepared.';

test.use({
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator' },
    ...Object.fromEntries([...Object.keys(CARDS), 'Emil'].map((name) => [name, 'participant'] as const)),
  },
  viewport: { width: 1280, height: 800 },
  actionTimeout: 30_000,
  // A booklet that is not published yet is refused, and Chromium writes that down.
  expectedErrors: /status of 403/,
});

test('[E2E-64] afterwards five answer unseen, and the booklet is made, edited, published and taken home', async ({
  house,
  workshop,
  openBrowser,
}) => {
  test.setTimeout(240_000);
  await workAtTables(workshop, CARDS);
  // Frieda is never in the room: she steers with her link alone.
  await workshop.as('Emil');
  await workshop.as('Fatma', { type: 'end-session' });
  const opens = async (name: string, page: 'survey' | 'booklet') => {
    const browser = await openBrowser(name);
    await browser.goto(pageOf(workshop.link(name), page));
    return browser;
  };
  const frieda = await opens('Frieda', 'survey');
  const ada = await opens('Ada', 'survey');

  await test.step('five people answer, and see what came of it once it is shown', async () => {
    const steers = surveyPage(frieda);
    await steers.ask();
    await expectAccessible(frieda, 'a survey, facilitator', TWO_LOOKS);
    const ben = await opens('Ben', 'survey');
    await ada.reload();
    for (const [page, figure] of [
      [ada, '4'],
      [ben, '5, a great deal'],
    ] as const) {
      await surveyPage(page).answer(NEWS, figure);
      if (page === ada) await surveyPage(page).write(/missing|short/, MISSING);
    }
    await expectAccessible(ada, 'a survey, participant');
    for (const page of [ada, ben]) await surveyPage(page).send();
    for (const name of ['Cem', 'Dora', 'Emil'])
      await answerSurvey(workshop.link(name), { 'topics-2': 3 } as unknown as SurveyAnswers);
    await steers.hasEnough();
    await steers.close();
    await steers.seesResults(5, MISSING);
    await steers.publish();
    await ada.reload();
    await surveyPage(ada).seesResults(5, 'on average 3.6');
    await expectAccessible(ada, 'results of a survey', TWO_LOOKS);
    const organiser = await openBrowser('the organiser');
    await organiser.goto(house.hostLink);
    const seen = hostPage(organiser);
    await seen.opensSurveyOf(workshop.plan.title);
    await surveyPage(organiser).seesResults(5, MISSING);
    await expectAccessible(organiser, 'results of a survey, organiser', TWO_LOOKS);
  });

  await test.step('the booklet holds what was handed over, and what is written into it', async () => {
    await ada.goto(pageOf(workshop.link('Ada'), 'booklet'));
    await expect(ada.getByRole('heading', { name: 'The booklet is not ready yet' })).toBeVisible();
    await frieda.goto(pageOf(workshop.link('Frieda'), 'booklet'));
    const edits = bookletPage(frieda);
    await edits.reads('One office for both');
    await edits.readsNot('Stays at the table');
    await edits.edit();
    await edits.add(/Results of the tables/, THANKS);
    await expectAccessible(frieda, 'a booklet that is edited', TWO_LOOKS);
    await edits.stopEditing();
    await edits.publish();
  });

  await test.step('whoever took part reads it and takes it home', async () => {
    await ada.reload();
    const reads = bookletPage(ada);
    await reads.reads(THANKS);
    await expectAccessible(ada, 'the booklet');
    const [pdf, word, markdown] = [
      await reads.takeHome('PDF'),
      await reads.takeHome('Word'),
      await reads.takeHome('Markdown'),
    ];
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(word.toString('latin1', 0, 4)).toBe('PK\x03\x04');
    for (const text of [await textOfPdf(pdf), textOfWord(word), markdown.toString()]) {
      for (const each of ['One office for both', 'Open figures help', THANKS]) expect(text).toContain(each);
      expect(text).not.toContain('Stays at the table');
    }
  });
});
