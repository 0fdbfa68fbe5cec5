import { writeFileSync } from 'node:fs';

const RATE = 48_000;
const SECONDS = 8;
const SYLLABLE_S = 0.08;

/**
 * Writes a sound for Chromium's fake microphone that never pauses and changes like speech: the beep it makes by itself is
 * silent most of the time, and an even tone is taken for noise and suppressed.
 */
export function writeSpeech(file: string): void {
  const samples = Int16Array.from({ length: RATE * SECONDS }, (_, index) => Math.round(babble(index / RATE) * 12_000));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // one channel
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
}

/** A voice that changes its pitch with every syllable. */
function babble(seconds: number): number {
  const syllable = Math.floor(seconds / SYLLABLE_S);
  const pitch = 120 + ((syllable * 37) % 11) * 22;
  const loudness = 0.5 + 0.5 * Math.sin((Math.PI * (seconds % SYLLABLE_S)) / SYLLABLE_S);
  const tones = [1, 2, 3, 5, 8].map((harmonic) => Math.sin(2 * Math.PI * pitch * harmonic * seconds) / harmonic);
  return (loudness * tones.reduce((sum, tone) => sum + tone, 0)) / 2.5;
}
