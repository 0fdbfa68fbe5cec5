import { plainText, type RichText, type SeatId, type TextRun } from '@werkraum/protocol';
import type { OwnWords, WrittenBlock, WrittenRun, WrittenText } from './notes.ts';

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

/** What stands for the words of others between one's own: a sign apart from them, or the space that stood there. */
function gapFor(others: string, before: string, after: string): string {
  if (others.trim() === '') return others;
  return `${/\s$/.test(before) ? '' : ' '}…${/^\s/.test(after) ? '' : ' '}`;
}

/** Runs of this person alone. */
function ownRuns(runs: readonly WrittenRun[], seatId: SeatId): WrittenRun[] {
  const own: WrittenRun[] = [];
  let others = '';
  for (const run of runs) {
    const last = own.at(-1);
    if (run.by !== seatId) others += run.text;
    else {
      if (last && others !== '') own.push({ text: gapFor(others, last.text, run.text) });
      own.push(run);
      others = '';
    }
  }
  return own;
}

/** What this person wrote, and nobody else: blocks and items of lists in which nothing is theirs are left out. */
export function onlySeat(text: WrittenText, seatId: SeatId): RichText {
  const blocks = text.flatMap((block): WrittenBlock[] => {
    const own = withRuns(block, (runs) => ownRuns(runs, seatId));
    if (own.kind !== 'list') return own.runs.length === 0 ? [] : [own];
    const items = own.items.filter(({ runs }) => runs.length > 0);
    return items.length === 0 ? [] : [{ ...own, items }];
  });
  return withoutAuthors(blocks);
}

const linesOf = (text: RichText): string[] =>
  plainText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');

/** What this person wrote at a place, now and in versions (oldest first). A line that stands there now is not told twice. */
export function ownWords(now: WrittenText, versions: Iterable<WrittenText>, seatId: SeatId): OwnWords {
  const text = onlySeat(now, seatId);
  const told = new Set(linesOf(text));
  const earlier: string[] = [];
  for (const version of versions) {
    for (const line of linesOf(onlySeat(version, seatId))) {
      if (!told.has(line)) earlier.push(line);
      told.add(line);
    }
  }
  return { text, earlier };
}

/** Whether there is nothing to read in it. */
export const isEmpty = (text: WrittenText): boolean =>
  text.every((block) => runsOf(block).every((run) => run.text.trim() === ''));
