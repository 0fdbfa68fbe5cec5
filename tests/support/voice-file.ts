import { writeFile } from 'node:fs/promises';
import { SAMPLE_RATE } from './tone.ts';

const PITCH_HZ = 140;
const HARMONICS = 12;
const SYLLABLES_PER_SECOND = 4;

/** One sample of something like a voice: a hum with overtones, in syllables. */
function voiceAt(seconds: number): number {
  const hum = Array.from({ length: HARMONICS }, (_, index) => {
    const times = index + 1;
    return Math.sin(2 * Math.PI * PITCH_HZ * times * seconds) / times;
  });
  const syllable = 0.35 + 0.65 * Math.abs(Math.sin(Math.PI * SYLLABLES_PER_SECOND * seconds));
  return 0.3 * syllable * hum.reduce((sum, tone) => sum + tone, 0);
}

/**
 * Writes a sound file for a browser's fake microphone, which plays it again and again: somebody speaks and breathes in turn.
 * Mono, 16 bits, `SAMPLE_RATE`.
 */
export async function writeVoice(path: string, { spokenMs, silentMs }: { spokenMs: number; silentMs: number }) {
  const count = Math.round(((spokenMs + silentMs) * SAMPLE_RATE) / 1_000);
  const spoken = (spokenMs * SAMPLE_RATE) / 1_000;
  const samples = Int16Array.from({ length: count }, (_, index) =>
    index < spoken ? Math.round(32_767 * Math.max(-1, Math.min(1, voiceAt(index / SAMPLE_RATE)))) : 0,
  );
  await writeFile(path, Buffer.concat([waveHeader(samples.byteLength), Buffer.from(samples.buffer)]));
}

/** The 44 bytes in front of plain samples (RIFF, format 1). */
function waveHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
