import { FRAME_MS, type SoundFrame } from '../../media/sound-frames.ts';

/** From one moment to another, in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** What is remembered of the sound so far. */
export interface Ear {
  /** The level of the room's own noise. */
  readonly floor: number;
  readonly heardAt: number;
  /** Sound without a gap. */
  readonly burst?: Stretch | undefined;
  /** Speech, pauses included, and whether it has been long enough to count. */
  readonly run?: (Stretch & { readonly counted: boolean }) | undefined;
}

/** Sound that is shorter is a key, a click, a cup: no syllable. */
const SYLLABLE_MS = 150;
/** Speech that is shorter is a cough. */
const SHORTEST_MS = 300;
/** A pause that is longer ends it. */
const PAUSE_MS = 500;
/** Levels run from −60 dB (0) to 0 dB (1): quieter than −50 dB is never speech, and speech is 9 dB above the noise. */
const QUIETEST = 10 / 60;
const ABOVE_NOISE = 9 / 60;
/** Noise may grow by half a decibel a second. People pause more often than that would take it up to their voice. */
const FLOOR_RISE_PER_MS = 0.5 / 60 / 1_000;

/**
 * Takes the next frame in and tells how many milliseconds of speech have become certain with it [BA-1]: sound clearly above the
 * lowest level of late, for long enough, over short pauses. (Following the minimum is how noise is told from speech in
 * R. Martin, Noise Power Spectral Density Estimation Based on Optimal Smoothing and Minimum Statistics, 2001.)
 */
export function listen(ear: Ear | undefined, { at, level }: SoundFrame): { ear: Ear; spokenMs: number } {
  const risen = ear ? ear.floor + (at - ear.heardAt) * FLOOR_RISE_PER_MS : level;
  const floor = Math.min(level, risen);
  const isSound = level >= Math.max(QUIETEST, floor + ABOVE_NOISE);
  const burst = isSound ? joined(ear?.burst, at) : undefined;
  const isSyllable = burst !== undefined && burst.until - burst.from >= SYLLABLE_MS;
  const run = isSyllable ? spoken(ear?.run, burst) : ear?.run;
  return { ear: { floor, heardAt: at, burst, run }, spokenMs: isSyllable ? newlyCertain(ear?.run, run) : 0 };
}

const joined = (burst: Stretch | undefined, at: number): Stretch => ({
  from: burst && at - burst.until < FRAME_MS ? burst.from : at,
  until: at + FRAME_MS,
});

function spoken(run: Ear['run'], burst: Stretch): NonNullable<Ear['run']> {
  const from = run && burst.from - run.until <= PAUSE_MS ? run.from : burst.from;
  return { from, until: burst.until, counted: burst.until - from >= SHORTEST_MS };
}

function newlyCertain(before: Ear['run'], run: Ear['run']): number {
  if (!run?.counted) return 0;
  const isSame = before?.from === run.from && before.counted;
  return run.until - (isSame ? before.until : run.from);
}
