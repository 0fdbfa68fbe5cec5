export type ToolName =
  | 'bold'
  | 'italic'
  | 'heading2'
  | 'heading3'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'undo'
  | 'redo'
  | 'link';

/** All tools, as they stand beside each other. */
export const TOOLS: readonly ToolName[] = [
  ...(['bold', 'italic', 'heading2', 'heading3', 'bullets', 'numbers', 'quote', 'undo', 'redo', 'link'] as const),
];

/** The most wanted first: what is last here goes behind "more" first. */
const WANTED: readonly ToolName[] = [
  ...(['bold', 'bullets', 'heading2', 'italic', 'link', 'undo', 'numbers', 'heading3', 'quote', 'redo'] as const),
];

/** Which tools stand in a row with room for so many buttons, and which behind "more", itself one of them [NO-19]. */
export function toolsThatFit(places: number): { shown: readonly ToolName[]; more: readonly ToolName[] } {
  if (places >= TOOLS.length) return { shown: TOOLS, more: [] };
  const first = new Set(WANTED.slice(0, Math.max(1, places - 1)));
  return { shown: TOOLS.filter((tool) => first.has(tool)), more: TOOLS.filter((tool) => !first.has(tool)) };
}
