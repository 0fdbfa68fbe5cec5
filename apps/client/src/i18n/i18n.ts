import type { Language } from '@werkraum/protocol';
import i18next from 'i18next';
import { useMemo } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../ui/memory.ts';
import { useStore } from '../ui/use-store.ts';
import type { catalogue as english } from './en.ts';
import { LATER_WORDS, type LaterFeature } from './later-words.ts';

type Later = { [F in LaterFeature]: Awaited<ReturnType<(typeof LATER_WORDS.en)[F]>>['default'] };
type Catalogue = typeof english & Later;
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
export type Values = Readonly<Record<string, string | number>>;
export type Translate<F extends Feature> = (key: Key<F>, values?: Values) => string;

export const languages: readonly Language[] = ['en', 'de'];

const spoken = createStore<{ language: Language }>(() => ({ language: 'en' }));
const loaders: Record<Language, () => Promise<{ catalogue: Record<string, object> }>> = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
};

/** Makes the words ready before the first page is drawn: the address's `?lang=`, then the last choice, then the browser. */
export async function startLanguage(): Promise<void> {
  await i18next.init({
    lng: 'en',
    resources: {},
    interpolation: { escapeValue: false }, // the view escapes
    returnNull: false,
  });
  await speak(askedLanguage() ?? fromBrowser());
  started.resolve();
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

const asked = new Set<LaterFeature>();
const started = Promise.withResolvers<void>();

/** Makes the words of parts that come later ready, in the language spoken now and in every one that is chosen after it. */
export async function fetchWords(features: readonly LaterFeature[]): Promise<void> {
  for (const feature of features) asked.add(feature);
  await started.promise;
  await addLater(currentLanguage());
}

async function addLater(language: Language): Promise<void> {
  const missing = [...asked].filter((feature) => !i18next.hasResourceBundle(language, feature));
  const add = async (feature: LaterFeature) => {
    const { default: words } = await LATER_WORDS[language][feature]();
    i18next.addResourceBundle(language, feature, words);
  };
  await Promise.all(missing.map(add));
}

async function speak(language: Language): Promise<void> {
  const [{ catalogue }] = await Promise.all([loaders[language](), addLater(language)]);
  for (const [feature, words] of Object.entries(catalogue)) i18next.addResourceBundle(language, feature, words);
  await i18next.changeLanguage(language);
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
  // The keys are typed here, by our own files; the library's own key types add nothing but compile time.
  const t = i18next.getFixedT(language, feature) as (key: string, values: Values) => string;
  return (key, values = {}) => t(key, values);
}
