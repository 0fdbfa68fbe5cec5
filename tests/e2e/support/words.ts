import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const FOLDER = new URL('../../../apps/client/src/i18n/', import.meta.url);
type Words = { [key: string]: string | Words };

/** Every sentence of one language, by `feature.key`. */
function sentences(language: 'en' | 'de'): Map<string, string> {
  const folder = new URL(`${language}/`, FOLDER);
  const flat = (words: Words, path: string): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}.${key}`, value]] : flat(value, `${path}.${key}`),
    );
  return new Map(
    readdirSync(folder).flatMap((file) =>
      flat(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Words, file.replace('.json', '')),
    ),
  );
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether there is anything to read beside the values: `{{kind}}…` says nothing in any language. */
const hasWords = (sentence: string): boolean => /\p{L}{2}/u.test(sentence.replaceAll(/\{\{\w+\}\}/g, ''));

/** A sentence with its `{{values}}` as a pattern for the whole of a text. */
const asPattern = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(/\{\{\w+\}\}/)
      .map(escaped)
      .join('.+')}$`,
  );

/** Finds what a German page says that is not German: the app's own English sentences, and keys without words. */
export function createGermanReader(): (page: Page) => Promise<string[]> {
  const german = sentences('de');
  const spoken = new Set(german.values());
  const english = [...sentences('en')]
    .filter(([key, sentence]) => german.get(key) !== sentence && !spoken.has(sentence) && hasWords(sentence))
    .map(([, sentence]) => asPattern(sentence));
  const keys = new Set(
    [...german.keys()].map((key) => key.slice(key.indexOf('.') + 1)).filter((key) => key.includes('.')),
  );
  return async (page) => {
    const texts = await page.evaluate(textsOfPage);
    return texts.filter((text) => keys.has(text) || /\{\{|\}\}/.test(text) || english.some((each) => each.test(text)));
  };
}

/** Every text a page shows or reads out, in the page. */
function textsOfPage(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
}
