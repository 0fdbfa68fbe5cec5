import type { NewSeat, SeatId, SessionId, SessionList } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Answer, HostApi, HostProblem } from './host-api.ts';
import { createHostDesk } from './host-desk.ts';

const id = 'session-1' as SessionId;
const listed = (sessionId: SessionId): SessionList[number] => ({
  sessionId,
  title: 'Our day',
  language: 'en',
  status: 'draft',
  createdAt: 0,
  seats: [],
});

const nowhere = () => undefined;

/** A server with a memory and nothing else; `fails` makes every further answer that problem. */
function givenServer(...sessions: SessionList) {
  let held = sessions;
  let problem: HostProblem | undefined;
  const answer = <T>(value: () => T): Promise<Answer<T>> =>
    Promise.resolve(problem ? { ok: false, problem } : { ok: true, value: value() });
  const drop = (gone: SessionId) => {
    held = held.filter(({ sessionId }) => sessionId !== gone);
  };
  const leave = (gone: SeatId) => {
    held = held.map((session) => ({ ...session, seats: session.seats.filter(({ seatId }) => seatId !== gone) }));
  };
  const api: Pick<HostApi, 'list' | 'remove' | 'erase' | 'issueLink' | 'readiness' | 'survey' | 'file'> = {
    file: (_session, file) => answer(() => new Blob([file])),
    survey: () => answer(() => ({ state: 'open', enough: false })),
    list: () => answer(() => held),
    remove: (gone) => answer(() => drop(gone)),
    erase: (_session, seatId) => answer(() => leave(seatId)),
    issueLink: () => answer(() => undefined),
    readiness: () => answer(() => ({ ada: { opened: true, answered: 2, of: 6, slides: false, ready: false } })),
  };
  const fails = (next: HostProblem | undefined) => {
    problem = next;
  };
  return { api, fails };
}

test('shows what the server has', async () => {
  const desk = createHostDesk(givenServer(listed(id)).api, nowhere);
  expect(desk.store.getState()).toEqual({ at: 'loading' });
  await desk.refresh();
  expect(desk.store.getState()).toEqual({ at: 'ready', sessions: [listed(id)] });
});

test('a wrong key and a silent server are two different things', async () => {
  const server = givenServer();
  const desk = createHostDesk(server.api, nowhere);
  server.fails('wrong-key');
  await desk.refresh();
  expect(desk.store.getState()).toEqual({ at: 'wrong-key' });
  server.fails('unreachable');
  await desk.refresh();
  expect(desk.store.getState()).toEqual({ at: 'failing', problem: 'unreachable' });
  server.fails(undefined);
  await desk.refresh();
  expect(desk.store.getState()).toEqual({ at: 'ready', sessions: [] });
});

test('[KE-19] somebody erased no longer stands among the people, and a refusal is told', async () => {
  const seats = [{ seatId: 'ada' as SeatId, name: 'Ada', role: 'participant' as const }];
  const server = givenServer({ ...listed(id), seats });
  const desk = createHostDesk(server.api, nowhere);
  await desk.refresh();
  expect(await desk.erase(id, 'ada' as SeatId)).toBeUndefined();
  expect(desk.store.getState()).toEqual({ at: 'ready', sessions: [listed(id)] });
  server.fails('last-facilitator');
  expect(await desk.erase(id, 'ada' as SeatId)).toBe('last-facilitator');
});

test('a deleted workshop no longer stands in the list', async () => {
  const desk = createHostDesk(givenServer(listed(id)).api, nowhere);
  await desk.refresh();
  expect(desk.store.getState()).toEqual({ at: 'ready', sessions: [listed(id)] });
  expect(await desk.remove(id)).toBeUndefined();
  expect(desk.store.getState()).toEqual({ at: 'ready', sessions: [] });
});

test('deleting what is gone already is fine', async () => {
  const server = givenServer();
  const desk = createHostDesk(server.api, nowhere);
  server.fails('gone');
  expect(await desk.remove(id)).toBeUndefined();
});

test('a refusal is handed on', async () => {
  const server = givenServer(listed(id));
  const desk = createHostDesk(server.api, nowhere);
  server.fails('person-removed');
  expect(await desk.issueLink(id, {} as NewSeat)).toBe('person-removed');
});

test('what remains of a workshop is saved under its title, and why not is said', async () => {
  const kept: string[] = [];
  const server = givenServer(listed(id));
  const desk = createHostDesk(server.api, (name) => kept.push(name));
  expect(await desk.save(id, 'booklet.docx', 'Our day')).toBeUndefined();
  expect(await desk.save(id, 'record', 'Our day')).toBeUndefined();
  expect(await desk.save(id, 'survey.csv', 'Our day')).toBeUndefined();
  server.fails('gone');
  expect(await desk.save(id, 'booklet.pdf', 'Our day')).toBe('gone');
  expect(kept).toEqual(['Our day.docx', 'Our day.json', 'Our day.csv']);
});
