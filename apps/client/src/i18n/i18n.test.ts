import { ConnectRefusal, Farewell, PhaseKind, Rejection, Role, SessionStatus } from '@werkraum/protocol';
import { beforeAll, expect, test } from 'vitest';
import { catalogue as firstGerman } from './de.ts';
import { catalogue as firstEnglish } from './en.ts';
import { startEveryWord } from './every-word.ts';
import { chooseLanguage, translate } from './i18n.ts';
import { LATER_WORDS, laterFeatures } from './later-words.ts';

type Words = { [key: string]: string | Words };
const flat = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
const wordsLater = async (language: 'en' | 'de') =>
  Object.fromEntries(
    await Promise.all(
      laterFeatures.map(async (feature) => [feature, (await LATER_WORDS[language][feature]()).default]),
    ),
  );
const english: typeof firstEnglish & Record<string, Words> = { ...firstEnglish, ...(await wordsLater('en')) };
const german: Record<string, Words> = { ...firstGerman, ...(await wordsLater('de')) };
const features = Object.keys(english);

test.each(features)('%s: German has every English key with the same placeholders, and no other', (feature) => {
  const shape = (words: Words) => Object.fromEntries(flat(words).map(([key, text]) => [key, placeholders(text)]));
  expect(shape(german[feature] as Words)).toEqual(shape(english[feature] as Words));
});

test.each(features)('%s: no sentence is empty', (feature) => {
  for (const words of [english, german]) {
    expect(flat(words[feature] as Words).filter(([, text]) => text.trim() === '')).toEqual([]);
  }
});

test('every file of words is registered', () => {
  const files = Object.keys(import.meta.glob('./{en,de}/*.json'));
  const registered = ['de', 'en'].flatMap((language) => features.map((feature) => `./${language}/${feature}.json`));
  expect(files.sort()).toEqual(registered.sort());
});

test.each([
  ['rejection', Rejection.options],
  ['refusal', ConnectRefusal.options],
  ['farewell', Farewell.options],
] as const)('every %s has a sentence, and every sentence a code', (group, codes) => {
  expect(Object.keys(english.rejections[group]).sort()).toEqual([...codes].sort());
});

test('roles, phase kinds and states have names', () => {
  expect(Object.keys(english.common.roles).sort()).toEqual([...Role.options].sort());
  expect(Object.keys(english.common.phaseKinds).sort()).toEqual([...PhaseKind.options].sort());
  expect(Object.keys(english.common.statuses).sort()).toEqual([...SessionStatus.options, 'damaged'].sort());
});

beforeAll(startEveryWord);

test('speaks the chosen language, with plurals', async () => {
  await chooseLanguage('de');
  expect([translate('common', 'minutes', { count: 1 }), translate('common', 'minutes', { count: 5 })]).toEqual([
    '1 Minute',
    '5 Minuten',
  ]);
  expect(document.documentElement.lang).toBe('de');
  await chooseLanguage('en');
  expect(translate('rejections', 'rejection.facilitator-only')).toBe('Only the facilitator can do that.');
});
