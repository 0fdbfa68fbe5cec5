import { expect, test } from 'vitest';
import { bookletFrom } from '../../domain/booklet/document.ts';
import { forReaders } from '../../domain/booklet/readers.ts';
import type { BookletSources } from '../../domain/booklet/sources.ts';
import { bookletSample } from '../../domain/testing/booklet-sample.ts';
import { HOSTILE, hostileSources } from './corpus.ts';
import { printBooklet } from './print.ts';
import { readPdf } from './testing/read-pdf.ts';

const opened = async (sources: BookletSources) =>
  readPdf(await printBooklet(forReaders(bookletFrom(sources, 0)), 'pdf'));

test('[BK-12] a PDF is tagged, and carries title, language and an outline', async () => {
  const { document, source } = await opened(bookletSample('de'));
  expect(source).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  expect(info).toMatchObject({ Title: 'Innovative Kommunen: nachhaltig und digital', Language: 'de' });
  expect((await document.getOutline()).map(({ title }) => title)).toContain('Ergebnisse der Tische');
  expect(source).toContain('/StructTreeRoot');
});

test('[BK-12] headings, tables and figures are told as what they are, with a text beside each figure', async () => {
  const { pages } = await opened(bookletSample('en'));
  const trees = JSON.stringify(await Promise.all(pages.map((page) => page.getStructTree())));
  for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure'])
    expect(trees).toContain(`"role":"${role}"`);
  expect(trees).toContain('Topics (5) and themes (8) as bands.');
  expect(trees).toContain('Bar chart “Where does the topic belong at your place?”');
});

test('[BK-14] the check value of the record stands on paper as the house has it', async () => {
  const { text } = await opened(bookletSample('en'));
  expect(text.replaceAll(/\s+/g, '')).toContain(`1482entries,checkvalue${'3f2a9c1e77b05d64'.repeat(4)}.`);
});

test('[BK-11] nothing people wrote is evaluated in a PDF: it stands there as it was written', async () => {
  const { text, links } = await opened(hostileSources(bookletSample('en')));
  const packed = (said: string) => said.replaceAll(/[\s\u200b\u00ad-]+/g, '');
  const all = packed(text);
  for (const said of HOSTILE.filter((each) => /^[\x20-\x7e\n]+$/.test(each) && each.length < 200))
    expect(all).toContain(packed(said));
  expect(links.length).toBeGreaterThan(0);
  for (const target of links) expect(target).toMatch(/^https:\/\/example\.org\//);
});

test('[BK-11] a PDF holds no script, no form and no file', async () => {
  const { source, document } = await opened(hostileSources(bookletSample('en')));
  expect(source).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|AcroForm|OpenAction|AA)\b/);
  expect(await document.getJSActions()).toBeNull();
  expect(await document.getAttachments()).toBeNull();
});
