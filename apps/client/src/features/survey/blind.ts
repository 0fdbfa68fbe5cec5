import { BlindRSA } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js';

/** A ballot on its way: what is to be signed, and what only this browser knows. All base64url. */
export interface Blinded {
  nonce: string;
  /** Takes the blinding away again. */
  inverse: string;
  /** What the server gets to see. */
  blinded: string;
}

// RSABSSA-SHA384-PSS-Deterministic of RFC 9474: 32 random bytes need no random prefix.
const SUITE = new BlindRSA({
  name: 'SHA384-PSS',
  hash: 'SHA-384',
  saltLength: 48,
  prepareType: 0,
  supportsRSARAW: false,
});
const NONCE_BYTES = 32;

const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', toBytes(key), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** Makes a ballot for the survey with this public key and blinds it. Needs Web Crypto. */
export async function blind(key: string): Promise<Blinded> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const { blindedMsg, inv } = await SUITE.blind(await importKey(key), nonce);
  return { nonce: toText(nonce), inverse: toText(inv), blinded: toText(blindedMsg) };
}

/** The signature on the ballot itself. Rejects when the server has signed anything else. */
export async function unblind(key: string, { nonce, inverse }: Blinded, signature: string): Promise<string> {
  return toText(await SUITE.finalize(await importKey(key), toBytes(nonce), toBytes(signature), toBytes(inverse)));
}
