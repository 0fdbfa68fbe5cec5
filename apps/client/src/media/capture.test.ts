import { expect, test } from 'vitest';
import { createCapture } from './capture.ts';
import { problemOf } from './devices.ts';
import { asTrack, browserError, fakeDevices } from './test-support.ts';

function given() {
  const fake = fakeDevices();
  const news: string[] = [];
  const capture = createCapture(fake.devices, {
    replaced: (kind, track) => news.push(`replaced ${kind} ${track.id}`),
    lost: (kind) => news.push(`lost ${kind}`),
  });
  return { ...fake, news, capture };
}

test('[VC-10] a device is captured once', async () => {
  const { capture, opened } = given();
  const first = await capture.start('camera');
  expect(await capture.start('camera')).toEqual(first);
  expect(opened).toHaveLength(1);
});

test('[VC-10] stopping lets go of the device, also while the browser is still asking', async () => {
  const { capture, opened, state } = given();
  const asking = Promise.withResolvers<void>();
  state.pending = asking.promise;
  const starting = capture.start('camera');
  capture.stop('camera');
  asking.resolve();
  await starting;

  expect(opened.map(({ readyState }) => readyState)).toEqual(['ended']);
  expect(capture.track('camera')).toBeUndefined();
});

test('[VC-11] a chosen device takes over from the running one', async () => {
  const { capture, opened, asked, news } = given();
  await capture.start('microphone');
  await capture.choose('microphone', 'headset');

  expect(asked).toEqual(['microphone default', 'microphone headset']);
  expect(opened.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  expect(news).toEqual(['replaced microphone microphone-2']);
});

test('[VC-11] choosing a device that is off only remembers it', async () => {
  const { capture, asked } = given();
  await capture.choose('camera', 'desk');
  expect(asked).toEqual([]);
  await capture.start('camera');
  expect(asked).toEqual(['camera desk']);
});

test('[VC-11] a choice that fails keeps the running device', async () => {
  const { capture, opened, state } = given();
  await capture.start('camera');
  state.error = browserError('NotReadableError');
  expect(await capture.choose('camera', 'desk')).toEqual({ ok: false, problem: 'in-use' });
  expect(capture.track('camera')).toBe(opened[0] && asTrack(opened[0]));
  expect(opened[0]?.readyState).toBe('live');
});

test('[VC-12] an unplugged device is replaced by another one', async () => {
  const { capture, opened, news } = given();
  await capture.start('microphone');
  opened[0]?.end();
  await expect.poll(() => news).toEqual(['replaced microphone microphone-2']);
});

test('[VC-12] an unplugged device without another one is told', async () => {
  const { capture, opened, news, state } = given();
  await capture.start('microphone');
  state.error = browserError('NotFoundError');
  opened[0]?.end();
  await expect.poll(() => news).toEqual(['lost microphone']);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'no-device'],
  ['OverconstrainedError', 'no-device'],
  ['NotReadableError', 'in-use'],
  ['InsecureContextError', 'insecure'],
  ['SomethingElse', 'unknown'],
])('[VC-13] %s is named %s', (name, problem) => {
  expect(problemOf(browserError(name))).toBe(problem);
});
