import './no-code-from-text.ts';
import { z } from 'zod';

/** What one rich text may hold at most. Notes of a table are a page or two; this is some fifteen. */
export const RICH_TEXT_LIMITS = { blocks: 400, items: 400, runs: 400, characters: 40_000, depth: 4 } as const;

// Text as people wrote it, with line feeds for breaks. Everything is shown as text nodes, so nothing need be escaped here.
const text = z.string().min(1).max(RICH_TEXT_LIMITS.characters);

/** Where a link in a text may lead: a web page over https, or a mail address. */
export const isSafeLink = (href: string): boolean =>
  href.length <= MAX_LINK && /^(https:\/\/|mailto:)[^\s]+$/i.test(href);
const MAX_LINK = 2_000;

/** A piece of text that looks the same throughout. A line feed is a break within the block. */
export const TextRun = z.strictObject({
  text,
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  link: z.string().refine(isSafeLink, 'unsafe-link').optional(),
});
export type TextRun = z.infer<typeof TextRun>;

const runs = z.array(TextRun).max(RICH_TEXT_LIMITS.runs);

/** One item of a list; `depth` 0 is the outermost. Lists within lists are told by depth alone. */
export const ListItem = z.strictObject({ depth: z.int().min(0).max(RICH_TEXT_LIMITS.depth), runs });
export type ListItem = z.infer<typeof ListItem>;

export const TextBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), runs }),
  z.strictObject({ kind: z.literal('quote'), runs }),
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), runs }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(ListItem).min(1).max(RICH_TEXT_LIMITS.items),
  }),
]);
export type TextBlock = z.infer<typeof TextBlock>;

/** A text with headings, lists and emphasis, as it leaves the notes: plain JSON, made of nothing that could run. */
export const RichText = z
  .array(TextBlock)
  .max(RICH_TEXT_LIMITS.blocks)
  .refine((blocks) => charactersIn(blocks) <= RICH_TEXT_LIMITS.characters, 'too-long');
export type RichText = z.infer<typeof RichText>;

/** A block's pieces of text, whatever its kind. */
export const runsIn = (block: TextBlock): readonly TextRun[] =>
  block.kind === 'list' ? block.items.flatMap((item) => item.runs) : block.runs;

/** UTF-16 units of text, without markup. */
export const charactersIn = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + runsIn(block).reduce((length, run) => length + run.text.length, 0), 0);

/** Whether there is anything to read. */
export const isBlank = (blocks: readonly TextBlock[]): boolean =>
  blocks.every((block) => runsIn(block).every((run) => run.text.trim() === ''));

const lineOf = (pieces: readonly TextRun[]): string => pieces.map(({ text: piece }) => piece).join('');
const indented = (depth: number): string => '  '.repeat(depth);

/** The text alone: blocks apart by an empty line, list items by "- " or their number, indented by depth. */
export const plainText = (blocks: readonly TextBlock[]): string => blocks.map(plainBlock).join('\n\n');

function plainBlock(block: TextBlock): string {
  if (block.kind !== 'list') return lineOf(block.runs);
  const numbers: number[] = [];
  const marks = block.items.map(({ depth }) => {
    numbers.length = depth + 1;
    numbers[depth] = (numbers[depth] ?? 0) + 1;
    return block.ordered ? `${numbers[depth]}. ` : '- ';
  });
  return block.items.map(({ depth, runs: pieces }, at) => `${indented(depth)}${marks[at]}${lineOf(pieces)}`).join('\n');
}
