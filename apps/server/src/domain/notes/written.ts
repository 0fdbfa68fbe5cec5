import type { RichText, SeatId, TextRun } from '@werkraum/protocol';
import type { WrittenBlock, WrittenRun, WrittenText } from './notes.ts';

type ChangeRuns = (runs: readonly WrittenRun[]) => WrittenRun[];

function withRuns(block: WrittenBlock, change: ChangeRuns): WrittenBlock {
  if (block.kind !== 'list') return { ...block, runs: change(block.runs) };
  return { ...block, items: block.items.map((item) => ({ ...item, runs: change(item.runs) })) };
}

const runsOf = (block: WrittenBlock): readonly WrittenRun[] =>
  block.kind === 'list' ? block.items.flatMap(({ runs }) => runs) : block.runs;

const looksAs = (one: TextRun, other: TextRun): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.link === other.link;

// What differed only in who wrote it is one run again.
function withoutNames(runs: readonly WrittenRun[]): WrittenRun[] {
  const plain: WrittenRun[] = [];
  for (const { by: _author, ...run } of runs) {
    const last = plain.at(-1);
    if (last && looksAs(last, run)) plain[plain.length - 1] = { ...last, text: last.text + run.text };
    else plain.push(run);
  }
  return plain;
}

/** The text as people see it: nothing in it tells who wrote what. */
export const withoutAuthors = (text: WrittenText): RichText =>
  text.map((block) => withRuns(block, withoutNames)) as RichText;

/** The text in the name of others: where people have other seats than those they wrote it in. */
export const withAuthors = (text: WrittenText, named: (seatId: SeatId) => SeatId): WrittenText =>
  text.map((block) => withRuns(block, (runs) => runs.map((run) => (run.by ? { ...run, by: named(run.by) } : run))));

/** The text without what this person wrote, and without blocks that are empty then; the same text when they wrote nothing. */
export function withoutSeat(text: WrittenText, seatId: SeatId): WrittenText {
  if (!text.some((block) => runsOf(block).some(({ by }) => by === seatId))) return text;
  return text.flatMap((block) => {
    const left = withRuns(block, (runs) => runs.filter(({ by }) => by !== seatId));
    return runsOf(left).length === 0 ? [] : [left];
  });
}

/** Whether there is nothing to read in it. */
export const isEmpty = (text: WrittenText): boolean =>
  text.every((block) => runsOf(block).every((run) => run.text.trim() === ''));
