import {
  type BlockId,
  type Booklet,
  type BookletBlock,
  type BookletSection,
  type EditMark,
  fingerprint,
  type PartId,
} from '@werkraum/protocol';
import { entries } from '../records.ts';
import type { Layers } from './booklet.ts';
import { textKey } from './layers.ts';
import { type Retell, retold, retoldCover } from './texts.ts';

type Edits = Record<string, EditMark>;

/** The block id under which the cover's texts are edited, and the part under which a section's title is. */
const COVER = 'cover' as BlockId;
const TITLE = 'title' as PartId;

/** A generated booklet with people's changes laid over it, and marks that say where. For those who edit. */
export function edited(booklet: Booklet, layers: Layers): Booklet {
  const cover = marking(COVER, layers, (tell) => retoldCover(booklet.cover, tell));
  const sections = booklet.sections.map((section) => editedSection(section, layers));
  return { ...booklet, cover, sections: inOrder(sections, layers.order) };
}

function editedSection(section: BookletSection, layers: Layers): BookletSection {
  const { id } = section;
  const blocks = withOwn(section, layers).map((block) => editedBlock(block, layers));
  const titled = marking(id, layers, (tell) => ({ ...section, title: tell(TITLE, section.title) }));
  return { ...titled, blocks, ...(layers.hidden[id] && { hidden: true }) };
}

const editedBlock = (block: BookletBlock, layers: Layers): BookletBlock => ({
  ...marking(block.id, layers, (tell) => retold(block, tell)),
  ...(layers.hidden[block.id] && { hidden: true }),
});

function marking<Told extends object>(id: BlockId, { texts }: Layers, make: (tell: Retell) => Told): Told {
  const edits: Edits = {};
  const told = make((part, source) => {
    const text = texts[textKey(id, part)];
    if (!text) return source;
    edits[part] = { source, ...(text.was !== fingerprint(source) && { changed: true }) };
    return text.text;
  });
  return Object.keys(edits).length > 0 ? { ...told, edits } : told;
}

function withOwn({ id, blocks }: BookletSection, { own }: Layers): BookletBlock[] {
  const all = [...blocks];
  for (const [blockId, { sectionId, after, text }] of entries(own)) {
    if (sectionId !== id) continue;
    const behind = all.findIndex((block) => block.id === after);
    all.splice(behind < 0 ? all.length : behind + 1, 0, { id: blockId, kind: 'paragraph', text, own: true });
  }
  return all;
}

function inOrder(sections: BookletSection[], order: readonly BlockId[] = []): BookletSection[] {
  const rank = (id: BlockId) => (order.includes(id) ? order.indexOf(id) : order.length);
  return sections.sort((one, other) => rank(one.id) - rank(other.id));
}
