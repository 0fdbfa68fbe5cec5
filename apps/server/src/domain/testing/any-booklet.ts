import { type BlockId, type BookletChange, fingerprint, type PartId } from '@werkraum/protocol';
import { SECTIONS } from '../booklet/sections.ts';
import type { Session } from '../session.ts';

interface Choice {
  type: string;
  text: string;
  turn: number;
  /** The sender has seen what is so. */
  current: boolean;
}

/** Something to ask about the booklet. */
export function anyBooklet({ booklet }: Session, { type, text, turn, current }: Choice) {
  if (type === 'edit-booklet') return { change: anyChange(text, turn) };
  return { revision: booklet.revision + (current ? 0 : 1), listed: turn % 2 === 0 };
}

function anyChange(text: string, turn: number): BookletChange {
  const section = SECTIONS[turn] as BlockId;
  const own = `own-${turn}` as BlockId;
  const changes: BookletChange[] = [
    { kind: 'text', blockId: 'cover' as BlockId, part: 'title' as PartId, text, was: fingerprint('Title') },
    { kind: 'hide', blockId: section, hidden: text.length % 2 === 0 },
    { kind: 'move', sectionId: section, ...(text.length % 2 === 0 && { before: 'colophon' as BlockId }) },
    { kind: 'add', blockId: own, sectionId: section, text },
    { kind: 'drop', blockId: 'own-3' as BlockId },
  ];
  return changes[(turn + text.length) % changes.length] as BookletChange;
}
