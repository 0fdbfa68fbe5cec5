const NOTES = [523.3, 659.3, 784];
const NOTE_S = 0.22;

/** Plays three notes through the chosen output device, so that a person hears that they will hear. Must come from a click. */
export async function playTestSound(speaker: string | undefined): Promise<void> {
  const context = new AudioContext();
  const withSink = context as AudioContext & { setSinkId?: (id: string) => Promise<void> };
  // "default" is the empty id here; a device that is gone falls back to it.
  if (speaker && speaker !== 'default') await withSink.setSinkId?.(speaker).catch(() => undefined);
  await context.resume();
  const last = NOTES.map((pitch, index) => playNote(context, pitch, context.currentTime + index * NOTE_S)).at(-1);
  last?.addEventListener('ended', () => void context.close());
}

function playNote(context: AudioContext, pitch: number, at: number): OscillatorNode {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.2, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S * 1.8);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_S * 2);
  return tone;
}
