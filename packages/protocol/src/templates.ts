import type { PhasePlan, TurnSettings } from './agenda.ts';
import type { SessionPlan } from './http.ts';
import type { PhaseId } from './ids.ts';
import type { Role } from './people.ts';
import type { Language } from './views.ts';

/** A plan to start from, with the seats it was made for. Names are suggestions. */
export interface Template {
  plan: SessionPlan;
  seats: readonly { name: string; role: Role }[];
}

const minutes = (count: number): number => count * 60_000;

/** Two minutes each for up to five people at a table, with time to unmute. */
const INPUTS: TurnSettings = { mode: 'fixed', slotMs: minutes(2), inputsMs: minutes(10), graceMs: 8_000 };

interface Words {
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
}

const WORDS: Record<Language, Words> = {
  de: {
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
  },
  en: {
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
  },
};

function modelPhases(words: Words): PhasePlan[] {
  const rounds = words.rounds.map(
    ({ title, topic, question }, index): PhasePlan => ({
      id: `round-${index + 1}` as PhaseId,
      kind: 'breakout-round',
      title,
      plannedMs: minutes(index === 2 ? 20 : 25),
      minMs: minutes(12),
      onTimeUp: 'hold',
      task: { instructions: words.roundTask, bringBack: words.bringBack },
      round: { topic, question, tables: 2, groups: 'new', turns: INPUTS },
    }),
  );
  return [
    plenary('intro', 'intro', words.intro, 15, 8, words.introTask),
    plenary('talk', 'input-talk', words.talk, 20, 12, words.talkTask),
    ...rounds,
    plenary('reflection', 'plenary-reflection', words.reflection, 15, 10, words.reflectionTask),
  ];
}

function plenary(
  id: string,
  kind: 'intro' | 'input-talk' | 'plenary-reflection',
  title: string,
  planned: number,
  least: number,
  instructions: string,
): PhasePlan {
  return {
    id: id as PhaseId,
    kind,
    title,
    plannedMs: minutes(planned),
    minMs: minutes(least),
    onTimeUp: 'hold',
    task: { instructions },
  };
}

/** The two-hour model workshop: introduction, input talk, three rounds at two tables, reflection; twelve people. */
export function modelWorkshop(language: Language): Template {
  const words = WORDS[language];
  const participants = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];
  return {
    plan: {
      title: words.title,
      language,
      hardEndMs: minutes(120),
      admission: 'automatic',
      phases: modelPhases(words),
    },
    seats: [
      { name: 'Frieda', role: 'facilitator' },
      { name: 'Theo', role: 'timekeeper' },
      { name: 'Salma', role: 'speaker' },
      ...participants.map((name) => ({ name, role: 'participant' as const })),
    ],
  };
}
