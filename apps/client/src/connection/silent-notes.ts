import type { NotesLine } from './notes-line.ts';

const unheard = async () => ({ ok: false, reason: 'not-saving' }) as const;

/** Notes without a server: nothing is heard, and nothing is ever answered otherwise. */
export const silentNotes: NotesLine = {
  ...{ open: unheard, update: unheard, versions: unheard, version: unheard, restore: unheard },
  ...{ point: () => {}, close: () => {}, hear: () => () => {} },
};
