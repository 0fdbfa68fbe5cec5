import type { PhasePlan, TurnSettings } from './agenda.ts';
import type { QuestionId } from './ids.ts';
import type { PrepQuestion } from './prep.ts';
import { columns, minutes, plenary, round, seatsFor, type Template } from './template.ts';
import type { Language } from './views.ts';

/** Two minutes each for up to five people at a table, with time to unmute. */
const INPUTS: TurnSettings = { mode: 'fixed', slotMs: minutes(2), inputsMs: minutes(10), graceMs: 8_000 };

interface Words {
  name: string;
  purpose: string;
  source: string;
  title: string;
  intro: string;
  introTask: string;
  talk: string;
  talkTask: string;
  rounds: readonly { title: string; topic: string; question: string }[];
  roundTask: string;
  bringBack: string;
  reflection: string;
  reflectionTask: string;
  questions: readonly Asked[];
}

/** A question before it has an id. */
type Asked = PrepQuestion extends infer Kind ? (Kind extends PrepQuestion ? Omit<Kind, 'id'> : never) : never;

const WORDS: Record<Language, Words> = {
  de: {
    name: 'Muster-Workshop',
    purpose:
      'Menschen mit derselben Aufgabe aus verschiedenen Häusern lernen voneinander: ein Vortrag, drei Tischrunden mit gleich langen Beiträgen, gemeinsame Ergebnisse.',
    source: 'Nach einem zweistündigen Online-Workshop einer Universität mit neun Kommunen.',
    title: 'Innovative Kommunen: nachhaltig und digital',
    intro: 'Einführung',
    introTask: 'Ankommen, einander vorstellen, Ziele und Ablauf klären.',
    talk: 'Impulsvortrag',
    talkTask: 'Öffentliche Innovation und Transformation: wie Nachhaltigkeitsziele und Digitalisierung zusammenhängen.',
    rounds: [
      {
        title: 'Runde 1',
        topic: 'Strategien, Strukturen, Prozesse',
        question: 'Wie verbinden Sie Nachhaltigkeit und Digitalisierung in Ihrer Verwaltung, und wer trägt das?',
      },
      {
        title: 'Runde 2',
        topic: 'Instrumente, Produkte, Dienste',
        question: 'Welche Werkzeuge und Angebote haben sich bewährt, und was fehlt Ihnen?',
      },
      {
        title: 'Runde 3',
        topic: 'Beteiligung',
        question: 'Wen beziehen Sie in Ihrem Arbeitsfeld ein, auf welche Weise, und wo hakt es?',
      },
    ],
    roundTask:
      'Zuerst gibt jede Person einen kurzen Beitrag aus ihrer Vorbereitung. Danach sprechen Sie frei miteinander.',
    bringBack: 'Zwei Erkenntnisse und eine offene Frage für das Plenum.',
    reflection: 'Reflexion im Plenum',
    reflectionTask: 'Ergebnisse der Gruppen zusammentragen. Was behalten, was ändern, was haben wir gelernt?',
    questions: [
      { kind: 'text', prompt: 'Wofür sind Sie in Ihrer Kommune zuständig, und wo ist Ihre Stelle angesiedelt?' },
      { kind: 'text', prompt: 'In welchem Vorhaben kommen Nachhaltigkeit und Digitalisierung bei Ihnen zusammen?' },
      {
        kind: 'choice',
        prompt: 'Wer bringt das Thema bei Ihnen voran?',
        options: ['Die Verwaltungsspitze', 'Eine Stabsstelle', 'Ein Fachamt', 'Menschen von außen', 'Niemand so recht'],
      },
      { kind: 'text', prompt: 'Welches Werkzeug oder Angebot hat Ihnen dabei geholfen, und welches fehlt?' },
      { kind: 'text', prompt: 'Wen beziehen Sie ein, und wo hakt es?' },
      {
        ...{ kind: 'scale', prompt: 'Wie gut arbeiten beide Bereiche bei Ihnen heute zusammen?', from: 1, to: 5 },
        labels: { from: 'kaum', to: 'ganz selbstverständlich' },
      },
    ],
  },
  en: {
    name: 'Model workshop',
    purpose:
      'People with the same task in different places learn from each other: an input talk, three rounds at tables with inputs of equal length, joint results.',
    source: 'After a two-hour online workshop of a university with nine municipalities.',
    title: 'Innovative municipalities: sustainable and digital',
    intro: 'Introduction',
    introTask: 'Arrive, meet each other, agree on goals and programme.',
    talk: 'Input talk',
    talkTask: 'Public innovation and transformation: how sustainability goals and digitisation belong together.',
    rounds: [
      {
        title: 'Round 1',
        topic: 'Strategies, structures, processes',
        question: 'How do you connect sustainability and digitisation in your administration, and who carries it?',
      },
      {
        title: 'Round 2',
        topic: 'Instruments, products and services',
        question: 'Which tools and services have proved themselves, and what is missing?',
      },
      {
        title: 'Round 3',
        topic: 'Stakeholder integration',
        question: 'Whom do you involve in your field of work, in which way, and where does it get stuck?',
      },
    ],
    roundTask: 'First everybody gives a short input from what they prepared. Then the table talks freely.',
    bringBack: 'Two insights and one open question for the plenary.',
    reflection: 'Plenary reflection',
    reflectionTask: 'Put the results of the groups together. What to keep, what to change, what have we learned?',
    questions: [
      { kind: 'text', prompt: 'What are you responsible for in your municipality, and where does your office belong?' },
      { kind: 'text', prompt: 'In which project do sustainability and digitisation come together at your place?' },
      {
        kind: 'choice',
        prompt: 'Who drives the topic at your place?',
        options: [
          'The head of administration',
          'A staff unit',
          'One department',
          'People from outside',
          'Nobody really',
        ],
      },
      { kind: 'text', prompt: 'Which tool or service has helped you with it, and which is missing?' },
      { kind: 'text', prompt: 'Whom do you involve, and where does it get stuck?' },
      {
        ...{ kind: 'scale', prompt: 'How well do both fields work together at your place today?', from: 1, to: 5 },
        labels: { from: 'hardly', to: 'as a matter of course' },
      },
    ],
  },
};

function modelPhases(words: Words): PhasePlan[] {
  const task = { instructions: words.roundTask, bringBack: words.bringBack };
  const rounds = words.rounds.map(({ title, topic, question }, index) =>
    round(`round-${index + 1}`, title, [index === 2 ? 20 : 25, 12], task, {
      ...{ topic, question, tables: 2, groups: 'new', turns: INPUTS },
      columns: columns('idea', 'example', 'obstacle', 'sdg'),
    }),
  );
  return [
    plenary('intro', 'intro', words.intro, [15, 8], words.introTask),
    plenary('talk', 'input-talk', words.talk, [20, 12], words.talkTask),
    ...rounds,
    plenary('reflection', 'plenary-reflection', words.reflection, [15, 10], words.reflectionTask),
  ];
}

/** The two-hour model workshop: introduction, input talk, three rounds at two tables, reflection; twelve people. */
export function modelWorkshop(language: Language): Template {
  const words = WORDS[language];
  const { name, title, purpose, source, questions } = words;
  return {
    about: { name, purpose, people: { least: 6, most: 12 }, source },
    plan: {
      ...{ title, language, hardEndMs: minutes(120), admission: 'automatic' },
      phases: modelPhases(words),
      questions: questions.map((question, index) => ({ id: `question-${index + 1}` as QuestionId, ...question })),
    },
    seats: seatsFor(9, { name: 'Theo', role: 'timekeeper' }, { name: 'Salma', role: 'speaker' }),
  };
}
