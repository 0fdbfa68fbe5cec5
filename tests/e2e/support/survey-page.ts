import { expect, type Page } from '@playwright/test';
import { type CastBallot, type SurveyAnswers, SurveyPage } from '@werkraum/protocol';
import { createVoter } from '@werkraum/server/src/application/testing/voter.ts';
import { ticketIn } from './lines.ts';
import { seatFetch } from './seat-http.ts';

/** The survey days after, for those who answer and those who facilitate. */
export function surveyPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    ask: async () => {
      await press('Questions about the topics');
      await press('Save the questions');
      await press('Open the survey');
      await expect(page.getByRole('heading', { name: 'The survey is open' })).toBeVisible();
    },
    answer: async (prompt: string, figure: string) => {
      await page.getByRole('group', { name: prompt }).getByRole('radio', { name: figure }).check();
    },
    write: (prompt: string | RegExp, text: string) => page.getByRole('textbox', { name: prompt }).fill(text),
    send: async () => {
      await press('Send anonymously');
      await expect(page.getByRole('heading', { name: 'Thank you, your answers were counted' })).toBeVisible();
    },
    hasEnough: () =>
      expect(page.getByRole('status').filter({ hasText: /^At least five people have answered/ })).toBeVisible({
        timeout: 30_000,
      }),
    close: async () => {
      await press('Close the survey');
      await page.getByRole('dialog').getByRole('button', { name: 'Close the survey' }).click();
    },
    publish: () => press('Show everybody the results'),
    seesResults: async (answers: number, ...words: readonly string[]) => {
      const results = page.getByRole('region', { name: 'Results' });
      await expect(results.getByText(`${answers} people have answered.`)).toBeVisible({ timeout: 30_000 });
      for (const each of words) await expect(results).toContainText(each);
    },
  };
}

/** Answers without a browser, with a ballot of one's own. */
export async function answerSurvey(link: string, answers: SurveyAnswers): Promise<void> {
  const { survey } = SurveyPage.parse(await (await seatFetch(link, 'GET', '/survey')).json());
  const voter = createVoter(survey?.key ?? '');
  const signed = await seatFetch(link, 'POST', '/survey/ballot', { blinded: voter.blinded });
  const { signature } = (await signed.json()) as { signature: string };
  const ballot: CastBallot = voter.ballot(signature, answers);
  const response = await fetch(`${new URL(link).origin}/api/v1/surveys/${ticketIn(link).sessionId}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ballot),
  });
  if (!response.ok) throw new Error(`the ballot was not taken: ${response.status}`);
}
