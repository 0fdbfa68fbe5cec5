import { expect, test } from 'vitest';
import { bookletFrom } from '../../domain/booklet/document.ts';
import { forReaders } from '../../domain/booklet/readers.ts';
import type { BookletSources } from '../../domain/booklet/sources.ts';
import { bookletSample } from '../../domain/testing/booklet-sample.ts';
import { HOSTILE, hostileSources } from './corpus.ts';
import { printBooklet } from './print.ts';
import { printableText } from './printable.ts';
import { unzipped } from './testing/unzipped.ts';

const opened = async (sources: BookletSources) =>
  unzipped(await printBooklet(forReaders(bookletFrom(sources, 0)), 'docx'));

test('[BK-12] [BK-14] a Word file has real headings, table heads, a table of contents, a language and texts beside figures', async () => {
  const files = await opened(bookletSample('de'));
  const document = files.get('word/document.xml') ?? '';
  for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4'])
    expect(document).toContain(`w:val="${style}"`);
  expect(document).toContain('<w:tblHeader/>');
  expect(document).toMatch(/<w:instrText[^>]*>TOC [^<]*<\/w:instrText>/);
  expect(document).toMatch(/descr="Balkendiagramm „Wo ist das Thema bei Ihnen angesiedelt\?“/);
  expect(document).toContain(`Prüfwert ${'3f2a9c1e 77b05d64 '.repeat(4).trim()}.`);
  expect(files.get('word/styles.xml')).toContain('w:lang w:val="de-DE"');
  expect(files.get('docProps/core.xml')).toContain('Innovative Kommunen: nachhaltig und digital');
});

test('[BK-11] nothing people wrote is markup or a field in a Word file', async () => {
  const files = await opened(hostileSources(bookletSample('en')));
  const document = files.get('word/document.xml') ?? '';
  const texts = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => unescaped(text ?? ''));
  for (const said of HOSTILE.flatMap((each) => printableText(each).split('\n')).filter((each) => each !== ''))
    expect(texts.some((text) => text.includes(said))).toBe(true);
  const fields = [...document.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field);
  for (const field of fields) expect(field).toMatch(/^(TOC|PAGE|PAGEREF)\b/);
  const outside = [
    ...(files.get('word/_rels/document.xml.rels') ?? '').matchAll(/Target="([^"]*)" TargetMode="External"/g),
  ];
  expect(outside.length).toBeGreaterThan(0);
  for (const [, target] of outside) expect(target).toMatch(/^https:\/\/example\.org\//);
});

test('[BK-11] a Word file is well formed and brings no macro', async () => {
  const files = await opened(hostileSources(bookletSample('en')));
  for (const [name, text] of files) {
    expect(name).not.toMatch(/vba|ole|embed/i);
    if (!/\.(xml|rels)$/.test(name)) continue;
    expect(text).not.toMatch(/<!(DOCTYPE|ENTITY)|<script/i);
    expect(text.replaceAll(/&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, '')).not.toContain('&');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no XML may hold
    expect(text).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
  }
});

const MARKS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string): string =>
  text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, mark: string) => MARKS[mark] ?? '');
