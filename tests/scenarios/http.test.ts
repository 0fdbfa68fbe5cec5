import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  hashSecret,
  makeSecret,
  modelWorkshop,
  type NewSeat,
  Problem,
  type SeatId,
  SessionList,
  SessionPlan,
  SessionRecord,
} from '@werkraum/protocol';
import { createMemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createFakeClock } from '@werkraum/server/src/adapters/memory/fake-clock.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOST_KEY, type ServerUnderTest, startServerUnderTest } from '../support/server-under-test.ts';

let server: ServerUnderTest;
let clientFolder: string;

beforeEach(async () => {
  clientFolder = mkdtempSync(join(tmpdir(), 'werkraum-client-'));
  mkdirSync(join(clientFolder, 'assets'));
  writeFileSync(join(clientFolder, 'index.html'), '<!doctype html><title>Werkraum</title>');
  writeFileSync(join(clientFolder, 'assets', 'app-4f3a.js'), 'export {};');
  server = await startServerUnderTest({ store: createMemoryEventStore(), clock: createFakeClock(1_000), clientFolder });
});

afterEach(async () => {
  await server.stop();
  rmSync(clientFolder, { recursive: true });
});

const withKey = (key = HOST_KEY) => ({ authorization: `Bearer ${key}` });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return Problem.parse(await response.json()).code;
};
const seatFor = async (name: string, role: NewSeat['role'] = 'participant'): Promise<NewSeat> => ({
  seatId: name.toLowerCase() as SeatId,
  name,
  role,
  linkHash: await hashSecret(makeSecret()),
});
const plan = async () => ({ plan: modelWorkshop('en').plan, seats: [await seatFor('Frieda', 'facilitator')] });

test('[AG-21, AG-22] an organiser reads the record and the plan; without the key nobody does', async () => {
  const sessionId = await server.create(await plan());
  const read = async (path: string) => (await server.api('GET', `/api/v1/sessions/${sessionId}/${path}`)).json();
  expect(SessionRecord.parse(await read('record'))).toMatchObject({ sessionId, status: 'draft', changes: [] });
  expect(SessionPlan.parse(await read('plan?lengths=actual'))).toEqual(modelWorkshop('en').plan);
  for (const path of ['record', 'plan']) {
    expect((await fetch(`${server.url}/api/v1/sessions/${sessionId}/${path}`)).status).toBe(401);
    expect(await problemOf(await server.api('GET', `/api/v1/sessions/none/${path}`))).toBe('not-found');
  }
});

test('an organiser creates a session, sees it, issues links and deletes it', async () => {
  const sessionId = await server.create(await plan());
  expect(SessionList.parse(await server.list())).toEqual([
    {
      sessionId,
      title: modelWorkshop('en').plan.title,
      language: 'en',
      status: 'draft',
      createdAt: 1_000,
      keptUntil: 1_000 + 180 * 24 * 3_600_000,
      seats: [{ seatId: 'frieda', name: 'Frieda', role: 'facilitator' }],
    },
  ]);
  const seats = `/api/v1/sessions/${sessionId}/seats`;
  expect((await server.api('POST', seats, await seatFor('Ada'))).status).toBe(204);
  expect((await server.api('POST', seats, await seatFor('Ada'))).status).toBe(204);
  const sameName = await server.api('POST', seats, { ...(await seatFor('Ada')), seatId: 'other' });
  expect([sameName.status, await problemOf(sameName)]).toEqual([409, 'name-taken']);
  expect((await server.list())[0]?.seats.map(({ name }) => name)).toEqual(['Frieda', 'Ada']);

  expect((await server.api('DELETE', `/api/v1/sessions/${sessionId}`)).status).toBe(204);
  expect(await server.list()).toEqual([]);
});

test('[WI-25] a plan that cannot be is refused with a reason', async () => {
  const { plan: agenda, seats } = await plan();
  const nobodyLeads = await server.api('POST', '/api/v1/sessions', { plan: agenda, seats: [await seatFor('Ada')] });
  expect([nobodyLeads.status, await problemOf(nobodyLeads)]).toEqual([409, 'last-facilitator']);
  const unknownField = await server.api('POST', '/api/v1/sessions', { plan: agenda, seats, admin: true });
  expect([unknownField.status, await problemOf(unknownField)]).toEqual([400, 'malformed']);
  const noJson = await fetch(`${server.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { ...withKey(), 'content-type': 'application/json' },
    body: '{"plan":',
  });
  expect([noJson.status, await problemOf(noJson)]).toEqual([400, 'malformed']);
  const tooLarge = await server.api('POST', '/api/v1/sessions', { plan: 'x'.repeat(1_100_000) });
  expect([tooLarge.status, await problemOf(tooLarge)]).toEqual([413, 'too-large']);
});

test('[WI-21] without the host key there is nothing, and who guesses has to wait', async () => {
  const get = (headers: Record<string, string>) => server.api('GET', '/api/v1/sessions', undefined, headers);
  expect(await problemOf(await get({}))).toBe('host-key-needed');
  for (let tries = 0; tries < 9; tries += 1) {
    expect((await get(withKey(`${HOST_KEY.slice(0, -1)}${tries}`))).status).toBe(401);
  }
  const patience = await get(withKey());
  expect([patience.status, await problemOf(patience)]).toEqual([429, 'too-many']);
});

test('[WI-21] a forged forwarding header does not make a new address of one that guesses', async () => {
  const guess = (address: string) =>
    server.api('GET', '/api/v1/sessions', undefined, { ...withKey('wrong'), 'x-forwarded-for': address });
  const answers = [];
  for (let tries = 0; tries < 11; tries += 1) answers.push((await guess(`198.51.100.${tries}`)).status);

  expect(answers.slice(-2)).toEqual([401, 429]);
});

test('[WI-22] pages of other origins change nothing', async () => {
  const foreign = async (headers: Record<string, string>) =>
    server.api('POST', '/api/v1/sessions', await plan(), { ...withKey(), ...headers });
  expect(await problemOf(await foreign({ origin: 'https://elsewhere.example' }))).toBe('foreign-origin');
  expect(await problemOf(await foreign({ 'sec-fetch-site': 'cross-site' }))).toBe('foreign-origin');
  expect((await foreign({ origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
});

test('[WI-23] no such session and no id at all are one answer', async () => {
  for (const id of [makeSecret(), 'x', '__proto__', '..%2f..', 'a'.repeat(500)]) {
    const response = await server.api('DELETE', `/api/v1/sessions/${id}`);
    expect([id, response.status, await problemOf(response)]).toEqual([id, 404, 'not-found']);
  }
});

test('health, readiness and figures', async () => {
  await server.create(await plan());
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ saving: true, video: 'off' });
  const figures = await (await fetch(`${server.url}/metrics`)).text();
  expect(figures).toContain('werkraum_sessions 1');
  expect(figures).toContain('nodejs_eventloop_lag_seconds');
  const throughProxy = { headers: { 'x-forwarded-for': '198.51.100.1' } };
  expect((await fetch(`${server.url}/metrics`, throughProxy)).status).toBe(404);
  const withHostKey = { headers: { ...throughProxy.headers, ...withKey() } };
  expect((await fetch(`${server.url}/metrics`, withHostKey)).status).toBe(200);
});

test('every page is the same document, assets never change, what is missing is missing', async () => {
  for (const path of ['/', '/host', '/join', '/room', '/gallery']) {
    const response = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html' } });
    expect(await response.text()).toContain('Werkraum');
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
  const asset = await fetch(`${server.url}/assets/app-4f3a.js`);
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-type')).toContain('javascript');
  for (const path of ['/assets/gone.js', '/favicon.ico', '/api/v1/nothing', '/assets/..%2f..%2fpackage.json']) {
    expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 404]);
  }
});

test('every figure of the handbook is there for the operator, and no other of ours', async () => {
  const handbook = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const inHandbook = [...handbook.matchAll(/^\| (`.*?) \|/gm)].flatMap(
    ([, cell]) => cell?.match(/\b[a-z]+_[a-z_0-9]+/g) ?? [],
  );
  const text = await (await fetch(`${server.url}/metrics`)).text();
  const served = [...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name ?? '');

  expect(inHandbook.length).toBeGreaterThan(10);
  expect(inHandbook.filter((name) => !served.includes(name))).toEqual([]);
  expect(served.filter((name) => name.startsWith('werkraum_') && !inHandbook.includes(name))).toEqual([]);
});

const POLLING = '/socket.io/?EIO=4&transport=polling';

test.each(['/', '/assets/app-4f3a.js', '/healthz', '/metrics', '/api/v1/sessions', '/no.png', '/livekit/rtc', POLLING])(
  '[WI-24] %s carries strict headers',
  async (path) => {
    const { headers } = await fetch(`${server.url}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*/);
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  },
);
