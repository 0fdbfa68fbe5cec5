import { expect, test } from 'vitest';
import { FRAME_MS, framesOf } from './sound-frames.ts';

const RATE = 48_000;
const perMs = RATE / 1_000;

/** Two thirds of a second in which it was loud from one moment to another, counted back from its end. */
function loudBetween(fromMsAgo: number, untilMsAgo: number): Float32Array {
  const samples = new Float32Array(32_768);
  samples.fill(0.5, samples.length - fromMsAgo * perMs, samples.length - untilMsAgo * perMs);
  return samples;
}

const loud = (frames: ReturnType<typeof framesOf>) => frames.filter(({ level }) => level > 0.5).map(({ at }) => at);

test('[BA-1] what is new is cut into frames that follow each other', () => {
  const frames = framesOf(loudBetween(100, 50), RATE, 10_000, 10_200);
  expect(frames.map(({ at }) => at)).toEqual([10_000, 10_050, 10_100, 10_150]);
  expect(loud(frames)).toEqual([10_100]);
});

test('[BA-1] half a frame waits for the other half', () => {
  const first = framesOf(loudBetween(30, 0), RATE, 10_000, 10_130);
  expect(first.map(({ at }) => at)).toEqual([10_000, 10_050]);
  expect(loud(first)).toEqual([]);
  const second = framesOf(loudBetween(60, 10), RATE, 10_100, 10_160);
  expect(second.map(({ at }) => at)).toEqual([10_100]);
  expect(loud(second)).toEqual([10_100]);
});

test('[BA-1] after a long sleep the newest sound is heard, at the time at which it was', () => {
  const frames = framesOf(loudBetween(100, 0), RATE, 10_000, 15_000);
  expect(frames).toHaveLength(13);
  expect(frames.at(-1)?.at).toBe(15_000 - FRAME_MS);
  expect(loud(frames)).toEqual([14_900, 14_950]);
});

test('[BA-1] nothing new is nothing', () => {
  expect(framesOf(loudBetween(100, 0), RATE, 10_000, 10_020)).toEqual([]);
  expect(framesOf(loudBetween(100, 0), RATE, 10_000, 9_000)).toEqual([]);
});
