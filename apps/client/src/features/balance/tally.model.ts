import type { SpeechKey, Spoke } from '@werkraum/protocol';
import type { SoundFrame } from '../../media/sound-frames.ts';
import { type Ear, listen } from './speaking.model.ts';

/** Sums the own speech up, place by place, and tells the sums. */
export interface Tally {
  /** Speech belongs to this place from now on; the sum of the place before is told. */
  moveTo(key: SpeechKey | undefined): void;
  hear(frames: readonly SoundFrame[]): void;
  /** The microphone is off, or a turn runs: what comes later is another stretch. */
  pause(): void;
  /** The line is back: the server may have forgotten. */
  again(): void;
}

export interface TallyPorts {
  /** Random per loaded page. */
  run: string;
  tell: (spoke: Spoke) => void;
}

const TELL_EVERY_MS = 10_000;

export function createTally({ run, tell }: TallyPorts): Tally {
  const sums = new Map<SpeechKey, number>();
  let key: SpeechKey | undefined;
  let ear: Ear | undefined;
  let toldMs = 0;
  let toldAt = Number.NEGATIVE_INFINITY;

  const sum = (): number => (key && sums.get(key)) ?? 0;

  function say(): void {
    toldMs = sum();
    if (key) tell({ key, run, totalMs: toldMs });
  }

  function sayNew(): void {
    if (sum() > toldMs) say();
  }

  function take(frame: SoundFrame): void {
    const heard = listen(ear, frame);
    ear = heard.ear;
    if (key && heard.spokenMs > 0) sums.set(key, sum() + heard.spokenMs);
  }

  return {
    moveTo(next) {
      if (next === key) return;
      sayNew();
      key = next;
      ear = undefined;
      toldMs = sum();
    },
    hear(frames) {
      for (const frame of frames) take(frame);
      const now = frames.at(-1)?.at ?? toldAt;
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      sayNew();
    },
    pause() {
      sayNew();
      ear = undefined;
    },
    again() {
      if (sum() > 0) say();
    },
  };
}
