import { columns, minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

const WORDS = {
  de: {
    purpose:
      'Ein Team schaut auf die letzte Zeit zurück und beschließt, was es anders macht. Fünf Schritte, in denen Fakten vor Deutungen und Deutungen vor Beschlüssen kommen.',
    title: 'Retrospektive',
    stage: 'Ankommen',
    stageTask: 'Jede Person sagt ein Wort dazu, wie sie heute da ist. Worauf schauen wir zurück, und wofür?',
    data: {
      title: 'Daten sammeln',
      topic: 'Was ist geschehen?',
      question: 'Woran erinnern Sie sich: gut, schwierig, überraschend?',
    },
    dataTask: 'Jede Person erzählt zwei Minuten lang. Noch nichts deuten, niemanden unterbrechen.',
    insights: {
      title: 'Einsichten gewinnen',
      topic: 'Warum war das so?',
      question: 'Welche Muster und Ursachen sehen Sie?',
    },
    insightsTask: 'Fragen Sie nach dem Warum, nicht nach den Schuldigen.',
    bringBack: 'Zwei Einsichten, mit denen das Team etwas anfangen kann.',
    decide: 'Entscheiden, was zu tun ist',
    decideTask: 'Höchstens drei Vorhaben: was genau, wer kümmert sich, woran merken wir, dass es wirkt?',
    close: 'Abschließen',
    closeTask: 'Was war heute hilfreich, was nicht? Dank an die anderen.',
  },
  en: {
    purpose:
      'A team looks back on the last weeks and decides what to do differently. Five steps in which facts come before interpretations, and interpretations before decisions.',
    title: 'Retrospective',
    stage: 'Setting the stage',
    stageTask: 'Each person says one word about how they are here today. What do we look back on, and what for?',
    data: {
      title: 'Gathering data',
      topic: 'What happened?',
      question: 'What do you remember: good, difficult, surprising?',
    },
    dataTask: 'Each person tells for two minutes. Do not interpret yet, do not interrupt anybody.',
    insights: {
      title: 'Generating insights',
      topic: 'Why was it so?',
      question: 'Which patterns and causes do you see?',
    },
    insightsTask: 'Ask for the why, not for the culprits.',
    bringBack: 'Two insights the team can do something with.',
    decide: 'Deciding what to do',
    decideTask: 'Three things at most: what exactly, who takes care, how do we notice that it works?',
    close: 'Closing',
    closeTask: 'What was helpful today, what was not? Thanks to the others.',
  },
};

/** The five steps of a retrospective in an hour, two of them at two tables. */
export function retrospective(language: Language): Template {
  const words = WORDS[language];
  const turns = { mode: 'fixed', slotMs: minutes(2), inputsMs: minutes(8), graceMs: 8_000 } as const;
  return {
    about: {
      ...{ name: words.title, purpose: words.purpose, people: { least: 4, most: 12 } },
      source: 'Esther Derby, Diana Larsen: Agile Retrospectives. Making Good Teams Great. Pragmatic Bookshelf, 2006.',
    },
    plan: {
      ...{ title: words.title, language, hardEndMs: minutes(60), admission: 'automatic' },
      phases: [
        plenary('stage', 'intro', words.stage, [5, 3], words.stageTask),
        round(
          'data',
          words.data.title,
          [15, 10],
          { instructions: words.dataTask },
          {
            ...{ topic: words.data.topic, question: words.data.question, tables: 2, groups: 'new', turns },
            columns: columns('example', 'resource', 'obstacle'),
          },
        ),
        round(
          'insights',
          words.insights.title,
          [15, 10],
          { instructions: words.insightsTask, bringBack: words.bringBack },
          {
            ...{ topic: words.insights.topic, question: words.insights.question, tables: 2, groups: 'new' },
            columns: columns('learned', 'idea', 'question'),
          },
        ),
        plenary('decide', 'plenary-reflection', words.decide, [20, 12], words.decideTask),
        plenary('close', 'plenary-reflection', words.close, [5, 3], words.closeTask),
      ],
    },
    seats: seatsFor(8),
  };
}
