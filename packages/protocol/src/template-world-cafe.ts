import { minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

const WORDS = {
  de: {
    name: 'World Café',
    purpose:
      'Viele Menschen denken gemeinsam über eine Frage nach, die sie alle angeht. In jeder Runde mischen sich die Tische neu, und die Gedanken wandern mit.',
    title: 'World Café',
    welcome: 'Willkommen im Café',
    welcomeTask:
      'Worum es geht, wie ein Café läuft: zuhören, die eigene Sicht beitragen, Gedanken verbinden, auf Muster achten.',
    rounds: [
      {
        title: 'Runde 1',
        topic: 'Ankommen bei der Frage',
        question: 'Was beschäftigt Sie an unserer Frage am meisten?',
      },
      {
        ...{ title: 'Runde 2', topic: 'Gedanken verbinden' },
        question: 'Was bringen Sie aus der ersten Runde mit, und was ergibt sich daraus?',
      },
      {
        ...{ title: 'Runde 3', topic: 'Was daraus werden kann' },
        question: 'Was zeichnet sich ab, und welcher nächste Schritt lohnt sich?',
      },
    ],
    roundTask:
      'Eine Person bleibt als Gastgeberin am Tisch und erzählt den Neuen kurz, worüber gesprochen wurde. Alle anderen gehen weiter.',
    bringBack: 'Ein Gedanke, der an Ihrem Tisch wichtig geworden ist.',
    harvest: 'Ernte',
    harvestTask: 'Jeder Tisch nennt einen Gedanken. Was wiederholt sich? Was überrascht? Was nehmen wir uns vor?',
  },
  en: {
    name: 'World café',
    purpose:
      'Many people think together about one question that matters to all of them. Tables mix anew in every round, and the ideas travel along.',
    title: 'World café',
    welcome: 'Welcome to the café',
    welcomeTask:
      'What this is about, how a café works: listen, offer your own view, connect ideas, look out for patterns.',
    rounds: [
      { title: 'Round 1', topic: 'Arriving at the question', question: 'What moves you most about our question?' },
      {
        ...{ title: 'Round 2', topic: 'Connecting ideas' },
        question: 'What do you bring along from the first round, and what grows out of it?',
      },
      {
        ...{ title: 'Round 3', topic: 'What can become of it' },
        question: 'What is taking shape, and which next step is worth taking?',
      },
    ],
    roundTask: 'One person stays as host and tells the new ones in short what was said. Everybody else moves on.',
    bringBack: 'One thought that became important at your table.',
    harvest: 'Harvest',
    harvestTask: 'Each table names one thought. What comes up again? What surprises? What do we resolve to do?',
  },
};

/** Three rounds of twenty minutes at mixed tables of four, then a harvest with everybody. */
export function worldCafe(language: Language): Template {
  const words = WORDS[language];
  const task = { instructions: words.roundTask, bringBack: words.bringBack };
  const rounds = words.rounds.map(({ title, topic, question }, index) =>
    round(`round-${index + 1}`, title, [20, 12], task, { topic, question, tables: 5, groups: 'new' }),
  );
  return {
    about: {
      ...{ name: words.name, purpose: words.purpose, people: { least: 12, most: 60 } },
      source:
        'Juanita Brown, David Isaacs: The World Café. Shaping Our Futures Through Conversations That Matter. Berrett-Koehler, 2005.',
    },
    plan: {
      ...{ title: words.title, language, hardEndMs: minutes(90), admission: 'automatic' },
      phases: [
        plenary('welcome', 'intro', words.welcome, [10, 5], words.welcomeTask),
        ...rounds,
        plenary('harvest', 'plenary-reflection', words.harvest, [20, 12], words.harvestTask),
      ],
    },
    seats: seatsFor(20),
  };
}
