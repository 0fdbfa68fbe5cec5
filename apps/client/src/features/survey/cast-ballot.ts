import type { SurveyAnswers } from '@werkraum/protocol';
import type { Ballot } from './ballot-keeper.ts';
import type { Sent } from './survey-desk.ts';

/** A server that restarts is back within these. */
const PAUSES_MS = [500, 2_000, 5_000];

/**
 * Sends answers with a ballot and nothing that says who sends them: no credential, no cookie, no referrer. The same again is
 * counted once, so it is sent again while nobody answers.
 */
export async function castBallot(sessionId: string, ballot: Ballot, answers: SurveyAnswers): Promise<Sent> {
  const body = JSON.stringify({ ...ballot, answers: trimmed(answers) });
  let sent = await post(sessionId, body);
  for (const pause of PAUSES_MS) {
    if (sent !== 'unreachable') return sent;
    await new Promise((resolve) => setTimeout(resolve, pause));
    sent = await post(sessionId, body);
  }
  return sent;
}

async function post(sessionId: string, body: string): Promise<Sent> {
  const response = await fetch(`/api/v1/surveys/${sessionId}/answers`, {
    ...{ method: 'POST', body, credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
    headers: { 'content-type': 'application/json' },
  }).catch(() => undefined);
  if (!response) return 'unreachable';
  if (response.ok) return 'counted';
  const { code } = await response.json().catch(() => ({}));
  if (code === 'ballot-spent') return 'spent';
  if (code === 'survey-not-open' || code === 'not-found') return 'closed';
  return code === 'no-ballot' || code === 'malformed' ? 'refused' : 'unreachable';
}

/** Words without the space around them; those that are nothing else are left out. */
function trimmed(answers: SurveyAnswers): SurveyAnswers {
  const said = Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? answer.trim() : answer]);
  return Object.fromEntries(said.filter(([, answer]) => answer !== '')) as SurveyAnswers;
}
