import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSigned, makeSurveyKey, privateKeyFrom, publicKeyOf, signBlinded } from './blind-signature.ts';
import { FINISHED, SIGNING, signingKey } from './testing/vectors.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');
const url = (hex: string) => bytes(hex).toString('base64url');

test('[SU-9] what is signed blindly is what the published vector says', () => {
  expect(signBlinded(signingKey(), bytes(SIGNING.blindedMessage))?.toString('hex')).toBe(SIGNING.blindSignature);
});

test('[SU-9] the finished signature of the published vector is valid, and nothing else is', async () => {
  const key = createPublicKey({ key: { kty: 'RSA', n: url(FINISHED.n), e: url(FINISHED.e) }, format: 'jwk' });
  const signature = bytes(FINISHED.signature);
  expect(await isSigned(key, bytes(FINISHED.message), signature)).toBe(true);
  expect(await isSigned(key, bytes(`${FINISHED.message}00`), signature)).toBe(false);
  signature[17] = (signature[17] ?? 0) ^ 1;
  expect(await isSigned(key, bytes(FINISHED.message), signature)).toBe(false);
});

test('[SU-9] bytes that are no number below the modulus are not signed', async () => {
  const { secret, key } = await makeSurveyKey();
  expect(publicKeyOf(secret)).toBe(key);
  expect(signBlinded(privateKeyFrom(secret), Buffer.alloc(256, 0xff))).toBeUndefined();
  expect(signBlinded(privateKeyFrom(secret), Buffer.alloc(255, 1))).toBeUndefined();
});
