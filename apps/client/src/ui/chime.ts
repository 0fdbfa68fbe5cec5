import { createStore } from 'zustand/vanilla';
import { recall, remember } from './memory.ts';

/** `warning`: one soft note. `end`: two, falling. `turn`: two, rising: it is your turn. */
export type Chime = 'warning' | 'end' | 'turn';

const NOTES: Record<Chime, readonly number[]> = { warning: [659.3], end: [659.3, 493.9], turn: [523.3, 659.3] };
const NOTE_S = 0.32;
const LOUDNESS = 0.12;

export const chimeSetting = createStore<{ muted: boolean }>(() => ({ muted: recall('local', 'chime') === 'off' }));

/** Switches the chime off or on for this person, also next time. */
export function muteChime(muted: boolean): void {
  remember('local', 'chime', muted ? 'off' : undefined);
  chimeSetting.setState({ muted });
}

let audio: AudioContext | undefined;

/** Plays a chime, unless muted. Without sound or permission it stays silent: every chime has its sign on screen. */
export function chime(kind: Chime): void {
  if (chimeSetting.getState().muted || typeof AudioContext === 'undefined') return;
  audio ??= new AudioContext();
  const context = audio;
  void context.resume().then(
    () => {
      for (const [index, pitch] of NOTES[kind].entries()) note(context, pitch, context.currentTime + index * NOTE_S);
    },
    () => undefined, // the browser wants a click first
  );
}

function note(context: AudioContext, pitch: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'sine';
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0005, at + NOTE_S * 2.2);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_S * 2.3);
}
