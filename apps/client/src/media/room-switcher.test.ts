import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MediaRoom } from './media-room.ts';
import { type Connection, createRoomSwitcher } from './room-switcher.ts';
import { fakeVideo, key } from './test-support.ts';

const plenary = key('plenary');
const table = key('table-a');
const other = key('table-b');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given() {
  const video = fakeVideo();
  const connections: Connection[] = [];
  const reported: unknown[] = [];
  const heard: string[] = [];
  const ready: (MediaRoom | undefined)[] = [];
  const switcher = createRoomSwitcher({
    ...video,
    origin: 'http://werkraum.test',
    random: () => 0.5,
    report: (error) => reported.push(error),
    show: (room) => video.log.push(`show ${room && 'name' in room ? room.name : 'nothing'}`),
    hear: (event) => heard.push(event.type),
    connection: (connection) => connections.push(connection),
    ready: (room) => ready.push(room),
  });
  /** The log since the last look. */
  const effects = () => video.log.splice(0);
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const state = () => connections.at(-1);
  return { ...video, switcher, effects, settle, state, connections, reported, heard, ready };
}

async function inThePlenary() {
  const here = given();
  here.switcher.follow({ now: plenary });
  await here.settle();
  here.effects();
  return here;
}

test('[VC-2] joins the room of the own place with a fresh token and opens it', async () => {
  const { switcher, settle, effects, state } = given();
  switcher.follow({ now: plenary });
  await settle();

  expect(effects()).toEqual(['token plenary~0', 'open ', 'join plenary~0', 'show plenary~0']);
  expect(state()).toEqual({ state: 'connected' });
});

test('[VC-3] an announced room is joined quietly, spread over three seconds', async () => {
  const { switcher, settle, effects } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });

  await settle(1_499);
  expect(effects()).toEqual([]);
  await settle(1);
  expect(effects()).toEqual(['token table-a~0', 'join table-a~0']);
});

test('[VC-4] the old room is hushed and the new one shown at once; the old one is left a second later', async () => {
  const { switcher, settle, effects, state } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  effects();

  switcher.follow({ now: table });
  await settle();
  expect(effects()).toEqual(['hush plenary~0', 'open table-a~0', 'show table-a~0']);
  expect(state()).toEqual({ state: 'connected' });

  await settle(999);
  expect(effects()).toEqual([]);
  await settle(1);
  expect(effects()).toEqual(['leave plenary~0']);
});

test('[VC-3] what will be sent is made ready in the announced room before it is joined', async () => {
  const { switcher, settle, room, ready } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  expect(ready.at(-1)).toBe(room(table));
  expect(room(table).isOpen).toBe(false);

  switcher.follow({ now: plenary });
  await settle();
  expect(ready.at(-1)).toBeUndefined();
});

test('[VC-3] "go now" does not wait for the spread', async () => {
  const { switcher, settle, effects } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  switcher.follow({ now: table });
  await settle();

  expect(effects()).toEqual([
    'hush plenary~0',
    'token table-a~0',
    'join table-a~0',
    'open table-a~0',
    'show table-a~0',
  ]);
});

test('[VC-5] without a prepared room the old one is left at once and the new one joined open, in one go', async () => {
  const { switcher, settle, effects, room, ready, holdJoins } = await inThePlenary();
  holdJoins();
  switcher.follow({ now: table });
  await settle();
  expect(effects()).toEqual([
    'hush plenary~0',
    'show nothing',
    'leave plenary~0',
    'token table-a~0',
    'open ',
    'join table-a~0',
  ]);
  expect(ready.at(-1)).toBe(room(table));

  room(table).joined();
  await settle();
  expect(effects()).toEqual(['show table-a~0']);
});

test('[VC-5] nobody waits for the old room to be left', async () => {
  const { switcher, settle, effects, room, state } = await inThePlenary();
  Object.assign(room(plenary), { leave: () => new Promise(() => {}) });
  switcher.follow({ now: table });
  await settle();
  expect(effects().at(-1)).toBe('show table-a~0');
  expect(state()).toEqual({ state: 'connected' });
});

test('[VC-6] a room that is no longer wanted when it is joined is silent before it is left', async () => {
  const { switcher, settle, effects, holdJoins } = await inThePlenary();
  holdJoins();
  switcher.follow({ now: table });
  await settle();
  effects();
  switcher.follow({ now: other });
  await settle();
  const log = effects();
  expect(log.indexOf('hush table-a~0')).toBeGreaterThan(-1);
  expect(log.indexOf('hush table-a~0')).toBeLessThan(log.indexOf('leave table-a~0'));
});

test('[VC-5] a failed preparation falls back to leaving first', async () => {
  const { switcher, settle, effects, refuseToken } = await inThePlenary();
  refuseToken(table, 'not-yours');
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  effects();

  switcher.follow({ now: table });
  await settle();
  expect(effects()).toContain('leave plenary~0');
});

test('[VC-5] a preparation that is stuck when it is needed is given up after three seconds', async () => {
  const { switcher, settle, effects, holdJoins, room } = await inThePlenary();
  holdJoins();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  const stuck = room(table);
  switcher.follow({ now: table });
  await settle(3_000);

  expect(room(table)).not.toBe(stuck);
  expect(effects()).toContain('leave plenary~0');
});

test('[VC-5] a prepared room that broke meanwhile is not used', async () => {
  const { switcher, settle, effects, room } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  const broken = room(table);
  broken.tell({ type: 'lost', reason: 'lost' });

  switcher.follow({ now: table });
  await settle();
  expect(room(table)).not.toBe(broken);
  expect(effects().at(-1)).toBe('show table-a~0');
});

test('[VC-6] a wish that changes during a join: only the newest room is ever shown', async () => {
  const { switcher, settle, effects, holdJoins, room } = await inThePlenary();
  holdJoins();
  switcher.follow({ now: table });
  await settle();
  switcher.follow({ now: other });
  await settle();
  const slow = room(table);
  room(other).joined();
  slow.joined();
  await settle();

  const log = effects();
  expect(log).toContain('leave table-a~0');
  expect(log.filter((line) => line.startsWith('show'))).toEqual(['show nothing', 'show table-b~0']);
});

test('[VC-6] there and back again while the announced room is being joined ends at the old place, open', async () => {
  const { switcher, settle, effects, holdJoins } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  holdJoins();
  await settle(3_000);
  switcher.follow({ now: table });
  await settle();
  switcher.follow({ now: plenary });
  await settle(1_000);

  const log = effects();
  expect(log.lastIndexOf('join plenary~0')).toBeGreaterThan(log.indexOf('hush plenary~0'));
});

test('[VC-6] events of a room that is no longer shown change nothing', async () => {
  const { switcher, settle, room, heard, state } = await inThePlenary();
  const old = room(plenary);
  switcher.follow({ now: table });
  await settle();

  old.tell({ type: 'lost', reason: 'lost' });
  old.tell({ type: 'reconnecting' });
  await settle(5_000);
  expect(heard).toEqual([]);
  expect(state()).toEqual({ state: 'connected' });
});

test('[VC-7] a lost room is joined again with a fresh token', async () => {
  const { switcher, settle, effects, room, state } = await inThePlenary();
  room(plenary).tell({ type: 'lost', reason: 'lost' });
  await settle(1_000);

  expect(effects().filter((line) => !line.startsWith('leave'))).toEqual([
    'show nothing',
    'token plenary~0',
    'open ',
    'join plenary~0',
    'show plenary~0',
  ]);
  expect(state()).toEqual({ state: 'connected' });
  await switcher.leave();
});

test('[VC-7] a seat that joined elsewhere does not fight for its place', async () => {
  const { settle, effects, room, state } = await inThePlenary();
  room(plenary).tell({ type: 'lost', reason: 'elsewhere' });
  await settle(60_000);

  expect(effects()).not.toContain('token plenary~0');
  expect(state()).toEqual({ state: 'failed', reason: 'elsewhere', retrying: false });
});

test('[VC-8] a dead video server is tried again, ever more slowly, and says so meanwhile', async () => {
  const { switcher, settle, effects, refuseToken, state, connections } = given();
  refuseToken(plenary, 'video-down', 'video-down');
  switcher.follow({ now: plenary });
  await settle();
  expect(state()).toEqual({ state: 'failed', reason: 'video-down', retrying: true });

  await settle(375);
  await settle(749);
  expect(effects().filter((line) => line.startsWith('token'))).toHaveLength(2);
  await settle(1);
  expect(state()).toEqual({ state: 'connected' });
  expect(connections.filter(({ state: name }) => name === 'connecting')).toHaveLength(1);
});

test('[VC-8] "try again" does not wait for the next try', async () => {
  const { switcher, settle, refuseToken, state } = given();
  refuseToken(plenary, 'video-down', 'video-down', 'video-down', 'video-down', 'video-down');
  switcher.follow({ now: plenary });
  await settle(4_000);
  refuseToken(plenary);
  switcher.retry();
  await settle();
  expect(state()).toEqual({ state: 'connected' });
});

test('[VC-8] without a video server nothing is tried again', async () => {
  const { switcher, settle, effects, refuseToken, state } = given();
  refuseToken(plenary, 'video-off');
  switcher.follow({ now: plenary });
  await settle(60_000);

  expect(effects()).toEqual(['token plenary~0']);
  expect(state()).toEqual({ state: 'failed', reason: 'video-off', retrying: false });
});

test('[VC-8] tries end when the place does', async () => {
  const { switcher, settle, effects, refuseToken, state } = given();
  refuseToken(plenary, ...Array<'video-down'>(20).fill('video-down'));
  switcher.follow({ now: plenary });
  await settle(2_000);
  effects();
  switcher.follow({});
  await settle(60_000);

  expect(effects()).toEqual([]);
  expect(state()).toEqual({ state: 'off' });
});

test('[VC-3] an announcement that is taken back leaves the prepared room', async () => {
  const { switcher, settle, effects } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  switcher.follow({ now: plenary });
  await settle();
  expect(effects().at(-1)).toBe('leave table-a~0');
});

test('[VC-9] leaving ends the room of now and the prepared one', async () => {
  const { switcher, settle, effects, state } = await inThePlenary();
  switcher.follow({ now: plenary, next: table });
  await settle(3_000);
  effects();
  await switcher.leave();
  await settle();

  expect(effects()).toEqual(expect.arrayContaining(['leave plenary~0', 'leave table-a~0']));
  expect(state()).toEqual({ state: 'off' });
});
