import type { BookletBlock, BookletCover, PartId } from '@werkraum/protocol';

/** Says one text of a block differently, or the same. */
export type Retell = (part: PartId, text: string) => string;

const TEXT = 'text' as PartId;
const CAPTION = 'caption' as PartId;

/** A block in which every text was told again. The only place that knows which texts a block has, and their parts. */
export function retold(block: BookletBlock, tell: Retell): BookletBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: tell(TEXT, block.text) };
    case 'paragraph':
      return block.fixed ? block : { ...block, text: tell(TEXT, block.text) };
    case 'prose':
      return { ...block, paragraphs: block.paragraphs.map((each) => retoldProse(each, tell)) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, text: tell(item.part, item.text) })) };
    case 'table':
      return { ...block, ...retoldTable(block, tell) };
    case 'cards':
      return { ...block, groups: block.groups.map((group) => retoldGroup(group, tell)) };
    case 'figure':
    case 'chart':
      return { ...block, caption: tell(CAPTION, block.caption), alt: tell('alt' as PartId, block.alt) };
  }
}

/** A cover in which every text was told again. */
export const retoldCover = (cover: BookletCover, tell: Retell): BookletCover => ({
  ...cover,
  title: tell('title' as PartId, cover.title),
  subtitle: tell('subtitle' as PartId, cover.subtitle),
  lines: cover.lines.map((line) => ({ ...line, text: tell(line.part, line.text) })),
});

type Kind<K extends BookletBlock['kind']> = Extract<BookletBlock, { kind: K }>;

// What was said differently loses its bold words and links; what was not keeps them.
function retoldProse(prose: Kind<'prose'>['paragraphs'][number], tell: Retell) {
  const plain = prose.runs.map(({ text }) => text).join('');
  const told = tell(prose.part, plain);
  return told === plain ? prose : { ...prose, runs: told === '' ? [] : [{ text: told }] };
}

const retoldTable = ({ caption, rows }: Kind<'table'>, tell: Retell) => ({
  caption: tell(CAPTION, caption),
  rows: rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => tell(`${row.part}~${index}` as PartId, cell)),
  })),
});

const retoldGroup = (group: Kind<'cards'>['groups'][number], tell: Retell) => ({
  ...group,
  title: tell(group.part, group.title),
  cards: group.cards.map((card) => ({ ...card, text: tell(card.part, card.text) })),
});
