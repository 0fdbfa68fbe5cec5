import {
  type BlockId,
  type Booklet,
  type BookletChange,
  type EditMark,
  fingerprint,
  type PartId,
} from '@werkraum/protocol';

/** One text of a booklet: where it stands, what it says, and what became of what was generated there. */
export interface TextPlace {
  blockId: BlockId;
  part: PartId;
  text: string;
  mark: EditMark | undefined;
}

/** The place of a text in something that holds edits: a block, a section, the cover. */
export const placeOf = (
  holder: { id: BlockId; edits?: Readonly<Record<string, EditMark>> | undefined },
  part: string,
  text: string,
): TextPlace => ({ blockId: holder.id, part: part as PartId, text, mark: holder.edits?.[part] });

/** Says a text differently; undefined when that changes nothing. Saying what is generated is going back to it. */
export function retell({ blockId, part, text, mark }: TextPlace, said: string): BookletChange | undefined {
  const told = said.trim();
  if (told === text) return undefined;
  const source = mark?.source ?? text;
  const seen = mark ? { seen: text } : {};
  const now = told === source && mark ? {} : { text: told };
  return { kind: 'text', blockId, part, was: fingerprint(source), ...now, ...seen };
}

/** Goes back to what is generated; undefined where nothing was said differently. */
export const goBack = (place: TextPlace): BookletChange | undefined =>
  place.mark && retell({ ...place }, place.mark.source);

/** Moves a section one place up or down; undefined at either end. */
export function moved({ sections }: Booklet, sectionId: BlockId, by: 'up' | 'down'): BookletChange | undefined {
  const at = sections.findIndex(({ id }) => id === sectionId);
  const target = by === 'up' ? at - 1 : at + 2;
  if (at < 0 || target < 0 || target > sections.length) return undefined;
  const before = sections[target]?.id;
  return { kind: 'move', sectionId, ...(before && { before }) };
}

/** How many texts were edited whose source has changed since. */
export const changedSources = ({ cover, sections }: Booklet): number =>
  [cover, ...sections, ...sections.flatMap(({ blocks }) => blocks)].reduce(
    (sum, { edits = {} }) => sum + Object.values(edits).filter(({ changed }) => changed).length,
    0,
  );
