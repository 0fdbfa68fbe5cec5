import { levelOf } from './level.ts';

/** A twentieth of a second of sound: when it began (milliseconds, as `performance.now` counts), and how loud it was (see `levelOf`). */
export interface SoundFrame {
  readonly at: number;
  readonly level: number;
}

export const FRAME_MS = 50;
const EVERY_MS = 200;
/** The most an analyser remembers: two thirds of a second, which is how long a page in the background may sleep and miss little. */
const SAMPLES = 32_768;

/**
 * Hears the own microphone, frame by frame and without gaps, a few times a second; also while the page is not in sight.
 * The sound itself goes nowhere. Returns the way to stop. Does nothing where the browser cannot.
 */
export function followSound(
  track: MediaStreamTrack,
  hear: (frames: readonly SoundFrame[]) => void,
  clock: () => number = () => performance.now(),
): () => void {
  if (typeof AudioContext === 'undefined') return () => {};
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = SAMPLES;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(SAMPLES);
  let heardUntil = clock();
  const timer = setInterval(() => {
    // A page that was loaded anew may begin without a click.
    if (context.state === 'suspended') void context.resume();
    analyser.getFloatTimeDomainData(samples);
    const frames = framesOf(samples, context.sampleRate, heardUntil, clock());
    const last = frames.at(-1);
    if (!last) return;
    heardUntil = last.at + FRAME_MS;
    hear(frames);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/**
 * The newest samples as whole frames, from `since` (or from where the samples begin) until `now`, which is when the last of
 * them was heard. What is left of a frame comes with the next call.
 */
export function framesOf(samples: Float32Array, sampleRate: number, since: number, now: number): readonly SoundFrame[] {
  const perFrame = Math.round((sampleRate * FRAME_MS) / 1_000);
  const there = Math.floor(samples.length / perFrame);
  const wanted = Math.floor((now - since) / FRAME_MS);
  const count = Math.max(0, Math.min(there, wanted));
  // What is remembered ends now; frames stand where they follow the ones before, or as late as they can.
  const restMs = count < there ? now - since - wanted * FRAME_MS : 0;
  const end = samples.length - Math.round((sampleRate * restMs) / 1_000);
  return Array.from({ length: count }, (_, index) => {
    const behind = count - index;
    const from = Math.max(0, end - behind * perFrame);
    return { at: now - restMs - behind * FRAME_MS, level: levelOf(loudness(samples.subarray(from, from + perFrame))) };
  });
}

const loudness = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
