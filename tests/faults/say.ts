import { writeSync } from 'node:fs';

const nothing = new Int32Array(new SharedArrayBuffer(4));

/** Writes a line to standard output before it returns, so that a killed process has really said what it said. */
export function say(line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(nothing, 0, 0, 1); // The reader is slow: give it a millisecond.
    }
  }
}
