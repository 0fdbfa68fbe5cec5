import type { SpeechKey, Spoke } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { FRAME_MS, type SoundFrame } from '../../media/sound-frames.ts';
import { type Ear, listen } from './speaking.model.ts';
import { createTally } from './tally.model.ts';

const NOISE = 0.1;
const FAN = 0.4;
const VOICE = 0.65;
const seconds = (count: number): number => count * 1_000;

type Stretch = readonly [level: number, ms: number];

/** Sound that goes on from zero, one stretch after the other. */
function sound(...stretches: readonly Stretch[]): SoundFrame[] {
  const levels = stretches.flatMap(([level, ms]) => Array.from({ length: ms / FRAME_MS }, () => level));
  return levels.map((level, index) => ({ at: index * FRAME_MS, level }));
}

function spokenIn(frames: readonly SoundFrame[]): number {
  let ear: Ear | undefined;
  return frames.reduce((sum, frame) => {
    const heard = listen(ear, frame);
    ear = heard.ear;
    return sum + heard.spokenMs;
  }, 0);
}

test('[BA-1] speech counts from its beginning to its end', () => {
  expect(spokenIn(sound([NOISE, 500], [VOICE, 4_000], [NOISE, 2_000]))).toBe(4_000);
});

test('[BA-1] a cough is no speech', () => {
  expect(spokenIn(sound([NOISE, 500], [VOICE, 250], [NOISE, 2_000], [VOICE, 250], [NOISE, 500]))).toBe(0);
});

test('[BA-1] a short pause belongs to speech, a long one does not', () => {
  expect(spokenIn(sound([NOISE, 500], [VOICE, 1_000], [NOISE, 500], [VOICE, 1_000], [NOISE, 900]))).toBe(2_500);
  expect(spokenIn(sound([NOISE, 500], [VOICE, 1_000], [NOISE, 600], [VOICE, 1_000], [NOISE, 900]))).toBe(2_000);
});

test('[BA-1] short words in a row are speech', () => {
  const words = Array.from({ length: 5 }, (): Stretch[] => [
    [VOICE, 200],
    [NOISE, 200],
  ]);
  expect(spokenIn(sound([NOISE, 500], ...words.flat(), [NOISE, 900]))).toBe(1_800);
});

test('[BA-1] typing is no speech, however long it goes on', () => {
  const keys = Array.from({ length: 200 }, (): Stretch[] => [
    [VOICE, 50],
    [NOISE, 150],
  ]);
  expect(spokenIn(sound([NOISE, 500], ...keys.flat()))).toBe(0);
});

test('[BA-1] a gap in what was heard is no speech', () => {
  const after = sound([VOICE, 200]).map(({ at, level }) => ({ at: at + 60_000, level }));
  expect(spokenIn([...sound([NOISE, 500], [VOICE, 1_000]), ...after])).toBe(1_000);
});

test('[BA-1] a fan that never stops is no speech, and speech above it is', () => {
  expect(spokenIn(sound([FAN, 60_000]))).toBe(0);
  expect(spokenIn(sound([FAN, 5_000], [VOICE, 3_000], [FAN, 5_000]))).toBe(3_000);
});

test('[BA-1] whoever begins in the middle of a word is heard after the first pause', () => {
  expect(spokenIn(sound([VOICE, 800], [NOISE, 200], [VOICE, 3_000], [NOISE, 1_000]))).toBe(3_000);
});

test('[BA-1] a speech of ten minutes with pauses for breath is counted as a whole', () => {
  const sentence: readonly Stretch[] = [
    [VOICE, 5_000],
    [NOISE, 400],
  ];
  const spoken = spokenIn(sound([NOISE, 500], ...Array.from({ length: 111 }, () => sentence).flat()));
  expect(spoken).toBe(111 * 5_400 - 400);
});

test('[BA-1] silence that is digital is silence', () => {
  expect(spokenIn(sound([0, 10_000]))).toBe(0);
});

const INTRO = 'plenary~intro' as SpeechKey;
const TABLE = 'round-1-a~1' as SpeechKey;

/** A tally that hears speech and silence in turn, and what it told. */
function givenTally() {
  const told: Spoke[] = [];
  const tally = createTally({ run: 'page', tell: (spoke) => told.push(spoke) });
  let now = 0;
  const hear = (...stretches: readonly Stretch[]) => {
    const frames = sound(...stretches).map(({ at, level }) => ({ at: at + now, level }));
    for (const frame of frames) tally.hear([frame]);
    now += frames.length * FRAME_MS;
  };
  tally.moveTo(INTRO);
  hear([NOISE, 500]);
  return { tally, told, hear };
}

const told = (key: SpeechKey, totalMs: number): Spoke => ({ key, run: 'page', totalMs });

test('[BA-4] sums are told every ten seconds while they grow, each the whole', () => {
  const { told: said, hear } = givenTally();
  hear([VOICE, seconds(15)], [NOISE, seconds(30)]);
  expect(said.map(({ totalMs }) => Math.round(totalMs / 1_000))).toEqual([10, 15]);
  expect(said.at(-1)).toEqual(told(INTRO, seconds(15)));
});

test('[BA-4] on leaving a place its last sum is told, and the next begins at nothing', () => {
  const { tally, told: said, hear } = givenTally();
  hear([VOICE, seconds(2)]);
  tally.moveTo(TABLE);
  expect(said).toEqual([told(INTRO, seconds(2))]);
  tally.moveTo(undefined);
  expect(said).toHaveLength(1);
});

test('[BA-4] whoever comes back to a place counts on', () => {
  const { tally, told: said, hear } = givenTally();
  hear([VOICE, seconds(2)]);
  tally.moveTo(TABLE);
  tally.moveTo(INTRO);
  hear([NOISE, 500], [VOICE, seconds(1)]);
  tally.pause();
  expect(said.at(-1)).toEqual(told(INTRO, seconds(3)));
});

test('[BA-4] when the line is back the whole sum is told again', () => {
  const { tally, told: said, hear } = givenTally();
  tally.again();
  expect(said).toEqual([]);
  hear([VOICE, seconds(2)]);
  tally.pause();
  tally.again();
  expect(said).toEqual([told(INTRO, seconds(2)), told(INTRO, seconds(2))]);
});

test('[BA-2] where nothing is summed up nothing is told', () => {
  const { tally, told: said, hear } = givenTally();
  tally.moveTo(undefined);
  hear([VOICE, seconds(30)]);
  tally.pause();
  tally.again();
  expect(said).toEqual([]);
});
