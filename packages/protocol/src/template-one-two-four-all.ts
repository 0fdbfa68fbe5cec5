import { minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

const WORDS = {
  de: {
    purpose:
      'In kurzer Zeit kommen alle zu Wort, auch die Stillen: erst allein, dann zu zweit, dann zu viert, dann alle zusammen.',
    title: '1-2-4-Alle',
    intro: 'Die Frage',
    introTask: 'Die Frage vorstellen und klären, wie es läuft: allein, zu zweit, zu viert, alle.',
    alone: 'Allein',
    aloneTask: 'Schreiben Sie für sich auf, was Ihnen dazu einfällt. Niemand spricht.',
    pairs: { title: 'Zu zweit', topic: 'Gedanken zusammenlegen', question: 'Was ist Ihnen beiden eingefallen?' },
    pairsTask: 'Erzählen Sie einander Ihre Gedanken und bauen Sie darauf auf.',
    fours: { title: 'Zu viert', topic: 'Ähnliches und Verschiedenes', question: 'Was ist gleich, was ist anders?' },
    foursTask: 'Jede Person erzählt kurz aus ihrem Gespräch zu zweit. Entwickeln Sie weiter, was trägt.',
    bringBack: 'Der eine Gedanke, den alle hören sollen.',
    all: 'Alle',
    allTask: 'Welcher Gedanke ragte in Ihrem Gespräch heraus? Jede Gruppe nennt einen.',
  },
  en: {
    purpose:
      'Everybody has a say within a short time, the quiet ones too: first alone, then in twos, then in fours, then all together.',
    title: '1-2-4-All',
    intro: 'The question',
    introTask: 'Put the question and say how it goes: alone, in twos, in fours, all.',
    alone: 'Alone',
    aloneTask: 'Write down for yourself what comes to mind. Nobody speaks.',
    pairs: { title: 'In twos', topic: 'Putting thoughts together', question: 'What came to both your minds?' },
    pairsTask: 'Tell each other your thoughts and build on them.',
    fours: { title: 'In fours', topic: 'Alike and different', question: 'What is the same, what is different?' },
    foursTask: 'Each person tells in short what came up in the pair. Develop what holds.',
    bringBack: 'The one thought everybody should hear.',
    all: 'All',
    allTask: 'Which thought stood out in your conversation? Each group names one.',
  },
};

/** Alone, in twos, in fours, all: the original's times, plus the minute it takes to reach a table online. */
export function oneTwoFourAll(language: Language): Template {
  const words = WORDS[language];
  const fours = { instructions: words.foursTask, bringBack: words.bringBack };
  return {
    about: {
      ...{ name: words.title, purpose: words.purpose, people: { least: 8, most: 100 } },
      source:
        'Henri Lipmanowicz, Keith McCandless: The Surprising Power of Liberating Structures. Liberating Structures Press, 2013.',
    },
    plan: {
      ...{ title: words.title, language, hardEndMs: minutes(40), admission: 'automatic' },
      phases: [
        plenary('question', 'intro', words.intro, [5, 3], words.introTask),
        plenary('alone', 'plenary-reflection', words.alone, [2, 1], words.aloneTask),
        round(
          'pairs',
          words.pairs.title,
          [5, 3],
          { instructions: words.pairsTask },
          {
            ...{ topic: words.pairs.topic, question: words.pairs.question, tables: 6, groups: 'new' },
          },
        ),
        round('fours', words.fours.title, [8, 5], fours, {
          ...{ topic: words.fours.topic, question: words.fours.question, tables: 3, groups: 'new' },
        }),
        plenary('all', 'plenary-reflection', words.all, [15, 8], words.allTask),
      ],
    },
    seats: seatsFor(12),
  };
}
