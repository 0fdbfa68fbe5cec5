import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CompileFormatEnum, createTypstCompiler, type TypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { loadFonts } from '@myriaddreamin/typst.ts/options.init';
import type { Booklet } from '@werkraum/protocol';
import { pictureOf } from './figures.ts';
import { readFonts } from './fonts.ts';
import { COLOURS, FAMILIES, TONES } from './look.ts';

const WASM = '@myriaddreamin/typst-ts-web-compiler/wasm';
const TEMPLATE = new URL('./booklet.typ', import.meta.url);

let compiler: Promise<TypstCompiler> | undefined;

/**
 * A booklet as tagged PDF, set by Typst. Texts reach the template as a JSON file and are never part of its source, so
 * nothing in them is read as markup or code [BK-11]; the compiler has no file system and no network.
 */
export async function pdfOf(booklet: Booklet): Promise<Uint8Array> {
  compiler ??= makeCompiler();
  const typst = await compiler;
  typst.resetShadow();
  typst.addSource('/main.typ', await readFile(TEMPLATE, 'utf8'));
  const file = (path: string, text: string) => typst.mapShadow(path, new TextEncoder().encode(text));
  const look = { colours: COLOURS, families: FAMILIES, tones: TONES };
  file('/booklet.json', JSON.stringify({ ...softened(booklet), look }));
  for (const { blocks } of booklet.sections)
    for (const block of blocks)
      if (block.kind === 'figure' || block.kind === 'chart') file(`/${block.id}.svg`, pictureOf(block));
  const { result, diagnostics } = await typst.compile({
    ...{ mainFilePath: '/main.typ', format: CompileFormatEnum.pdf, diagnostics: 'unix' },
  });
  if (!result) throw new Error(`the booklet could not be set: ${JSON.stringify(diagnostics)}`);
  return result;
}

async function makeCompiler(): Promise<TypstCompiler> {
  const made = createTypstCompiler();
  const [fonts, wasm] = await Promise.all([readFonts(), readFile(fileURLToPath(import.meta.resolve(WASM)))]);
  await made.init({ getModule: () => ({ module_or_path: wasm }), beforeBuild: [loadFonts(fonts, { assets: false })] });
  return made;
}

/** Words longer than a line may be broken anywhere: a space of no width after every twelfth letter. */
const soft = (text: string): string =>
  text.replaceAll(/[^\s\u200b]{30,}/gu, (word) => word.replaceAll(/.{12}/gu, '$&\u200b'));

/** What is looked up or followed, and not set. */
const UNSET: ReadonlySet<string> = new Set(['href', 'id', 'alt', 'part', 'kind', 'tone', 'language']);

const softened = (booklet: Booklet): Booklet =>
  JSON.parse(
    JSON.stringify(booklet, (key, value) => (typeof value === 'string' && !UNSET.has(key) ? soft(value) : value)),
  );
