import type { BookletProse, BookletRun, PartId, RichText, TextRun } from '@werkraum/protocol';
import { safeHref } from './make-after.ts';

/** Notes as a table wrote them, paragraph by paragraph. Lists lose their nesting but for the depth of each item. */
export function proseOf(text: RichText): BookletProse[] {
  const paragraphs = text.flatMap((block): Omit<BookletProse, 'part'>[] => {
    if (block.kind !== 'list') return [{ as: block.kind, runs: block.runs.map(runOf) }];
    return numbered(block.items).map(({ depth, number, runs }) => ({
      ...{ as: block.ordered ? ('number' as const) : ('bullet' as const), runs: runs.map(runOf) },
      ...(depth > 0 && { depth }),
      ...(block.ordered && { number }),
    }));
  });
  return paragraphs
    .map((prose, index) => ({ part: `p${index}` as PartId, ...prose }))
    .filter(({ runs }) => runs.some((run) => run.text.trim() !== ''));
}

const runOf = ({ text, bold, italic, link }: TextRun): BookletRun => ({
  ...{ text, ...(bold && { bold }), ...(italic && { italic }) },
  ...(link !== undefined && safeHref(link) && { href: link }),
});

/** Items with their place in the list they belong to: each depth counts for itself, anew after a shallower item. */
function numbered<Item extends { depth: number }>(items: readonly Item[]): (Item & { number: number })[] {
  const counts: number[] = [];
  return items.map((item) => {
    counts.length = item.depth + 1;
    const number = (counts[item.depth] ?? 0) + 1;
    counts[item.depth] = number;
    return { ...item, number };
  });
}
