import type { BookletBlock } from '@werkraum/protocol';
import { type Making, part } from './making.ts';
import { blockId } from './sections.ts';
import type { GroupSource, RoundSource, TableSource } from './sources.ts';

/** What each table of each round has handed over. */
export function makeResults(making: Making): BookletBlock[] {
  const rounds = making.sources.rounds.filter(({ tables }) => tables.some(hasHandedOver));
  if (rounds.length === 0) return [];
  const { words } = making;
  const lead = { id: blockId('results', 'lead'), kind: 'paragraph' as const, text: words.resultsLead };
  return [{ ...lead, tone: 'lead' }, ...rounds.flatMap((round) => roundBlocks(round, making))];
}

/** Columns with their cards, without empty ones. */
export const cardGroups = (groups: readonly GroupSource[]) =>
  groups
    .filter(({ cards }) => cards.length > 0)
    .map(({ id, title, tone, cards }) => ({
      ...{ part: part('group', id), title, tone },
      cards: cards.map((card) => ({
        part: part('card', card.id),
        text: card.text,
        tags: [...card.tags],
        ...(card.votes > 0 && { votes: card.votes }),
      })),
    }));

const hasHandedOver = ({ groups, notes }: TableSource): boolean =>
  notes.length > 0 || groups.some(({ cards }) => cards.length > 0);

function roundBlocks({ id, number, topic, question, tables }: RoundSource, making: Making): BookletBlock[] {
  const { words } = making;
  const asked = question && { id: blockId('results', id, 'question'), text: `${words.question}: ${question}` };
  return [
    { id: blockId('results', id), kind: 'heading', level: 2, text: words.round(number, topic) },
    ...(asked ? [{ ...asked, kind: 'paragraph' as const }] : []),
    ...tables.flatMap((table) => tableBlocks(table, topic, making)),
  ];
}

function tableBlocks(table: TableSource, roundTopic: string, { words }: Making): BookletBlock[] {
  const { id, label, topic, people, groups, notes } = table;
  const named = topic === roundTopic ? words.tableName(label) : words.tableTopic(label, topic);
  const said = hasHandedOver(table) ? words.tablePeople(people) : words.nothingHandedOver;
  const cards = cardGroups(groups);
  const blocks: BookletBlock[] = [{ id: blockId('results', id), kind: 'heading', level: 3, text: named }];
  if (people > 0 || !hasHandedOver(table))
    blocks.push({ id: blockId('results', id, 'people'), kind: 'paragraph', tone: 'small', text: said });
  if (cards.length > 0) blocks.push({ id: blockId('results', id, 'cards'), kind: 'cards', groups: cards });
  if (notes.length > 0)
    blocks.push(
      { id: blockId('results', id, 'notes-title'), kind: 'paragraph', tone: 'small', text: words.notes },
      { id: blockId('results', id, 'notes'), kind: 'prose', paragraphs: [...notes] },
    );
  return blocks;
}
