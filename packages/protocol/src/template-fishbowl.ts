import { minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

const WORDS = {
  de: {
    name: 'Fishbowl mit Tischen',
    purpose:
      'Menschen mit Erfahrung sprechen miteinander statt zum Saal. Vorher sammeln die Tische Fragen, und wer mitreden will, kommt dazu.',
    title: 'Fishbowl',
    intro: 'Einführung',
    introTask: 'Thema und Gäste vorstellen; erklären, wie man in den inneren Kreis kommt.',
    talk: 'Drei kurze Impulse',
    talkTask: 'Jeder Gast erzählt einige Minuten lang von einer eigenen Erfahrung. Noch keine Diskussion.',
    tables: 'Fragen sammeln',
    topic: 'Was wir wissen wollen',
    question: 'Was möchten Sie von den Gästen wirklich wissen?',
    tablesTask: 'Zuerst sagt jede Person in einer Minute, was sie bewegt. Dann einigen Sie sich auf Fragen.',
    bringBack: 'Zwei Fragen an den inneren Kreis, und wer sie stellt.',
    bowl: 'Fishbowl',
    bowlTask:
      'Die Gäste sprechen miteinander, alle anderen hören zu. Ein Platz ist frei: Wer mitreden will, meldet sich, bekommt das Wort und geht danach wieder.',
    close: 'Abschluss',
    closeTask: 'Was nehmen Sie mit? Ein Satz von jeder Person, die möchte.',
  },
  en: {
    name: 'Fishbowl with tables',
    purpose:
      'People with experience talk to each other instead of to the audience. Tables collect questions beforehand, and who wants to join in does.',
    title: 'Fishbowl',
    intro: 'Introduction',
    introTask: 'Present the topic and the guests; say how one gets into the inner circle.',
    talk: 'Three short impulses',
    talkTask: 'Each guest tells of an experience of their own for a few minutes. No discussion yet.',
    tables: 'Collecting questions',
    topic: 'What we want to know',
    question: 'What would you really like to know from the guests?',
    tablesTask: 'First each person says in a minute what moves them. Then agree on questions.',
    bringBack: 'Two questions for the inner circle, and who puts them.',
    bowl: 'Fishbowl',
    bowlTask:
      'The guests talk to each other, everybody else listens. One chair is free: who wants to join raises a hand, gets the word, and leaves again afterwards.',
    close: 'Closing',
    closeTask: 'What do you take along? One sentence from everybody who likes.',
  },
};

/** Short impulses, tables that collect questions, and a conversation in an inner circle with a free chair. */
export function fishbowl(language: Language): Template {
  const words = WORDS[language];
  const task = { instructions: words.tablesTask, bringBack: words.bringBack };
  const turns = { mode: 'fixed', slotMs: minutes(1), inputsMs: minutes(5), graceMs: 8_000 } as const;
  return {
    about: {
      ...{ name: words.name, purpose: words.purpose, people: { least: 12, most: 80 } },
      source:
        'Henri Lipmanowicz, Keith McCandless: The Surprising Power of Liberating Structures (“User Experience Fishbowl”). Liberating Structures Press, 2013.',
    },
    plan: {
      ...{ title: words.title, language, hardEndMs: minutes(90), admission: 'automatic' },
      phases: [
        plenary('intro', 'intro', words.intro, [10, 5], words.introTask),
        plenary('talk', 'input-talk', words.talk, [15, 10], words.talkTask),
        round('questions', words.tables, [20, 12], task, {
          ...{ topic: words.topic, question: words.question, tables: 4, groups: 'new', turns },
        }),
        plenary('bowl', 'plenary-reflection', words.bowl, [35, 20], words.bowlTask),
        plenary('close', 'plenary-reflection', words.close, [10, 5], words.closeTask),
      ],
    },
    seats: seatsFor(
      16,
      { name: 'Salma', role: 'speaker' },
      { name: 'Simon', role: 'speaker' },
      { name: 'Stella', role: 'speaker' },
    ),
  };
}
