import type { Publish } from '@werkraum/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMediaSession, type MediaPorts, type MediaSeat } from './media-session.ts';
import { asTrack, browserError, FakeTrack, fakeDevices, fakeVideo, key } from './test-support.ts';

const plenary = key('plenary');
const table = key('table-a');
const ALL: Publish = { microphone: true, camera: true, screen: true };
const SILENT: Publish = { microphone: false, camera: true, screen: false };

const at = (now: typeof plenary, more: Partial<MediaSeat> = {}): MediaSeat => ({
  video: { now },
  publish: ALL,
  mutes: 0,
  ...more,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function given(entry: Partial<MediaPorts['entry']> = {}) {
  const video = fakeVideo();
  const fake = fakeDevices();
  let awake = 0;
  const session = createMediaSession({
    ...video,
    devices: fake.devices,
    origin: 'http://werkraum.test',
    random: () => 0.5,
    report: () => {},
    keepAwake: () => {
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
    entry: { chosen: {}, microphone: false, camera: false, ...entry },
  });
  const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
  const state = () => session.store.getState();
  return { ...video, ...fake, devices: fake.state, session, settle, state, awake: () => awake };
}

test('[VC-20] nothing is captured or sent on entry unless it was chosen at the device check', async () => {
  const { session, settle, room, asked } = given();
  session.follow(at(plenary));
  await settle();
  expect(asked).toEqual([]);
  expect(room(plenary).sending).toEqual({});
});

test('[VC-20] what was chosen at the device check is on from the first place on', async () => {
  const { session, settle, room, asked } = given({ microphone: true, camera: true, chosen: { camera: 'desk' } });
  session.follow(at(plenary));
  await settle();
  expect(asked).toEqual(['microphone default', 'camera desk']);
  expect(room(plenary).sending).toEqual({
    microphone: { track: 'microphone-1', muted: false },
    camera: { track: 'camera-2', muted: false },
  });
});

test('[VC-21] microphone and camera keep their state at the next place, from the same capture', async () => {
  const { session, settle, room, opened } = given({ microphone: true, camera: true });
  session.follow(at(plenary));
  await settle();
  session.setMicrophone(false);
  await settle();
  session.follow(at(table));
  await settle();

  expect(room(plenary).sending).toEqual({});
  expect(room(table).sending).toEqual({
    microphone: { track: 'microphone-1', muted: true },
    camera: { track: 'camera-2', muted: false },
  });
  expect(opened).toHaveLength(2);
});

test('[VC-3] microphone and camera are agreed on in the announced room, a shared screen is not', async () => {
  const { session, settle, devices, room, state } = given({ microphone: true, camera: true });
  devices.screen = { video: asTrack(new FakeTrack('screen')) };
  session.follow(at(plenary));
  session.setScreen(true);
  await settle();
  session.follow(at(plenary, { video: { now: plenary, next: table } }));
  await settle(3_000);

  expect(Object.keys(room(plenary).sending)).toEqual(['microphone', 'camera', 'screen']);
  expect(Object.keys(room(table).sending)).toEqual(['microphone', 'camera']);
  expect(room(table).isOpen).toBe(false);

  session.setMicrophone(false);
  await settle();
  expect(room(table).sending.microphone?.muted).toBe(true);
  expect(state().microphone.problem).toBeUndefined();
});

test('[VC-3] what the announced room refuses is nobody’s problem before the move', async () => {
  const { session, settle, room, rooms, state } = given({ microphone: true });
  session.follow(at(plenary));
  await settle();
  session.follow(at(plenary, { video: { now: plenary, next: table } }));
  await settle(1_500);
  for (const each of rooms) each.allowed = each !== room(table);
  session.setMicrophone(false);
  session.setMicrophone(true);
  await settle(5_000);
  expect(state().microphone.problem).toBeUndefined();

  session.follow(at(table));
  await settle(5_000);
  expect(state().microphone.problem).toBe('not-sent');
});

test('[VC-3] an announcement that is taken back ends what was agreed on', async () => {
  const { session, settle, room } = given({ camera: true });
  session.follow(at(plenary));
  await settle();
  session.follow(at(plenary, { video: { now: plenary, next: table } }));
  await settle(3_000);
  session.follow(at(plenary));
  await settle();
  session.setMicrophone(true);
  await settle();
  expect(room(table).sending).toEqual({});
  expect(Object.keys(room(plenary).sending)).toEqual(['camera', 'microphone']);
});

test('[VC-22] a right that ends switches the microphone off at once and leaves it off when the right returns', async () => {
  const { session, settle, room, state, opened } = given({ microphone: true });
  session.follow(at(plenary));
  await settle();
  session.follow(at(plenary, { publish: SILENT }));
  await settle();
  expect(room(plenary).sending).toEqual({});
  expect(opened[0]?.readyState).toBe('ended');

  session.follow(at(plenary));
  await settle();
  expect(state().microphone.on).toBe(false);
  expect(room(plenary).sending).toEqual({});
});

test('[VC-22] the camera pauses without its right and returns with it', async () => {
  const { session, settle, room, opened } = given({ camera: true });
  session.follow(at(plenary));
  await settle();
  session.follow(at(plenary, { publish: { ...ALL, camera: false } }));
  await settle();
  expect(room(plenary).sending).toEqual({});
  expect(opened[0]?.readyState).toBe('ended');

  session.follow(at(plenary));
  await settle();
  expect(room(plenary).sending).toEqual({ camera: { track: 'camera-2', muted: false } });
});

test('[VC-22] without the right nothing is captured', async () => {
  const { session, settle, asked } = given({ microphone: true });
  session.follow(at(plenary, { publish: SILENT }));
  session.setMicrophone(true);
  await settle();
  expect(asked).toEqual([]);
});

test('[VC-23] a rising count of mutes switches the microphone off and says so; the person may switch it on again', async () => {
  const { session, settle, room, state } = given({ microphone: true });
  session.follow(at(plenary, { mutes: 3 }));
  await settle();
  expect(state().microphone.on).toBe(true);

  session.follow(at(plenary, { mutes: 4 }));
  await settle();
  expect(state()).toMatchObject({ microphone: { on: false }, notice: 'muted-by-staff' });
  expect(room(plenary).sending).toEqual({ microphone: { track: 'microphone-1', muted: true } });

  session.setMicrophone(true);
  await settle();
  expect(state().notice).toBeUndefined();
  expect(room(plenary).sending).toEqual({ microphone: { track: 'microphone-1', muted: false } });
});

test('[VC-24] switching the camera off lets go of it', async () => {
  const { session, settle, room, opened } = given({ camera: true });
  session.follow(at(plenary));
  await settle();
  session.setCamera(false);
  await settle();
  expect(opened[0]?.readyState).toBe('ended');
  expect(room(plenary).sending).toEqual({});
});

test('[VC-13] a refused camera says why and stays off', async () => {
  const { session, settle, devices, state } = given();
  session.follow(at(plenary));
  devices.error = browserError('NotAllowedError');
  session.setCamera(true);
  await settle();
  expect(state().camera).toMatchObject({ on: false, busy: false, problem: 'denied' });
});

test('[VC-12] an unplugged microphone without another is off and says so', async () => {
  const { session, settle, devices, state, opened, room } = given({ microphone: true });
  session.follow(at(plenary));
  await settle();
  devices.error = browserError('NotFoundError');
  opened[0]?.end();
  await settle();
  expect(state().microphone).toMatchObject({ on: false, problem: 'unplugged' });
  expect(room(plenary).sending).toEqual({});
});

test('[VC-25] a shared screen ends with the place it was shared at', async () => {
  const { session, settle, devices, state, room } = given();
  const screen = new FakeTrack('screen');
  devices.screen = { video: asTrack(screen), sound: asTrack(new FakeTrack('sound')) };
  session.follow(at(plenary));
  session.setScreen(true);
  await settle();
  expect(room(plenary).sending).toEqual({
    screen: { track: 'screen', muted: false },
    'screen-sound': { track: 'sound', muted: false },
  });

  session.follow(at(plenary, { video: { now: plenary, next: table } }));
  await settle();
  expect(state().screen.on).toBe(true);

  session.follow(at(table));
  await settle();
  expect(state().screen.on).toBe(false);
  expect(screen.readyState).toBe('ended');
  expect(room(table).sending).toEqual({});
});

test('[VC-25] "stop sharing" in the browser’s own bar switches it off here', async () => {
  const { session, settle, devices, state } = given();
  const screen = new FakeTrack('screen');
  devices.screen = { video: asTrack(screen) };
  session.follow(at(plenary));
  session.setScreen(true);
  await settle();
  screen.end();
  expect(state().screen.on).toBe(false);
});

test('[VC-26] a right that reaches the video server late is tried again', async () => {
  const { session, settle, room, state } = given();
  session.follow(at(plenary));
  await settle();
  room(plenary).allowed = false;
  session.setMicrophone(true);
  await settle();
  expect(room(plenary).sending).toEqual({});
  expect(state().microphone.problem).toBeUndefined();

  room(plenary).allowed = true;
  room(plenary).tell({ type: 'grants' });
  await settle();
  expect(room(plenary).sending).toEqual({ microphone: { track: 'microphone-1', muted: false } });
});

test('[VC-26] a source that is refused for seconds says so, and is sent once it is allowed', async () => {
  const { session, settle, room, state } = given();
  session.follow(at(plenary));
  await settle();
  room(plenary).allowed = false;
  session.setMicrophone(true);
  await settle(5_000);
  expect(state().microphone.problem).toBe('not-sent');

  room(plenary).allowed = true;
  await settle(15_000);
  expect(state().microphone.problem).toBeUndefined();
});

test('[VC-9] leaving lets go of every device and of the screen lock', async () => {
  const { session, settle, opened, log, awake } = given({ microphone: true, camera: true });
  session.follow(at(plenary));
  await settle();
  expect(awake()).toBe(1);
  await session.leave();

  expect(opened.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  expect(log.at(-1)).toBe('leave plenary~0');
  expect(awake()).toBe(0);
});
