import { Problem, type SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { begin, must } from '../support/steps.ts';
import { givenWorkshop } from '../support/workshop.ts';

const invited = { participants: ['Ada', 'Ben'], enter: false };
const codeOf = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const wrong = (seatId: string) => ({ authorization: `Bearer ${seatId}.${'A'.repeat(22)}` });

test('[PE-13] a personal link opens its own document over HTTP, weeks before, and nobody counts as come', async () => {
  const workshop = await givenWorkshop(invited);
  const ada = workshop.person('Ada');
  const response = await ada.fetches('GET');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toMatchObject({ seatId: ada.seatId, name: 'Ada', admission: 'waiting' });

  expect(await workshop.facilitator.enters()).toBeUndefined();
  expect(workshop.facilitator.staff()?.seats.ada).toMatchObject({ admission: 'expected', presence: 'expected' });
  await workshop.close();
});

test('[PE-13] an unknown session, an unknown seat and a wrong secret are answered alike', async () => {
  const workshop = await givenWorkshop(invited);
  const { server, sessionId } = workshop;
  const asks = (id: string, headers: Record<string, string>) =>
    server.api('GET', `/api/v1/sessions/${id}/seat`, undefined, headers).then(codeOf);
  const ada = workshop.person('Ada').seatId;
  for (const answer of [
    await asks(sessionId, wrong(ada)),
    await asks(sessionId, wrong('nobody' as SeatId)),
    await asks(sessionId, wrong('constructor' as SeatId)),
    await asks('B'.repeat(22), wrong(ada)),
    await asks('not an id', wrong(ada)),
    await asks(sessionId, {}),
  ]) {
    expect(answer).toEqual([401, 'unknown-link']);
  }
  await workshop.close();
});

test('[PE-13] who tries too many wrong keys has to wait, right key or not', async () => {
  const workshop = await givenWorkshop(invited);
  const { server, sessionId } = workshop;
  const path = `/api/v1/sessions/${sessionId}/seat`;
  const codes = new Set<number>();
  for (let tries = 0; tries < 62; tries += 1)
    codes.add((await server.api('GET', path, undefined, wrong('ada'))).status);
  expect([...codes]).toEqual([401, 429]);
  expect((await workshop.person('Ada').fetches('GET')).status).toBe(429);
  await workshop.close();
});

test('[PE-13] a removed person learns that they are, and commands are those of the room', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const ada = workshop.person('Ada');
  const id = crypto.randomUUID();
  const raise = { id, command: { type: 'raise-hand' } };
  await begin(workshop);
  expect(await (await ada.fetches('POST', '/commands', raise)).json()).toEqual({ ok: true });
  await workshop.settled();
  expect(Object.keys(workshop.facilitator.sees().stage.hands)).toEqual([ada.seatId]);
  const start = { id: crypto.randomUUID(), command: { type: 'end-session' } };
  expect(await (await ada.fetches('POST', '/commands', start)).json()).toEqual({
    ok: false,
    rejection: 'facilitator-only',
  });
  expect(await codeOf(await ada.fetches('POST', '/commands', { id, command: { type: 'fly' } }))).toEqual([
    400,
    'malformed',
  ]);
  await must(workshop.facilitator.asks({ type: 'remove-person', seatId: ada.seatId }));
  expect(await codeOf(await ada.fetches('GET'))).toEqual([403, 'removed']);
  await workshop.close();
});
