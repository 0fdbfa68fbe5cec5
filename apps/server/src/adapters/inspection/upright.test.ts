import './child/image-data.ts';
import { afterAll, expect, test } from 'vitest';
import { IMAGES } from './child/images.ts';
import type { Pixels } from './child/shrink.ts';
import { createInspectorProcess } from './process.ts';

const COLOURS = {
  red: [220, 30, 30],
  green: [30, 200, 30],
  blue: [30, 30, 220],
  white: [240, 240, 240],
} as const;
type Colour = keyof typeof COLOURS;

const [WIDTH, HEIGHT] = [64, 32];
/** What no picture may carry along. */
const SECRET = 'Taken at 47.3769 N by Ada';

/** Top left red, top right green, bottom left blue, bottom right white: lying, and as the camera stored it. */
function stored(): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const quarter = (['red', 'green', 'blue', 'white'] as const)[(y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1)];
      data.set([...COLOURS[quarter ?? 'red'], 255], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}

/**
 * An APP1 segment that says how the camera was held (Exif 2.32, 4.5.4 and tag 0x0112), and something about who held it
 * (tag 0x010e, the image's description).
 */
function exif(orientation: number, order: 'II' | 'MM'): Buffer {
  const little = order === 'II';
  const text = Buffer.from(`${SECRET}\0`, 'latin1');
  const tiff = new DataView(new ArrayBuffer(8 + 2 + 2 * 12 + 4));
  Buffer.from(tiff.buffer).write(order, 'latin1');
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 2, little);
  const entry = (at: number, tag: number, type: number, count: number) => {
    tiff.setUint16(at, tag, little);
    tiff.setUint16(at + 2, type, little);
    tiff.setUint32(at + 4, count, little);
  };
  entry(10, 0x010e, 2, text.length);
  tiff.setUint32(18, tiff.byteLength, little);
  entry(22, 0x0112, 3, 1);
  tiff.setUint16(30, orientation, little);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), new Uint8Array(tiff.buffer), text]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The picture as a camera writes it that was held in this way. */
async function photograph(orientation: number, order: 'II' | 'MM'): Promise<Uint8Array> {
  const jpeg = Buffer.from(await IMAGES['image/jpeg'].encode(stored()));
  return Uint8Array.from(Buffer.concat([jpeg.subarray(0, 2), exif(orientation, order), jpeg.subarray(2)]));
}

function colourAt({ width, height, data }: Pixels, across: number, down: number): Colour {
  const at = (Math.floor(down * height) * width + Math.floor(across * width)) * 4;
  const far = (colour: Colour) =>
    COLOURS[colour].reduce((sum, part, index) => sum + Math.abs(part - (data[at + index] ?? 0)), 0);
  return (Object.keys(COLOURS) as Colour[]).reduce((best, each) => (far(each) < far(best) ? each : best));
}

const quartersOf = (image: Pixels): string =>
  [
    colourAt(image, 0.25, 0.25),
    colourAt(image, 0.75, 0.25),
    colourAt(image, 0.25, 0.75),
    colourAt(image, 0.75, 0.75),
  ].join(' ');

const inspector = createInspectorProcess();
afterAll(() => inspector.stop());

test.each([
  [1, 'II', 'red green blue white'],
  [2, 'II', 'green red white blue'],
  [3, 'II', 'white blue green red'],
  [4, 'II', 'blue white red green'],
  [5, 'II', 'red blue green white'],
  [6, 'II', 'blue red white green'],
  [7, 'II', 'white green blue red'],
  [8, 'II', 'green white red blue'],
  [6, 'MM', 'blue red white green'],
  [8, 'MM', 'green white red blue'],
] as const)(
  '[FI-5] a photograph held in way %i (%s) comes out upright, and says nothing but its pixels',
  async (orientation, order, quarters) => {
    const taken = await photograph(orientation, order);
    expect(Buffer.from(taken).includes(SECRET)).toBe(true);
    const found = await inspector.inspect(taken);
    if (!found.ok) throw new Error(found.refusal);
    const bytes = Uint8Array.from(found.bytes);
    const image = await IMAGES['image/jpeg'].decode(bytes);
    const turned = orientation > 4;
    expect([image.width, image.height]).toEqual(turned ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
    expect(quartersOf(image)).toBe(quarters);
    for (const hidden of ['Exif', SECRET]) expect(Buffer.from(bytes).includes(hidden)).toBe(false);
  },
);
