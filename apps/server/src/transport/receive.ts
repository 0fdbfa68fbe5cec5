import type { Request } from 'express';
import type { Clock } from '../ports/clock.ts';

/** So long a file may take altogether: 20 MB at 0.7 Mbit/s. */
const WHOLE_MS = 4 * 60_000;
/** So long nothing may come. */
const SILENCE_MS = 20_000;

/**
 * The body of a request as long as it said it would be, or undefined when it broke off, came too slowly or was longer. The
 * caller has looked at the announced length: as much memory is taken at once.
 */
export function receive(request: Request, length: number, clock: Clock): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = new Uint8Array(length);
  let received = 0;
  let lastAt = clock.now();
  const until = lastAt + WHOLE_MS;
  return new Promise((resolve) => {
    let cancel = clock.at(lastAt + SILENCE_MS, look);
    function look(): void {
      const now = clock.now();
      if (now >= until || now >= lastAt + SILENCE_MS) request.destroy();
      else cancel = clock.at(Math.min(until, lastAt + SILENCE_MS), look);
    }
    function end(isWhole: boolean): void {
      cancel();
      resolve(isWhole ? bytes : undefined);
    }
    request.on('data', (chunk: Buffer) => {
      if (received + chunk.byteLength > length) return void request.destroy();
      bytes.set(chunk, received);
      received += chunk.byteLength;
      lastAt = clock.now();
    });
    request.once('end', () => end(received === length));
    request.once('error', () => end(false));
    request.once('close', () => end(false));
  });
}
