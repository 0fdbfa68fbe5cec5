import type { Command, PhaseId, PrepAnswer, QuestionId, ReadinessList, RoomId } from '@werkraum/protocol';
import { PreparationView, ReadinessList as ReadinessSchema } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { HOST_KEY } from '../support/server-under-test.ts';
import { goTo, must, startNextTurn, turnsAt } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';

const invited = { participants: ['Ada', 'Ben', 'Cem', 'Dora'], enter: false };
const FIRST = 'question-1' as QuestionId;
const text = (words: string): PrepAnswer => ({ kind: 'text', text: words });

const sends = async (person: Person, command: Command) => {
  const response = await person.fetches('POST', '/commands', { id: crypto.randomUUID(), command });
  return response.json();
};
const answers = (person: Person, words: string) =>
  sends(person, { type: 'answer-question', questionId: FIRST, answer: text(words) });
const page = async (person: Person) =>
  PreparationView.parse(await (await person.fetches('GET', '/preparation')).json());
const readiness = async ({ server, sessionId }: Workshop, key: string) =>
  server.api('GET', `/api/v1/sessions/${sessionId}/readiness`, undefined, { authorization: `Bearer ${key}` });

test('[PR-1] [PR-11] weeks before, with the doors closed, an answer is given, kept over a restart and found again', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  expect((await page(ada)).questions).toHaveLength(6);
  expect(await sends(ada, { type: 'open-preparation' })).toEqual({ ok: true });
  expect(await answers(ada, 'Parks and trees')).toEqual({ ok: true });
  expect(await sends(ada, { type: 'set-ready', ready: true })).toEqual({ ok: true });
  const again = await workshop.restartAlone();
  expect(await page(again.person('Ada'))).toMatchObject({
    ...{ name: 'Ada', status: 'draft', ready: true, open: true },
    answers: { [FIRST]: text('Parks and trees') },
  });
  await again.close();
});

test('[PR-6] the organiser sees figures with the host key, and nobody else does', async () => {
  const workshop = await givenWorkshop(invited);
  await answers(workshop.person('Ada'), 'canary-ada');
  const response = await readiness(workshop, HOST_KEY);
  const body = await response.text();
  expect(body).not.toContain('canary');
  const list: ReadinessList = ReadinessSchema.parse(JSON.parse(body));
  expect(list).toMatchObject({ ada: { opened: true, answered: 1, of: 6, ready: false }, ben: { opened: false } });
  expect((await readiness(workshop, 'a-key-that-is-none')).status).toBe(401);
  await workshop.close();
});

/** Everybody is at two tables, and everybody has answered with a word of their own that nobody else would say. */
async function atTables() {
  const workshop = await givenWorkshop({ ...invited, enter: true });
  for (const person of workshop.people) await answers(person, `canary-${person.seatId}-`);
  await goTo(workshop, 'round-1');
  return workshop;
}

/** Whoever was sent this word, in any frame of this connection. */
const holders = ({ people }: Workshop, word: string) =>
  people.filter((person) => JSON.stringify(person.client().frames()).includes(word)).map(({ seatId }) => seatId);

test('[PR-5] [PR-9] [PR-10] an answer reaches nobody before it is shown, then its table, late comers too, and nobody else ever', async () => {
  const workshop = await atTables();
  const { facilitator } = workshop;
  for (const { seatId } of workshop.people) expect(holders(workshop, `canary-${seatId}-`)).toEqual([seatId]);

  const table = 'round-1-a' as RoomId;
  await startNextTurn(workshop, table);
  const { now, turns } = turnsAt(workshop, table);
  const turnId = now?.turnId;
  const speaker = workshop.people.find(({ seatId }) => turnId && seatId === turns[turnId]?.seatId);
  if (!turnId || !speaker) throw new Error('nobody speaks');
  const turn = { roomId: table, turnId };
  await must(speaker.asks({ type: 'show-answers', phaseId: 'round-1' as PhaseId, turn }));
  const atTable = workshop.people.filter((person) => person.you().place === table).map(({ seatId }) => seatId);
  expect(atTable.length).toBeGreaterThan(1);
  expect(holders(workshop, `canary-${speaker.seatId}-`)).toEqual(atTable);

  const late = workshop.people.find((person) => person !== speaker && person.you().place === table);
  await late?.vanishes();
  await late?.enters();
  expect(late?.room()?.prep?.[speaker.seatId]).toMatchObject({ shown: true });
  await must(facilitator.asks({ type: 'visit-table', phaseId: 'round-1' as PhaseId, roomId: table }));
  expect(facilitator.room()?.prep?.[speaker.seatId]).toMatchObject({ shown: true });
  await must(workshop.timekeeper.asks({ type: 'end-turn', ...turn }));
  expect(facilitator.room()?.prep).toBeUndefined();
  const outside = workshop.people.filter(({ seatId }) => !atTable.includes(seatId) && seatId !== facilitator.seatId);
  for (const person of outside)
    expect(JSON.stringify(person.client().frames())).not.toContain(`canary-${speaker.seatId}-`);
  await workshop.close();
});
