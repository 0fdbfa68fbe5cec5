import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { BookletBlock } from '@werkraum/protocol';
import { drawingOf, pictureOf } from './figures.ts';
import { readFonts } from './fonts.ts';
import { FAMILIES } from './look.ts';

/** A picture of points for a program that draws no shapes; sizes in CSS pixels, twice as many points each way. */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
}

let ready: Promise<Uint8Array[]> | undefined;

/** A figure or a chart as a picture. */
export async function paintingOf(block: Extract<BookletBlock, { kind: 'figure' | 'chart' }>): Promise<Picture> {
  ready ??= prepare();
  const fontBuffers = await ready;
  const { width, height } = drawingOf(block);
  const painter = new Resvg(pictureOf(block), {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: FAMILIES[0] },
  });
  const image = painter.render();
  const png = image.asPng();
  image.free();
  painter.free();
  return { png, width, height };
}

async function prepare(): Promise<Uint8Array[]> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await initWasm(new Uint8Array(wasm));
  return readFonts();
}
