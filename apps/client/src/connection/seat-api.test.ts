import type { SeatId, SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { COMMAND_PATIENCE_MS } from './outbox.ts';
import { createSeatApi } from './seat-api.ts';

const ticket = { sessionId: 's' as SessionId, seatId: 'ada' as SeatId, secret: 'A'.repeat(22) };
const raise = { type: 'raise-hand' } as const;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const problem = (status: number, code: string) => json({ type: 'about:blank', status, title: 'No.', code }, status);

type Answer = Response | 'silence';

/** A seat whose questions are answered by hand, one after the other; waiting takes no time and is written down. */
function givenSeat(...answers: Answer[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const waited: number[] = [];
  let ids = 0;
  const api = createSeatApi(ticket, {
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init });
      const answer = answers.shift() ?? 'silence';
      if (answer === 'silence') throw new TypeError('nobody answers');
      return answer;
    },
    makeRequest: () => new XMLHttpRequest(),
    makeId: () => `id-${++ids}`,
    wait: async (ms) => void waited.push(ms),
  });
  return { api, asked, waited };
}

const bodiesOf = (asked: readonly { init: RequestInit }[]) => asked.map(({ init }) => JSON.parse(String(init.body)));

test('the link proves the seat in a header and stands in no address', async () => {
  const { api, asked } = givenSeat(json({ name: 'Ada' }));
  expect(await api.document()).toEqual({ ok: true, value: { name: 'Ada' } });
  expect(asked[0]?.url).toBe('/api/v1/sessions/s/seat');
  expect(asked[0]?.init.headers).toEqual({ authorization: `Bearer ada.${'A'.repeat(22)}` });
});

test('[WI-8] a command nobody answered is said again under the same id', async () => {
  const { api, asked } = givenSeat('silence', new Response('<html>', { status: 502 }), json({ ok: true }));
  expect(await api.send(raise)).toEqual({ ok: true, value: undefined });
  expect(bodiesOf(asked)).toEqual(Array(3).fill({ id: 'id-1', command: raise }));
});

test('[WI-8] it is said no longer than the server knows it for certain, and then told to the person', async () => {
  const { api, asked, waited } = givenSeat();
  expect(await api.send(raise)).toMatchObject({ ok: false, problem: 'unreachable' });
  expect(asked.length).toBeGreaterThan(3);
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(COMMAND_PATIENCE_MS);
});

test('what the server refuses is not said again', async () => {
  const { api, asked } = givenSeat(json({ ok: false, rejection: 'not-admitted' }));
  expect(await api.send(raise)).toEqual({ ok: false, problem: 'refused', code: 'not-admitted' });
  expect(asked).toHaveLength(1);
});

test('a page that is being left says it once, in a way that outlives the page', async () => {
  const { api, asked, waited } = givenSeat();
  expect(await api.send(raise, { parting: true })).toMatchObject({ problem: 'unreachable' });
  expect(asked.map(({ init }) => init.keepalive)).toEqual([true]);
  expect(waited).toEqual([]);
});

test.each([
  [problem(401, 'unknown-link'), 'unknown-link'],
  [problem(403, 'removed'), 'removed'],
  [problem(429, 'too-many'), 'too-many'],
  [problem(503, 'session-damaged'), 'refused'],
  [new Response('Bad gateway', { status: 502 }), 'unreachable'],
])('an answer that is none says why: %#', async (answer, expected) => {
  const { api } = givenSeat(answer);
  expect(await api.document()).toMatchObject({ ok: false, problem: expected });
});

test('whoever calls a command off hears so, and nothing is said again', async () => {
  const { api, asked } = givenSeat('silence', json({ ok: true }));
  const stop = new AbortController();
  stop.abort();
  expect(await api.send(raise, { signal: stop.signal })).toMatchObject({ problem: 'stopped' });
  expect(asked).toHaveLength(1);
});

const breaksOff = (before: () => void = () => undefined) =>
  new Response(
    new ReadableStream({
      pull: (controller) => {
        before();
        controller.error(new TypeError('the line broke'));
      },
    }),
  );

test('a document that breaks off on its way is none', async () => {
  const { api } = givenSeat(breaksOff());
  expect(await api.document()).toMatchObject({ ok: false, problem: 'unreachable' });
});

test('whoever calls a question off while its answer is being read hears so', async () => {
  const stop = new AbortController();
  const { api } = givenSeat(breaksOff(() => stop.abort()));
  expect(await api.document({ signal: stop.signal })).toMatchObject({ ok: false, problem: 'stopped' });
});

test('a file tells how far it has come', async () => {
  const { api } = givenSeat(new Response('four', { headers: { 'content-length': '4', 'content-type': 'image/png' } }));
  const steps: (number | undefined)[][] = [];
  const answer = await api.fetchFile('/files/f', { progress: (...step) => steps.push(step) });
  expect(answer.ok && [answer.value.type, await answer.value.text()]).toEqual(['image/png', 'four']);
  expect(steps.at(-1)).toEqual([4, 4]);
});
