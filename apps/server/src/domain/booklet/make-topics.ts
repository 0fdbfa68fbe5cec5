import type { BookletBlock, TopicMap } from '@werkraum/protocol';
import { listOf } from './dates.ts';
import { type Making, part } from './making.ts';
import { blockId } from './sections.ts';
import type { RoundSource, TableSource } from './sources.ts';

/** So many themes are drawn: those that bind most, the others stand in their cards. */
const MOST_THEMES = 14;
/** So many topics are drawn. */
const MOST_TOPICS = 16;

/** Which topics share which tags: as a figure, and as a table that says the same. Nothing without tags [BK-6]. */
export function makeTopics(making: Making): BookletBlock[] {
  const map = topicMap(making.sources.rounds, making);
  if (map.links.length === 0) return [];
  const { words, language } = making;
  const said = map.themes.map(({ id, label }) => words.themeWith(label, listOf(topicsOf(map, id), language)));
  const table = {
    columns: [{ text: words.theme }, { text: words.topics }, { text: words.cardsHead, end: true as const }],
    rows: map.themes.map(({ id, label }) => ({
      part: part('theme', id),
      cells: [label, topicsOf(map, id).join('\n'), String(cardsOf(map, id))],
    })),
  };
  return [
    { id: blockId('topics', 'lead'), kind: 'paragraph', tone: 'lead', text: words.topicsLead },
    {
      ...{ id: blockId('topics', 'figure'), kind: 'figure', caption: words.topicsCaption, map },
      alt: words.topicsAlt(map.topics.length, map.themes.length, said.join(' ')),
    },
    { id: blockId('topics', 'table'), kind: 'table', caption: words.topicsTable, ...table },
  ];
}

const topicsOf = ({ links, topics }: TopicMap, theme: string): string[] =>
  topics.flatMap(({ id, label }) => {
    const count = links.find((link) => link.theme === theme && link.topic === id)?.count;
    return count === undefined ? [] : [`${label} (${count})`];
  });

const cardsOf = ({ links }: TopicMap, theme: string): number =>
  links.reduce((sum, link) => sum + (link.theme === theme ? link.count : 0), 0);

// Tables that share their round's topic are one topic: what interlocks are subjects, not chairs.
function topicMap(rounds: readonly RoundSource[], making: Making): TopicMap {
  const topics = rounds.flatMap((round) => topicsIn(round, making)).slice(0, MOST_TOPICS);
  const names = themeNames(topics);
  const counts = [...names].map(([id, label]) => {
    const links = topics.flatMap(({ topic, tags }) => {
      const count = tags.filter((tag) => keyOf(tag) === id).length;
      return count > 0 ? [{ topic: topic.id, theme: id, count }] : [];
    });
    return { id, label, links, cards: links.reduce((sum, { count }) => sum + count, 0) };
  });
  const binding = counts
    .sort((one, other) => other.links.length - one.links.length || other.cards - one.cards)
    .slice(0, MOST_THEMES);
  const links = binding.flatMap((theme) => theme.links);
  const shown = topics.filter(({ topic }) => links.some((link) => link.topic === topic.id));
  return {
    topics: shown.map(({ topic }) => topic),
    themes: binding.map(({ id, label }) => ({ id, label })),
    links,
  };
}

interface Topic {
  topic: TopicMap['topics'][number];
  tags: readonly string[];
}

function topicsIn({ id, number, topic, tables }: RoundSource, { words }: Making): Topic[] {
  const own = tables.filter((table) => table.topic !== topic);
  const shared = tables.filter((table) => table.topic === topic);
  const common = {
    topic: { id, label: topic, note: words.round(number, '').replace(/: $/, '') },
    tags: tagsOf(shared),
  };
  const single = own.map((table) => ({
    topic: { id: table.id, label: table.topic, note: `${common.topic.note} · ${words.tableName(table.label)}` },
    tags: tagsOf([table]),
  }));
  return [...(shared.length > 0 ? [common] : []), ...single];
}

const tagsOf = (tables: readonly TableSource[]): string[] =>
  tables.flatMap(({ groups }) => groups.flatMap(({ cards }) => cards.flatMap(({ tags }) => tags)));

/** The same tag written in small and in large letters is one theme. */
const keyOf = (tag: string): string =>
  tag
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/[^a-z0-9-]/g, (letter) => `_${letter.codePointAt(0)?.toString(36)}`);

function themeNames(topics: readonly Topic[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { tags } of topics) for (const tag of tags) if (!names.has(keyOf(tag))) names.set(keyOf(tag), tag);
  return names;
}
