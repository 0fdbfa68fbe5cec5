import type { Language } from '@werkraum/protocol';

/** The words of one feature as they are written down: sentences, in groups. */
export type Words = { readonly [key: string]: string | Words };
export type Values = Readonly<Record<string, string | number>>;

/** Says a sentence by its key (`roles.speaker`). With a `count`, `<key>_one` and `<key>_other` are its forms. */
export type Say = (key: string, values?: Values) => string;

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Everything one feature has to say in one language. `{{name}}` stands for a value; which form a `count` takes is the
 * language's own rule (CLDR), except that `<key>_zero` is for nothing at all. A key without a sentence says itself.
 */
export function phrases(words: Words, language: Language): Say {
  const sentences = new Map(flat(words));
  const forms = new Intl.PluralRules(language);
  const find = (key: string, count: unknown): string => {
    if (typeof count !== 'number') return sentences.get(key) ?? key;
    const none = count === 0 ? sentences.get(`${key}_zero`) : undefined;
    return none ?? sentences.get(`${key}_${forms.select(count)}`) ?? sentences.get(key) ?? key;
  };
  return (key, values) => {
    const sentence = find(key, values?.count);
    return values ? sentence.replace(PLACE, (_, name: string) => String(values[name] ?? '')) : sentence;
  };
}

const flat = (words: Words, path = ''): [key: string, sentence: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
