import type { Language } from '@werkraum/protocol';
import type { BookletSources, CardSource, GroupSource, RoundSource, TableSource } from '../booklet/sources.ts';
import { AFTER, REFLECTION, ROUNDS, type Said, type SaidTable } from './booklet-sample-words.ts';

/** 23 November 2026, two in the afternoon in Dortmund. */
const BEGAN = Date.UTC(2026, 10, 23, 13, 0);
const minutes = (count: number): number => count * 60_000;

const TITLES: readonly Said[] = [
  ['Introduction', 'Einführung'],
  ['Public innovation and transformation design', 'Öffentliche Innovation und Transformationsdesign'],
  ['Round 1', 'Runde 1'],
  ['Round 2', 'Runde 2'],
  ['Round 3', 'Runde 3'],
  ['Plenary reflection', 'Reflexion im Plenum'],
];
const KINDS = [
  'intro',
  'input-talk',
  'breakout-round',
  'breakout-round',
  'breakout-round',
  'plenary-reflection',
] as const;
const PLANNED = [15, 20, 25, 25, 20, 15];
const TOOK = [14, 24, 26, 24, 19, 12];

/** The model workshop as it might have gone, with nine municipalities: for tests, pictures and the gallery. */
export function bookletSample(language: Language): BookletSources {
  const at = language === 'en' ? 0 : 1;
  const say = (said: Said): string => said[at];
  const title = ['Innovative municipalities: sustainable and digital', 'Innovative Kommunen: nachhaltig und digital'];
  return {
    ...{ title: title[at] ?? '', language, status: 'over', timeZone: 'Europe/Berlin' },
    ...{ startsAt: BEGAN, startedAt: BEGAN, endedAt: BEGAN + minutes(119), plannedMs: minutes(120) },
    phases: KINDS.map((kind, index) => ({
      ...{ id: `phase-${index}`, kind, title: say(TITLES[index] as Said), dropped: false },
      ...{ plannedMs: minutes(PLANNED[index] ?? 0), tookMs: minutes(TOOK[index] ?? 0) },
      startedAt: BEGAN + minutes(TOOK.slice(0, index).reduce((sum, took) => sum + took, 0)),
    })),
    came: { facilitator: 1, timekeeper: 1, speaker: 1, participant: 9 },
    named: PEOPLE.map(([name, role]) => ({ name, role })),
    rounds: ROUNDS.map((round, index) => roundOf(round, index, say)),
    reflection: REFLECTION.map(({ tone, title: column, cards }) =>
      groupOf('reflection', { tone, title: column, cards }, say),
    ),
    ...afterwards(say),
    record: { entries: 1482, value: '3f2a9c1e77b05d64'.repeat(4) },
  };
}

const PEOPLE: readonly (readonly [string, BookletSources['named'][number]['role']])[] = [
  ['Frieda Albrecht', 'facilitator'],
  ['Dr. Salma Haddad', 'speaker'],
  ['Ben Öztürk', 'participant'],
  ['Dora Wiśniewska', 'participant'],
  ['Emil Groß', 'participant'],
  ['Finja Petersen', 'participant'],
  ['Hakan Demir', 'participant'],
  ['Ines Vollmer-Castañeda', 'participant'],
];

type Say = (said: Said) => string;

const roundOf = ({ topic, question, tables }: (typeof ROUNDS)[number], index: number, say: Say): RoundSource => ({
  ...{ id: `round-${index + 1}`, number: index + 1, topic: say(topic), question: say(question) },
  tables: tables.map((table, place) => tableOf(table, `round-${index + 1}-${'ab'[place]}`, 'AB'[place] ?? '', say)),
});

function tableOf({ topic, groups, notes = [] }: SaidTable, id: string, name: string, say: Say): TableSource {
  return {
    ...{ id, label: name, topic: say(topic), people: name === 'A' ? 5 : 4 },
    groups: groups.map((group) => groupOf(id, group, say)),
    notes: notes.map(({ as, text }, index) => ({ part: `p${index}` as never, as, runs: [{ text: say(text) }] })),
  };
}

type SaidGroup = SaidTable['groups'][number];

const groupOf = (prefix: string, { tone, title, cards }: SaidGroup, say: Say): GroupSource => ({
  ...{ id: `${prefix}-${tone}`, title: say(title), tone },
  cards: cards.map(
    ({ text, tags = [], votes = 0 }, index): CardSource => ({
      ...{ id: `${prefix}-${tone}-${index}`, text: say(text), tags: tags.map(say), votes },
    }),
  ),
});

function afterwards(say: Say): Pick<BookletSources, 'questions' | 'polls' | 'openPoints' | 'references' | 'survey'> {
  const { questions, polls, openPoints, references, survey } = AFTER;
  const chart = ({ title, bars }: (typeof polls)[number], index: number) => ({
    ...{ id: `chart-${index}`, title: say(title), bars: bars.map(([said, count]) => ({ label: say(said), count })) },
    answers: bars.reduce((sum, [, count]) => sum + count, 0),
  });
  return {
    questions: questions.map(({ text, ...rest }, index) => ({ id: `q${index}`, text: say(text), ...rest })),
    polls: polls.map(chart),
    openPoints: openPoints.map(({ text, ...rest }, index) => ({ id: `o${index}`, text: say(text), ...rest })),
    references: references.map(({ title, ...rest }, index) => ({ id: `r${index}`, title: say(title), ...rest })),
    survey: {
      answers: 8,
      charts: survey.charts.map(chart),
      open: survey.open.map(({ title, texts }, index) => ({
        ...{ id: `open-${index}`, title: say(title) },
        texts: texts.map((text, number) => ({ id: `${index}-${number}`, text: say(text) })),
      })),
    },
  };
}
