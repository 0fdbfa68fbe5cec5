import type { PhaseId, SeatId, SessionId, VideoKey } from '@werkraum/protocol';
import { beforeEach, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '../adapters/memory/fake-clock.ts';
import { createMemoryVideoRooms, type MemoryVideoRooms, readMemoryToken } from '../adapters/memory/video-rooms.ts';
import { videoKeysOf } from '../domain/places.ts';
import type { Session } from '../domain/session.ts';
import {
  arrivedAt,
  assembled,
  drafted,
  idOf,
  minutes,
  seat,
  seatedAt,
  seconds,
  type Workshop,
} from '../domain/testing/workshop.ts';
import type { VideoRoomName } from '../ports/video-rooms.ts';
import { createRoomKeeper, type RoomKeeper } from './room-keeper.ts';
import { createRoomNames } from './room-names.ts';

const model = 'model' as SessionId;
const roomSecret = 'a secret of this house';
const ROUND = 'round-1';
const ada = idOf('Ada');
const SEEN_AND_HEARD = { microphone: true, camera: true, screen: false };

let clock: FakeClock;
let rooms: MemoryVideoRooms;
let keeper: RoomKeeper;
let reports: unknown[];

beforeEach(() => {
  clock = createFakeClock(0);
  rooms = createMemoryVideoRooms();
  reports = [];
  keeper = newKeeper();
});

const newKeeper = () =>
  createRoomKeeper({ rooms, clock, roomSecret, report: (error) => reports.push(error), random: () => 0 });
const nameOf = (key: string | undefined, secret = roomSecret) =>
  createRoomNames(secret).nameOf(model, (key ?? 'none~0') as VideoKey);
const plenary = nameOf('plenary~0');
const tablesOf = ({ session }: Workshop, round = ROUND) =>
  (session.breakouts.rounds[round as PhaseId]?.tables ?? []).map(({ roomId }) => nameOf(`${roomId}~1`));

/** The keeper has seen this state and done what it can do at once. */
async function after(workshop: Workshop | Session | undefined): Promise<void> {
  keeper.watch(model, workshop && 'session' in workshop ? workshop.session : workshop);
  await clock.advance(0);
}

async function tokenOf(seatId: SeatId, key: VideoKey | undefined): Promise<string> {
  const reply = await keeper.issueToken(model, seatId, key as VideoKey);
  if (!reply.ok) throw new Error(reply.reason);
  return reply.token;
}

/** Enters the room where this person belongs now (or next). */
async function enter(workshop: Workshop, name: string, which: 'now' | 'next' = 'now') {
  return rooms.enter(await tokenOf(idOf(name), videoKeysOf(workshop.session, idOf(name))[which]), true);
}

test('[VI-4] no room before the doors open, the plenary from then on, none after the end', async () => {
  await after(drafted());
  expect(await rooms.list()).toEqual([]);
  const open = assembled();
  await after(open);
  expect(await rooms.list()).toEqual([plenary]);
  await after(
    open.doing({ type: 'start-session' }, seat('Frieda'), 0).doing({ type: 'end-session' }, seat('Frieda'), 1),
  );
  await clock.advance(seconds(3));
  expect(await rooms.list()).toEqual([]);
});

test('[VI-4] tables are open as soon as people are told to gather, and close after the round', async () => {
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  expect(await rooms.list()).toEqual([plenary, ...tablesOf(gathering)]);
  const running = gathering.until(minutes(1));
  await after(running);
  const next = advanced(running).until(minutes(10));
  await after(next);
  expect(await rooms.list()).toEqual([plenary, ...tablesOf(running), ...tablesOf(next, 'round-2')]);
  await clock.advance(seconds(3));
  expect(await rooms.list()).toEqual([plenary, ...tablesOf(next, 'round-2')]);
});

const advanced = (workshop: Workshop): Workshop => {
  const { running, phases } = workshop.session.agenda;
  const current = phases[running?.index ?? 0]?.id as PhaseId;
  return workshop.doing({ type: 'advance-phase', phaseId: current }, seat('Frieda'), minutes(2));
};

test('[VI-2] a token is for the room of now or next, with the rights the person will have there', async () => {
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  const keys = videoKeysOf(gathering.session, ada);
  expect(readMemoryToken(await tokenOf(ada, keys.now))).toMatchObject({
    room: plenary,
    seatId: ada,
    name: 'Ada',
    publish: { microphone: true, camera: true, screen: false },
  });
  expect(readMemoryToken(await tokenOf(ada, keys.next))).toMatchObject({
    room: nameOf(keys.next),
    publish: { microphone: true, camera: true, screen: true },
  });
});

test('[VI-1] no token for another table, a later opening, a waiting person, or a session that is not', async () => {
  const running = seatedAt(ROUND);
  await after(running);
  const { now } = videoKeysOf(running.session, ada);
  const others = [...(running.session.breakouts.rounds[ROUND as PhaseId]?.tables ?? [])].map(
    ({ roomId }) => `${roomId}~1`,
  );
  const foreign = others.find((key) => key !== now) as VideoKey;
  for (const key of [foreign, now?.replace('~1', '~2') as VideoKey, 'plenary~0' as VideoKey]) {
    expect(await keeper.issueToken(model, ada, key)).toEqual({ ok: false, reason: 'not-yours' });
  }
  expect(await keeper.issueToken(model, 'nobody' as SeatId, now as VideoKey)).toMatchObject({ reason: 'not-yours' });
  expect(await keeper.issueToken('other' as SessionId, ada, now as VideoKey)).toMatchObject({ reason: 'not-yours' });
});

test('[VI-5] who moved on may stay behind three seconds, and is put out then', async () => {
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  const behind = await enter(gathering, 'Ada');
  const facilitator = await enter(gathering, 'Frieda');
  await after(gathering.until(minutes(1)));
  await clock.advance(seconds(3) - 1);
  expect(behind.connected).toBe(true);
  await clock.advance(1);
  expect([behind.connected, facilitator.connected]).toEqual([false, true]);
});

test('[VI-5] a guest in a room where it never belonged is put out by the next sweep, and nobody else', async () => {
  const running = seatedAt(ROUND);
  await after(running);
  keeper.start();
  const here = await enter(running, 'Ada');
  const { now } = videoKeysOf(running.session, ada);
  const foreign = tablesOf(running).find((room) => room !== nameOf(now)) as VideoRoomName;
  const stray = rooms.enter(await rooms.token(foreign, ada, 'Ada', SEEN_AND_HEARD));
  await clock.advance(seconds(5));
  expect([here.connected, stray.connected]).toEqual([true, false]);
  expect(reports).toEqual([]);
});

test('[VI-16] a listener without a seat is put out and reported', async () => {
  await after(assembled());
  keeper.start();
  const spy = rooms.enter(await rooms.token(plenary, 'recorder' as SeatId, '', SEEN_AND_HEARD));
  await clock.advance(seconds(5));
  expect(spy.connected).toBe(false);
  expect(String(reports)).toContain('without a seat');
});

test('[VI-13] a removed person is out everywhere at once, and the gate hears of it', async () => {
  const cut: string[] = [];
  keeper.onExpelled((sessionId, seatId) => cut.push(`${sessionId} ${seatId}`));
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  const both = [await enter(gathering, 'Ada', 'now'), await enter(gathering, 'Ada', 'next')];
  await after(gathering.doing({ type: 'remove-person', seatId: ada }, seat('Frieda'), 1));
  expect(both.map(({ connected }) => connected)).toEqual([false, false]);
  expect(cut).toEqual(['model ada']);
  expect(keeper.maySignal(ada, plenary, 1)).toBe(false);
});

test('[VI-13] a connection that was under way when its seat was removed is found a second later', async () => {
  const open = assembled();
  await after(open);
  const token = await tokenOf(ada, videoKeysOf(open.session, ada).now);
  await after(open.doing({ type: 'remove-person', seatId: ada }, seat('Frieda'), 1));
  const late = rooms.enter(token);
  await clock.advance(seconds(1));
  expect(late.connected).toBe(false);
});

test('[VI-13] a new link puts out the holder of the old one, whose tokens open nothing from then on', async () => {
  const open = assembled();
  await after(open);
  const holder = await enter(open, 'Ada');
  await clock.advance(seconds(10));
  const linkHash = 'f'.repeat(64);
  await after(open.doing({ type: 'reissue-link', seatId: ada, linkHash }, seat('Frieda'), seconds(10)));
  expect(holder.connected).toBe(false);
  expect(keeper.maySignal(ada, plenary, seconds(10))).toBe(false);
  expect(keeper.maySignal(ada, plenary, seconds(11))).toBe(true);
});

test('[VI-11] the gate lets a seat into its rooms of now and next, and into no other', async () => {
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  const { next } = videoKeysOf(gathering.session, ada);
  const may = (room: VideoRoomName) => keeper.maySignal(ada, room, 0);
  const foreign = tablesOf(gathering).find((room) => room !== nameOf(next)) as VideoRoomName;
  expect([plenary, nameOf(next), foreign, nameOf('plenary~0', 'another house')].map(may)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(keeper.sessionOf(plenary)).toBe(model);
  await after(gathering.until(minutes(1)));
  expect([plenary, nameOf(next)].map(may)).toEqual([false, true]);
});

test('[VI-6] what people may send follows the phase', async () => {
  const intro = assembled().doing({ type: 'start-session' }, seat('Frieda'), 0);
  await after(intro);
  const guest = await enter(intro, 'Ada');
  expect(guest.publish).toEqual(SEEN_AND_HEARD);
  const talk = advanced(intro);
  await after(talk);
  expect(guest).toMatchObject({ publish: { microphone: false, camera: true, screen: false }, microphone: false });
  await after(talk.doing({ type: 'give-word', seatId: ada }, seat('Frieda'), minutes(3)));
  expect(guest.publish).toEqual({ microphone: true, camera: true, screen: true });
});

test('[VI-7] muting somebody reaches the room where they are', async () => {
  const open = assembled();
  await after(open);
  const guest = await enter(open, 'Ada');
  const muted = open.doing({ type: 'mute-seat', seatId: ada }, seat('Frieda'), 1);
  await after(muted);
  expect(guest).toMatchObject({ microphone: false, publish: { microphone: true } });
  guest.microphone = true;
  await after(muted);
  expect(guest.microphone).toBe(true);
});

test('[VI-4] many who ask for one room at once cost one call', async () => {
  const open = assembled();
  await after(open);
  const before = rooms.calls();
  await Promise.all(['Ada', 'Ben', 'Cem', 'Dora'].map((name) => tokenOf(idOf(name), 'plenary~0' as VideoKey)));
  expect(rooms.calls() - before).toBe(1);
});

test('[VI-8] nothing that concerns video costs no call', async () => {
  const open = assembled();
  await after(open);
  const before = rooms.calls();
  await after(open.doing({ type: 'raise-hand' }, seat('Ada'), 1));
  expect(rooms.calls()).toBe(before);
});

test('[VI-9] a video server that is down while the phase changes is brought up to date when it is back', async () => {
  const gathering = arrivedAt(ROUND);
  const health: string[] = [];
  keeper.onHealth((now) => health.push(now));
  await after(gathering);
  keeper.start();
  await clock.advance(0);
  const behind = await enter(gathering, 'Ada');
  rooms.setReachable(false);
  await after(gathering.until(minutes(1)));
  await clock.advance(seconds(20));
  expect([keeper.health(), health]).toEqual(['down', ['down']]);
  expect(await keeper.issueToken(model, ada, videoKeysOf(gathering.session, ada).next as VideoKey)).toEqual({
    ok: false,
    reason: 'video-down',
  });
  rooms.setReachable(true);
  await clock.advance(seconds(10));
  expect([keeper.health(), health]).toEqual(['on', ['down', 'on']]);
  expect(behind.connected).toBe(false);
  expect(await rooms.list()).toEqual([plenary, ...tablesOf(gathering)]);
});

test('[VI-8] a video server that is down is asked ever more rarely, whatever happens in the workshop', async () => {
  rooms.setReachable(false);
  let workshop = assembled();
  await after(workshop);
  keeper.start();
  await clock.advance(minutes(1));
  const before = rooms.calls();
  for (const name of ['Ada', 'Ben', 'Cem']) {
    workshop = workshop.doing({ type: 'mute-seat', seatId: idOf(name) }, seat('Frieda'), 1);
    await after(workshop);
    await keeper.issueToken(model, idOf(name), 'plenary~0' as VideoKey);
  }
  expect(rooms.calls()).toBe(before);
  await clock.advance(minutes(1));
  expect(rooms.calls() - before).toBeLessThanOrEqual(12);
});

test('[VI-9] after a restart of the video server its rooms are made again', async () => {
  await after(assembled());
  keeper.start();
  await clock.advance(seconds(5));
  rooms.forgetAll();
  await clock.advance(seconds(5));
  expect(await rooms.list()).toEqual([plenary]);
});

test('[VI-9] after a restart of that server a token still opens its room', async () => {
  const open = assembled();
  await after(open);
  rooms.forgetAll();
  expect((await enter(open, 'Ada')).connected).toBe(true);
});

test('[VI-10] after a restart of the house rooms keep their names, and those nobody wants are closed', async () => {
  const running = seatedAt(ROUND);
  await after(running);
  const guest = await enter(running, 'Ada');
  const [wanted, old] = [await rooms.list(), nameOf('round-1-a~7')];
  const foreign = nameOf('plenary~0', 'another house');
  await rooms.open(old);
  await rooms.open(foreign);
  keeper.stop();
  keeper = newKeeper();
  await after(running);
  expect(await rooms.list()).toContain(old);
  keeper.start();
  await clock.advance(0);
  expect(await rooms.list()).toEqual([...wanted, foreign]);
  expect(guest.connected).toBe(true);
});

test('[VI-10] rooms left over from ended sessions are closed although no session lives', async () => {
  await rooms.open(plenary);
  rooms.setReachable(false);
  keeper.start();
  await clock.advance(seconds(3));
  rooms.setReachable(true);
  await clock.advance(seconds(10));
  expect(await rooms.list()).toEqual([]);
  const before = rooms.calls();
  await clock.advance(minutes(5));
  expect(rooms.calls()).toBe(before);
});

test('[VI-4] a deleted session leaves no room behind, at once', async () => {
  await after(assembled());
  await after(undefined);
  expect(await rooms.list()).toEqual([]);
  expect(keeper.roomCount()).toBe(0);
});

test('[VI-4] a room that its session left while it was opened for a token is closed again', async () => {
  const gathering = arrivedAt(ROUND);
  await after(gathering);
  const asking = keeper.issueToken(model, ada, videoKeysOf(gathering.session, ada).next as VideoKey);
  keeper.watch(model, undefined);
  expect(await asking).toEqual({ ok: false, reason: 'not-yours' });
  await clock.advance(seconds(5));
  expect(await rooms.list()).toEqual([]);
});

test('[VI-14] a hint makes the keeper look at once, and many hints make it look twice', async () => {
  await after(assembled());
  const stray = () => rooms.token(plenary, 'stray' as SeatId, '', SEEN_AND_HEARD);
  const first = rooms.enter(await stray());
  const before = rooms.calls();
  for (let times = 0; times < 20; times += 1) keeper.hint({ room: plenary, event: 'participant_joined' });
  await clock.advance(0);
  expect(first.connected).toBe(false);
  const second = rooms.enter(await stray());
  await clock.advance(500);
  expect(second.connected).toBe(false);
  expect(rooms.calls() - before).toBe(4); // Two looks, two removals.
});

test('[VI-14] a room that is said to have ended is made again while it is wanted', async () => {
  await after(assembled());
  await rooms.close(plenary);
  keeper.hint({ room: plenary, event: 'room_finished' });
  await clock.advance(0);
  expect(await rooms.list()).toEqual([plenary]);
});
