export const SAMPLE_RATE = 48_000;
const AMPLITUDE = 12_000;
/** Below this a window is silence: far under any tone, far above the codec's noise. */
const AUDIBLE_RMS = 300;

/** `count` samples of a sine, continuing at sample `from` so that frames join without a click. */
export function sine(hz: number, from: number, count: number): Int16Array {
  const step = (2 * Math.PI * hz) / SAMPLE_RATE;
  return Int16Array.from({ length: count }, (_, index) => Math.round(AMPLITUDE * Math.sin(step * (from + index))));
}

/** The share of a window's energy at one frequency, 0 to 1 (Goertzel's algorithm); 0 for silence. */
export function shareOf(hz: number, samples: Int16Array): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
  let [previous, before, energy] = [0, 0, 0];
  for (const sample of samples) {
    [previous, before] = [sample + coefficient * previous - before, previous];
    energy += sample * sample;
  }
  if (Math.sqrt(energy / samples.length) < AUDIBLE_RMS) return 0;
  const power = previous * previous + before * before - coefficient * previous * before;
  return (2 * power) / (samples.length * energy);
}
