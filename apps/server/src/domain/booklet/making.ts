import type { Language, PartId } from '@werkraum/protocol';
import type { BookletSources } from './sources.ts';
import type { BookletWords } from './words.ts';

/** What every maker of blocks is given. */
export interface Making {
  sources: BookletSources;
  words: BookletWords;
  language: Language;
}

/** A part's id; ours are made of ids that were checked when they came in. */
export const part = (...path: readonly string[]): PartId => path.join('~') as PartId;
