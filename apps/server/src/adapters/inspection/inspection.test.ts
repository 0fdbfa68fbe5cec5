import { afterAll, describe, expect, test } from 'vitest';
import { claimedSize, jpegSize, pngSize, webpSize } from './child/image-header.ts';
import { shrink } from './child/shrink.ts';
import { createInspectorProcess } from './process.ts';

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

describe('the inspection', () => {
  const stopping: (() => Promise<void>)[] = [];
  const inspector = (limits: Parameters<typeof createInspectorProcess>[0] = {}) => {
    const made = createInspectorProcess(limits);
    stopping.push(made.stop);
    return made;
  };
  afterAll(async () => {
    for (const stop of stopping) await stop();
  });

  test('[FI-11] a file that takes too long is too hard, and the next is looked into', async () => {
    const hasty = inspector({ withinMs: 1 });
    expect(await hasty.inspect(PNG)).toEqual({ ok: false, refusal: 'file-too-hard' });
    expect(await hasty.inspect(PNG)).toEqual({ ok: false, refusal: 'file-too-hard' });
    expect(await inspector().inspect(PNG)).toMatchObject({ ok: true, type: 'image/png', pages: 1 });
  });

  test.runIf(process.platform === 'linux')('[FI-11] a file that takes too much memory is too hard', async () => {
    expect(await inspector({ memoryBytes: 1 }).inspect(PNG)).toEqual({ ok: false, refusal: 'file-too-hard' });
  });

  test('[FI-11] what is under way ends with the house', async () => {
    const ending = inspector({ atATime: 1 });
    const looks = [ending.inspect(PNG), ending.inspect(PNG)].map((look) => expect(look).rejects.toThrow('has ended'));
    await ending.stop();
    await Promise.all(looks);
  });
});

describe('what an image claims', () => {
  const padded = (...parts: (string | number[])[]) =>
    Uint8Array.from(
      Buffer.concat([...parts.map((part) => Buffer.from(part as never, 'latin1' as never)), Buffer.alloc(16)]),
    );

  test('[FI-1] the size is read from the header of each format', () => {
    expect(claimedSize(PNG, pngSize)).toEqual({ width: 1, height: 1 });
    const frame = [0xff, 0xc2, 0, 17, 8, 0x01, 0x02, 0x03, 0x04];
    expect(claimedSize(padded([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2], frame), jpegSize)).toEqual({
      width: 0x0304,
      height: 0x0102,
    });
    const webp = (kind: string, ...rest: number[]) => padded('RIFF....WEBP', kind, rest);
    const lossy = webp('VP8 ', ...[0, 0, 0, 0], ...[0, 0, 0], ...[0x9d, 1, 0x2a], ...[0x80, 2, 0x68, 1]);
    expect(claimedSize(lossy, webpSize)).toEqual({ width: 640, height: 360 });
    const lossless = webp('VP8L', ...[0, 0, 0, 0], 0x2f, ...[0x7f, 0xc2, 0x59, 0]);
    expect(claimedSize(lossless, webpSize)).toEqual({ width: 640, height: 360 });
    const extended = webp('VP8X', ...[10, 0, 0, 0], ...[0, 0, 0, 0], ...[0x7f, 2, 0], ...[0x67, 1, 0]);
    expect(claimedSize(extended, webpSize)).toEqual({ width: 640, height: 360 });
  });

  test('[FI-1] a header that ends too early, or says nothing, claims nothing', () => {
    expect(claimedSize(PNG.slice(0, 20), pngSize)).toBeUndefined();
    expect(claimedSize(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff), jpegSize)).toBeUndefined();
    expect(claimedSize(Uint8Array.of(0xff, 0xd8, 0x00, 0x00, 0, 0), jpegSize)).toBeUndefined();
    expect(claimedSize(padded('RIFF....WEBPJUNK'), webpSize)).toBeUndefined();
  });
});

test('[FI-5] a pixel of the smaller image is the mean of those it stands for; what shines through has no colour', () => {
  const data = Uint8ClampedArray.from([...[200, 0, 0, 255], ...[100, 0, 0, 255], ...[0, 250, 0, 255], ...[9, 9, 9, 0]]);
  expect(shrink({ width: 4, height: 1, data }, 2)).toEqual({
    width: 2,
    height: 1,
    data: Uint8ClampedArray.from([...[150, 0, 0, 255], ...[0, 250, 0, 128]]),
  });
  const small = { width: 1, height: 1, data };
  expect(shrink(small, 2)).toBe(small);
});
