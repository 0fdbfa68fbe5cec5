import { minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

const WORDS = {
  de: {
    name: 'Conversation Café',
    purpose:
      'Ruhige Gespräche über Schwieriges: Ein Redegegenstand geht reihum, alle haben gleich viel Zeit, und erst dann wird frei gesprochen.',
    title: 'Conversation Café',
    intro: 'Willkommen und Vereinbarungen',
    introTask: 'Offen sein, zuhören, neugierig bleiben, sich kurz fassen. Worüber sprechen wir heute?',
    topic: 'Unser Thema',
    first: { title: 'Erste Runde', question: 'Was bewegt Sie an diesem Thema?' },
    second: { title: 'Zweite Runde', question: 'Was denken Sie jetzt, nachdem Sie die anderen gehört haben?' },
    open: { title: 'Freies Gespräch', question: 'Was möchten Sie gemeinsam besser verstehen?' },
    last: { title: 'Letzte Runde', question: 'Was nehmen Sie aus diesem Gespräch mit?' },
    roundTask: 'Reihum, eine Minute für jede Person. Niemand unterbricht; wer nichts sagen will, gibt weiter.',
    openTask: 'Sprechen Sie frei miteinander. Wird es unruhig, geht das Wort wieder reihum.',
    bringBack: 'Ein Gedanke, der allen am Tisch etwas sagt.',
    close: 'Alle zusammen',
    closeTask: 'Jeder Tisch teilt einen Gedanken. Keine Diskussion, nur zuhören.',
  },
  en: {
    name: 'Conversation café',
    purpose:
      'Calm conversations about difficult things: a talking object goes round, everybody has the same time, and only then people talk freely.',
    title: 'Conversation café',
    intro: 'Welcome and agreements',
    introTask: 'Be open, listen, stay curious, keep it short. What do we talk about today?',
    topic: 'Our topic',
    first: { title: 'First circle', question: 'What moves you about this topic?' },
    second: { title: 'Second circle', question: 'What do you think now, having heard the others?' },
    open: { title: 'Open conversation', question: 'What would you like to understand better together?' },
    last: { title: 'Last circle', question: 'What do you take along from this conversation?' },
    roundTask: 'Round the table, one minute each. Nobody interrupts; who does not want to speak passes.',
    openTask: 'Talk freely. If it gets restless, the word goes round again.',
    bringBack: 'One thought that means something to everybody at the table.',
    close: 'Everybody',
    closeTask: 'Each table shares one thought. No discussion, just listening.',
  },
};

/** Two circles with a talking object, an open conversation and a last circle, at the same table of six throughout. */
export function conversationCafe(language: Language): Template {
  const words = WORDS[language];
  const turns = { mode: 'fixed', slotMs: minutes(1), inputsMs: minutes(7), graceMs: 5_000 } as const;
  const circle = (id: 'first' | 'second' | 'last', groups: 'new' | 'same') =>
    round(
      id,
      words[id].title,
      [10, 8],
      { instructions: words.roundTask },
      {
        ...{ topic: words.topic, question: words[id].question, tables: 3, groups, turns },
      },
    );
  return {
    about: {
      ...{ name: words.name, purpose: words.purpose, people: { least: 5, most: 60 } },
      source: 'Vicki Robin, Susan Partnow, Habib Rose: Conversation Café, Seattle, since 2001.',
    },
    plan: {
      ...{ title: words.title, language, hardEndMs: minutes(75), admission: 'automatic' },
      phases: [
        plenary('intro', 'intro', words.intro, [10, 5], words.introTask),
        circle('first', 'new'),
        circle('second', 'same'),
        round(
          'open',
          words.open.title,
          [25, 15],
          { instructions: words.openTask, bringBack: words.bringBack },
          {
            ...{ topic: words.topic, question: words.open.question, tables: 3, groups: 'same' },
          },
        ),
        circle('last', 'same'),
        plenary('close', 'plenary-reflection', words.close, [10, 5], words.closeTask),
      ],
    },
    seats: seatsFor(18),
  };
}
