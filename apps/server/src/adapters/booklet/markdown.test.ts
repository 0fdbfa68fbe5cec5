import { expect, test } from 'vitest';
import { bookletFrom } from '../../domain/booklet/document.ts';
import { forReaders } from '../../domain/booklet/readers.ts';
import { bookletSample } from '../../domain/testing/booklet-sample.ts';
import { HOSTILE, hostileSources } from './corpus.ts';
import { escaped, markdownOf } from './markdown.ts';

const sample = (language: 'de' | 'en') =>
  markdownOf(forReaders(bookletFrom(bookletSample(language), Date.UTC(2026, 10, 25))));

test('[BK-11] the sample as Markdown, in both languages', async () => {
  await expect(sample('en')).toMatchFileSnapshot('./snapshots/booklet-en.md');
  await expect(sample('de')).toMatchFileSnapshot('./snapshots/booklet-de.md');
});

test('the gallery of the page shows the same sample', async () => {
  const folder = '../../../../client/src/features/booklet';
  for (const language of ['en', 'de'] as const) {
    const made = forReaders(bookletFrom(bookletSample(language), Date.UTC(2026, 10, 25)));
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(`${folder}/sample-${language}.json`);
  }
});

test('[BK-11] nothing people wrote is markup in Markdown', () => {
  const said = markdownOf(forReaders(bookletFrom(hostileSources(bookletSample('en')), 0)));
  // Without escaped marks, no tag, link, picture, code, formula or entity of theirs is left.
  const bare = said.replaceAll(/\\[!-/:-@[-`{-~]/g, '').replaceAll('(<https://example.org/?a=")]}#x>)', '');
  expect(bare).not.toMatch(/<[a-z!?/]|\]\(|`|\$|&[a-z#]|:\/\//i);
  for (const line of said.split('\n')) expect(line).not.toMatch(/^\s*(\+|=|\d+[.)] one|# Heading|> quote|\*\*\*$)/);
});

test('[BK-11] a text is the same again once backslashes are taken out', () => {
  for (const text of HOSTILE)
    expect(escaped(text).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.replaceAll(/\s*\n\s*/g, ' '));
});
