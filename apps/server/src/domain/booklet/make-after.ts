import type { BookletBlock } from '@werkraum/protocol';
import { cardGroups } from './make-results.ts';
import { type Making, part } from './making.ts';
import { blockId } from './sections.ts';
import type { ChartSource, OpenAnswersSource } from './sources.ts';
import type { SectionName } from './words.ts';

/** What stands behind the results: reflection, questions, polls, open points, references, survey. */
export const makeAfter = (making: Making): (readonly [SectionName, readonly BookletBlock[]])[] => [
  ['reflection', makeReflection(making)],
  ['questions', makeQuestions(making)],
  ['polls', making.sources.polls.flatMap((poll) => chartBlocks('polls', poll, making))],
  ['open', makeOpenPoints(making)],
  ['references', makeReferences(making)],
  ['survey', makeSurvey(making)],
];

function makeReflection({ sources, words }: Making): BookletBlock[] {
  const groups = cardGroups(sources.reflection);
  if (groups.length === 0) return [];
  return [
    { id: blockId('reflection', 'lead'), kind: 'paragraph', tone: 'lead', text: words.reflectionLead },
    { id: blockId('reflection', 'cards'), kind: 'cards', groups },
  ];
}

function makeQuestions({ sources, words }: Making): BookletBlock[] {
  if (sources.questions.length === 0) return [];
  const items = sources.questions.map(({ id, text, votes, answered }) => ({
    ...{ part: part('question', id), text, label: answered ? words.answered : words.open },
    ...(votes > 0 && { detail: words.votes(votes) }),
  }));
  return [{ id: blockId('questions', 'list'), kind: 'list', items }];
}

const makeOpenPoints = (making: Making): BookletBlock[] => [...openPoints(making), ...makeBrought(making)];

/** What the workshop before handed over, table by table [KE-25]. */
function makeBrought({ sources: { brought }, words }: Making): BookletBlock[] {
  if (!brought) return [];
  return [
    { id: blockId('open', 'brought'), kind: 'heading', level: 2, text: words.brought(brought.title) },
    ...brought.tables.flatMap(({ id, round, label, topic, groups, notes }): BookletBlock[] => {
      const cards = cardGroups(groups);
      const named = [round, topic ? words.tableTopic(label, topic) : words.tableName(label)].join(' · ');
      return [
        { id: blockId('open', 'brought', id), kind: 'heading', level: 3, text: named },
        ...(cards.length > 0
          ? [{ id: blockId('open', 'brought', id, 'cards'), kind: 'cards' as const, groups: cards }]
          : []),
        ...(notes.length > 0
          ? [{ id: blockId('open', 'brought', id, 'notes'), kind: 'prose' as const, paragraphs: [...notes] }]
          : []),
      ];
    }),
  ];
}

function openPoints({ sources, words }: Making): BookletBlock[] {
  if (sources.openPoints.length === 0) return [];
  const items = sources.openPoints.map(({ id, text, owner, done }) => ({
    ...{ part: part('point', id), text, label: done ? words.done : words.open },
    detail: owner === undefined ? words.nobodyKeeps : words.keptBy(owner),
  }));
  return [{ id: blockId('open', 'list'), kind: 'list', items }];
}

function makeReferences({ sources, words }: Making): BookletBlock[] {
  if (sources.references.length === 0) return [];
  const items = sources.references.map(({ id, title, href, kind }) => ({
    ...{ part: part('reference', id), text: title, label: words.reference[kind] ?? words.reference.other ?? '' },
    ...(href && safeHref(href) && { href, detail: href }),
  }));
  return [{ id: blockId('references', 'list'), kind: 'list', items }];
}

/** Whether a link may be followed from a booklet: web pages over TLS, and mail addresses. */
export const safeHref = (href: string): boolean => /^(https:\/\/|mailto:)[^\s<>"'`\\^{|}]+$/i.test(href);

function makeSurvey(making: Making): BookletBlock[] {
  const { survey } = making.sources;
  if (!survey) return [];
  const { words } = making;
  return [
    { id: blockId('survey', 'lead'), kind: 'paragraph', tone: 'lead', text: words.surveyLead(survey.answers) },
    ...survey.charts.flatMap((chart) => chartBlocks('survey', chart, making)),
    ...survey.open.flatMap((answers) => openBlocks(answers, making)),
  ];
}

function chartBlocks(section: 'survey' | 'polls', { id, title, bars, answers }: ChartSource, { words }: Making) {
  const said = bars.map(({ label, count }) => words.bar(label, count)).join(', ');
  const chart: BookletBlock = {
    ...{ id: blockId(section, id), kind: 'chart', caption: title, bars: [...bars] },
    ...{ alt: words.chartAlt(title, said), note: words.chartNote(answers) },
  };
  return [chart];
}

function openBlocks({ id, title, texts }: OpenAnswersSource, { words }: Making): BookletBlock[] {
  if (texts.length === 0) return [];
  const items = texts.map((answer) => ({ part: part('answer', answer.id), text: answer.text }));
  return [
    { id: blockId('survey', id), kind: 'heading', level: 2, text: title },
    { id: blockId('survey', id, 'note'), kind: 'paragraph', tone: 'small', text: words.surveyOpen },
    { id: blockId('survey', id, 'answers'), kind: 'list', items },
  ];
}
