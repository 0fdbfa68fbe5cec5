import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import type { CastBallot, SurveyAnswers } from '@werkraum/protocol';

/**
 * The person's side of RFC 9474 in big integers: written anew from the text, so that tests do not check the client's library against
 * itself, and quick enough for thousands of ballots.
 */
export interface Voter {
  /** What is sent to be signed. */
  blinded: string;
  /** Makes a ballot of the blind signature, with these answers on it. */
  ballot(blindSignature: string, answers: SurveyAnswers): CastBallot;
}

const HASH_BYTES = 48;
const bytesOf = (value: bigint, length: number): Buffer =>
  Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
const figureOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const sha384 = (...parts: readonly Buffer[]): Buffer => createHash('sha384').update(Buffer.concat(parts)).digest();

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, factor, left] = [1n, base % modulus, exponent];
  for (; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, s0, s1] = [value, modulus, 1n, 0n];
  while (r1 !== 0n) {
    const times = r0 / r1;
    [r0, r1, s0, s1] = [r1, r0 - times * r1, s1, s0 - times * s1];
  }
  return ((s0 % modulus) + modulus) % modulus;
}

function mask(seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, at) =>
    sha384(seed, bytesOf(BigInt(at), 4)),
  );
  return Buffer.concat(blocks).subarray(0, length);
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) for a modulus of so many bytes. */
function encode(message: Buffer, length: number, salt: Buffer): Buffer {
  const hash = sha384(Buffer.alloc(8), sha384(message), salt);
  const padding = Buffer.alloc(length - HASH_BYTES * 2 - 2);
  const block = Buffer.concat([padding, Buffer.of(1), salt]);
  const masked = mask(hash, block.length).map((byte, at) => byte ^ (block[at] ?? 0));
  masked[0] = (masked[0] ?? 0) & 0x7f;
  return Buffer.concat([masked, hash, Buffer.of(0xbc)]);
}

/** Somebody with a fresh ballot for the survey with this public key. `random` makes so many bytes. */
export function createVoter(key: string, random: (length: number) => Buffer = randomBytes): Voter {
  const nonce = random(32);
  const der = Buffer.from(key, 'base64url');
  const { n = '', e = '' } = createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const [modulus, exponent] = [figureOf(Buffer.from(n, 'base64url')), figureOf(Buffer.from(e, 'base64url'))];
  const length = Buffer.from(n, 'base64url').length;
  const factor = figureOf(random(length)) % modulus;
  const blinded = (figureOf(encode(nonce, length, random(HASH_BYTES))) * power(factor, exponent, modulus)) % modulus;
  return {
    blinded: bytesOf(blinded, length).toString('base64url'),
    ballot(blindSignature, answers) {
      const signature = (figureOf(Buffer.from(blindSignature, 'base64url')) * inverse(factor, modulus)) % modulus;
      const text = bytesOf(signature, length).toString('base64url');
      return { nonce: nonce.toString('base64url'), signature: text, answers };
    },
  };
}
