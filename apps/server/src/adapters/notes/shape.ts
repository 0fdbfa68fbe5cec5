/** The root under which Tiptap keeps a document, and what may stand within what. Both sides' editors make nothing else [NO-5]. */
export const ROOT = 'default';

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'];
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  [ROOT]: BLOCKS,
  blockquote: BLOCKS,
  listItem: BLOCKS,
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  paragraph: ['hardBreak'],
  heading: ['hardBreak'],
  hardBreak: [],
};

/** Elements that hold text. */
const TEXTUAL: readonly string[] = ['paragraph', 'heading'];

/** Lists within lists cost two levels each; nobody writes twelve of them. */
export const MAX_DEPTH = 24;
/** Elements and pieces of text in one document. */
export const MAX_NODES = 20_000;

export const isElement = (name: string): boolean => name !== ROOT && name in WITHIN;
export const mayStandIn = (name: string, parent: string): boolean => WITHIN[parent]?.includes(name) ?? false;
export const mayHoldText = (name: string): boolean => TEXTUAL.includes(name);

const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** Whether an element may carry this attribute: the level of a heading, the first number and the kind of a list. */
export function isAttribute(name: string, value: unknown): boolean {
  if (value === null) return name === 'start' || name === 'type';
  if (name === 'level') return isWhole(value, 2, 3);
  if (name === 'start') return isWhole(value, 0, 100_000);
  return name === 'type' && typeof value === 'string' && /^[1aAiI]$/.test(value);
}
