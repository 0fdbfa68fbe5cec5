import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js';
import encodePng, { init as initPngEncoder } from '@jsquash/png/encode.js';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import type { PixelSize } from './image-header.ts';
import { claimedSize, jpegSize, pngSize, webpSize } from './image-header.ts';
import type { Pixels } from './shrink.ts';

/** One way of writing images. */
export interface ImageFormat {
  /** What the file claims to hold, without decoding it. */
  size(bytes: Uint8Array): PixelSize | undefined;
  /** All of its pixels, the right way up. Rejects when they cannot be read. */
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels>;
  /** Pixels and nothing else. */
  encode(image: Pixels): Promise<ArrayBuffer>;
}

type Init = (module: unknown) => Promise<unknown>;
type Encode = (image: Pixels, options?: object) => Promise<ArrayBuffer>;
type Decode = (bytes: ArrayBuffer, options?: object) => Promise<Pixels>;

// Node has it; the types of Node do not say so.
const { WebAssembly } = globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> } };

/** Codecs fetch their code themselves unless they are given it; here nothing can be fetched. */
async function ready(code: string, init: unknown): Promise<void> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(code)));
  await (init as Init)(await WebAssembly.compile(bytes));
}

/** A codec's work, once its code is there. The types of codecs speak of a browser's images. */
const decoder =
  (code: string, init: unknown, decode: unknown, options?: object): ImageFormat['decode'] =>
  async (bytes) => {
    await ready(code, init);
    return (decode as Decode)(bytes.slice().buffer, options);
  };
const encoder =
  (code: string, init: unknown, encode: unknown, options?: object): ImageFormat['encode'] =>
  async (image) => {
    await ready(code, init);
    return (encode as Encode)(image, options);
  };

const PNG = '@jsquash/png/codec/pkg/squoosh_png_bg.wasm';
const JPEG = '@jsquash/jpeg/codec';
const WEBP = '@jsquash/webp/codec';
const UPRIGHT = { preserveOrientation: true };

export const IMAGES: Readonly<Record<'image/png' | 'image/jpeg' | 'image/webp', ImageFormat>> = {
  'image/png': {
    size: (bytes) => claimedSize(bytes, pngSize),
    decode: decoder(PNG, initPngDecoder, decodePng),
    encode: encoder(PNG, initPngEncoder, encodePng),
  },
  'image/jpeg': {
    size: (bytes) => claimedSize(bytes, jpegSize),
    decode: decoder(`${JPEG}/dec/mozjpeg_dec.wasm`, initJpegDecoder, decodeJpeg, UPRIGHT),
    encode: encoder(`${JPEG}/enc/mozjpeg_enc.wasm`, initJpegEncoder, encodeJpeg, { quality: 88 }),
  },
  'image/webp': {
    size: (bytes) => claimedSize(bytes, webpSize),
    decode: decoder(`${WEBP}/dec/webp_dec.wasm`, initWebpDecoder, decodeWebp),
    encode: encoder(`${WEBP}/enc/webp_enc.wasm`, initWebpEncoder, encodeWebp, { quality: 88 }),
  },
};
