import type { Language } from '@werkraum/protocol';
import { useMemo } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../ui/memory.ts';
import { useStore } from '../ui/use-store.ts';
import type { catalogue as english } from './en.ts';
import { phrases, type Say, type Values, type Words } from './phrases.ts';

type Catalogue = typeof english;
export type Feature = keyof Catalogue;

// `tables_one` and `tables_other` are one key, `tables`, asked for with a `count`.
type Plain<Key extends string> = Key extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : Key;
type Keys<Words, Path extends string = ''> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? `${Path}${Plain<Key>}`
    : Keys<Words[Key], `${Path}${Key}.`>;
}[keyof Words & string];

/** A key of one feature's English file. */
export type Key<F extends Feature> = Keys<Catalogue[F]>;
export type Translate<F extends Feature> = (key: Key<F>, values?: Values) => string;

export const languages: readonly Language[] = ['en', 'de'];

const spoken = createStore<{ language: Language }>(() => ({ language: 'en' }));
const heard = new Map<string, Say>();
const loaders: Record<Language, () => Promise<{ catalogue: Record<Feature, Words> }>> = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
};

/** Makes the words ready before the first page is drawn: the address's `?lang=`, then the last choice, then the browser. */
export async function startLanguage(): Promise<void> {
  await speak(askedLanguage() ?? fromBrowser());
}

/** The language this person chose, here or in the address. */
const askedLanguage = (): Language | undefined => {
  const asked = new URLSearchParams(location.search).get('lang') ?? recall('local', 'language');
  return languages.find((language) => language === asked);
};

const fromBrowser = (): Language =>
  navigator.languages.map((tag) => languages.find((language) => tag.startsWith(language))).find(Boolean) ?? 'en';

/** Switches to a language and remembers the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember('local', 'language', language);
  await speak(language);
}

/** Switches to the workshop's language unless the person has chosen one. */
export async function suggestLanguage(language: Language): Promise<void> {
  if (askedLanguage() === undefined) await speak(language);
}

async function speak(language: Language): Promise<void> {
  const { catalogue } = await loaders[language]();
  for (const [feature, words] of Object.entries(catalogue)) {
    heard.set(`${language}/${feature}`, phrases(words, language));
  }
  document.documentElement.lang = language;
  spoken.setState({ language });
}

const languageOf = ({ language }: { language: Language }): Language => language;

/** The language spoken now. */
export const currentLanguage = (): Language => spoken.getState().language;

/** The language spoken now; the component is drawn anew when it changes. */
export const useLanguage = (): Language => useStore(spoken, languageOf);

/** One feature's words in the language spoken now. */
export function useT<F extends Feature>(feature: F): Translate<F> {
  const language = useLanguage();
  return useMemo(() => translator(feature, language), [feature, language]);
}

/** One sentence outside of a component. */
export const translate = <F extends Feature>(feature: F, key: Key<F>, values?: Values): string =>
  translator(feature, currentLanguage())(key, values);

function translator<F extends Feature>(feature: F, language: Language): Translate<F> {
  return heard.get(`${language}/${feature}`) ?? ((key) => key);
}
