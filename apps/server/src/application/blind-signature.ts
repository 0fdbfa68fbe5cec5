import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';

/** The signing side of RFC 9474 with RSABSSA-SHA384-PSS-Deterministic: the message is 32 random bytes and needs no prefix. */
const MODULUS_BITS = 2048;
const SALT_BYTES = 48;

/** Makes a key pair, in a thread of its own. Private: PKCS #8 in base64; public: SubjectPublicKeyInfo in base64url. */
export async function makeSurveyKey(): Promise<{ secret: string; key: string }> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: MODULUS_BITS });
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return { secret, key: publicKeyOf(secret) };
}

export const privateKeyFrom = (secret: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(secret, 'base64'), format: 'der', type: 'pkcs8' });

/** The public half of a private key, as clients get it. */
export const publicKeyOf = (secret: string): string =>
  createPublicKey(privateKeyFrom(secret)).export({ type: 'spki', format: 'der' }).toString('base64url');

/**
 * BlindSign (RFC 9474, 4.3): the raw RSA operation, which takes well under a millisecond; OpenSSL blinds it against timing of its own
 * accord. Undefined when the bytes are no number below the modulus. A result that does not verify is a fault and throws.
 */
export function signBlinded(key: KeyObject, blinded: Uint8Array): Buffer | undefined {
  if (blinded.length * 8 !== key.asymmetricKeyDetails?.modulusLength) return undefined;
  const raw = { key, padding: constants.RSA_NO_PADDING };
  let signature: Buffer;
  try {
    signature = privateDecrypt(raw, blinded);
  } catch {
    return undefined;
  }
  if (!publicEncrypt({ ...raw, key: createPublicKey(key) }, signature).equals(blinded))
    throw new Error('a blind signature does not verify');
  return signature;
}

/** Whether this is a signature over the message: plain RSASSA-PSS, in the thread pool. The public half of the key is enough. */
export const isSigned = (key: KeyObject, message: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES };
    verify('sha384', message, pss, signature, (error, isValid) => (error ? reject(error) : resolve(isValid)));
  });
