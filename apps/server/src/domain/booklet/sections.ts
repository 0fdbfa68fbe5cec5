import type { BlockId } from '@werkraum/protocol';
import type { SectionName } from './words.ts';

const NAMES: readonly SectionName[] = [
  ...(['programme', 'people', 'topics', 'results', 'reflection', 'questions', 'polls'] as const),
  ...(['open', 'references', 'survey', 'colophon'] as const),
];

/** Every section there can be, in the order in which they are generated. */
export const SECTIONS = NAMES as readonly string[] as readonly BlockId[];

/** The id of one section; its blocks' ids begin with it. */
export const sectionId = (name: SectionName): BlockId => name as string as BlockId;

/** The id of a block within a section. */
export const blockId = (name: SectionName, ...path: readonly string[]): BlockId => [name, ...path].join('~') as BlockId;
