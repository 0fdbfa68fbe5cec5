import type { Instant, Language } from '@werkraum/protocol';
import { formatLongDateTime } from '../../i18n/format.ts';

interface Occasion {
  title: string;
  language: Language;
  startsAt?: Instant | undefined;
}

const WORDS = {
  de: {
    hello: (name: string) => `Guten Tag ${name},`,
    soon: (title: string, when: string) => `bald ist unser Workshop „${title}“${when}.`,
    when: (when: string) => ` (${when})`,
    please:
      'Vorab bitten wir Sie um einige kurze Antworten. Wenn Sie mögen, laden Sie auch einige Folien hoch. Öffnen Sie dazu bitte Ihren persönlichen Link aus der Einladung; alles wird von selbst gespeichert.',
    lost: 'Falls Sie den Link nicht mehr finden, melden Sie sich bitte: Sie bekommen dann einen neuen.',
    thanks: 'Vielen Dank, wir freuen uns auf Sie.',
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    soon: (title: string, when: string) => `our workshop “${title}”${when} is coming up.`,
    when: (when: string) => ` (${when})`,
    please:
      'Beforehand we ask you for a few short answers, and if you like for a few slides. Please open your personal link from the invitation; everything is saved by itself.',
    lost: 'If you cannot find the link any more, let us know and we send you a new one.',
    thanks: 'Thank you, we look forward to seeing you.',
  },
};

/** A friendly reminder to prepare, in the workshop's language. The personal link is in nobody's hands but the person's, so it is not in it. */
export function reminder(name: string, { title, language, startsAt }: Occasion, timeZone?: string): string {
  const words = WORDS[language];
  const when = startsAt === undefined ? '' : words.when(formatLongDateTime(startsAt, language, timeZone));
  return [words.hello(name), words.soon(title, when), words.please, words.lost, words.thanks].join('\n\n');
}
