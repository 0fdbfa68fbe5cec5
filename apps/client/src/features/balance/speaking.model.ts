import { FRAME_MS, type SoundFrame } from '../../media/sound-frames.ts';

/** What is remembered of the sound so far. */
export interface Ear {
  /** The level of the room's own noise. */
  readonly floor: number;
  readonly heardAt: number;
  /** The stretch of sound of now, pauses included. */
  readonly run?: { readonly from: number; readonly until: number; readonly counted: boolean };
}

/** A stretch that is shorter is a cough, a cup, a key. */
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
  const isVoice = level >= Math.max(QUIETEST, floor + ABOVE_NOISE);
  const run = ear?.run && at - ear.run.until > PAUSE_MS ? undefined : ear?.run;
  const held = { floor, heardAt: at, ...(run && { run }) };
  return isVoice ? withVoice(held, at) : { ear: held, spokenMs: 0 };
}

function withVoice({ run, ...ear }: Ear, at: number): { ear: Ear; spokenMs: number } {
  const from = run?.from ?? at;
  const until = at + FRAME_MS;
  const counted = until - from >= SHORTEST_MS;
  const spokenMs = !counted ? 0 : run?.counted ? until - run.until : until - from;
  return { ear: { ...ear, run: { from, until, counted } }, spokenMs };
}
