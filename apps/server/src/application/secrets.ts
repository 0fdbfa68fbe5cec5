import { createHash, timingSafeEqual } from 'node:crypto';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

// Compared against when there is nothing to compare with, so that "no such seat" takes as long as "wrong secret".
const NOTHING = 'f'.repeat(64);

/** Whether `secret` is the one whose SHA-256 (lower-case hex) is kept. Takes the same time whatever is kept. */
export function opens(secret: string, keptHash: string | undefined): boolean {
  const same = timingSafeEqual(sha256(secret), Buffer.from(keptHash ?? NOTHING, 'hex'));
  return same && keptHash !== undefined;
}

/** Whether two secrets are the same. Takes the same time wherever they differ. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(sha256(given), sha256(expected));
