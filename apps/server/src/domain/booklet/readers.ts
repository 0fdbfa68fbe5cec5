import type { Booklet, BookletBlock, BookletSection } from '@werkraum/protocol';

/** The booklet as readers get it: without what was hidden or left out, and without a trace of editing [BK-7]. */
export function forReaders({ cover, sections, ...booklet }: Booklet): Booklet {
  const { edits: _, ...front } = cover;
  return {
    ...booklet,
    cover: { ...front, lines: front.lines.filter(({ text }) => text !== '') },
    sections: sections.flatMap(readableSection),
  };
}

function readableSection({ id, title, hidden, blocks }: BookletSection): BookletSection[] {
  const kept = blocks.flatMap(readable);
  return hidden || kept.length === 0 ? [] : [{ id, title, blocks: kept }];
}

function readable({ edits: _, hidden, ...block }: BookletBlock): BookletBlock[] {
  if (hidden) return [];
  const kept = withoutEmpty(block as BookletBlock);
  return kept ? [kept] : [];
}

/** A block without its empty texts; undefined when nothing is left. */
function withoutEmpty(block: BookletBlock): BookletBlock | undefined {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text === '' ? undefined : block;
    case 'prose': {
      const paragraphs = block.paragraphs.filter(({ runs }) => runs.length > 0);
      return paragraphs.length > 0 ? { ...block, paragraphs } : undefined;
    }
    case 'list': {
      const items = block.items.filter(({ text }) => text !== '');
      return items.length > 0 ? { ...block, items } : undefined;
    }
    case 'table': {
      const rows = block.rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
      return rows.length > 0 ? { ...block, rows } : undefined;
    }
    case 'cards': {
      const groups = block.groups
        .map((group) => ({ ...group, cards: group.cards.filter(({ text }) => text !== '') }))
        .filter(({ cards }) => cards.length > 0);
      return groups.length > 0 ? { ...block, groups } : undefined;
    }
    case 'figure':
    case 'chart':
      return block;
  }
}
