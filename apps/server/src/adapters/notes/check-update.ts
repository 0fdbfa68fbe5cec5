import { isSafeLink, NOTES_LIMITS } from '@werkraum/protocol';
import * as Y from 'yjs';
import { isAttribute, isElement, ROOT } from './shape.ts';

/** A change that can be looked at without being applied. */
export interface Inspected {
  /** Yjs client ids whose writing is in it. */
  pens: ReadonlySet<number>;
  /** Whether it builds on something a document with these clocks does not hold. */
  isMissing(held: (pen: number) => number): boolean;
}

/** Yjs draws pens from 32 bits. What is larger was made by hand, and a larger one yet could not be read back from the store. */
const MAX_PEN = 2 ** 32 - 1;
/** No client counts further, so no change may leap so far ahead. */
const MAX_CLOCK = 50_000_000;
/** An update that changes nothing: no structs, no deletions. */
const EMPTY = 2;
const MAX_GAP = NOTES_LIMITS.documentBytes;

/**
 * Decodes an update of format V1 and looks at every piece of it: only what our editors write is let through. Decoding
 * builds no document, so that what is hostile costs no more than its bytes.
 * @returns undefined when the update is not to be applied
 */
export function inspectUpdate(update: Uint8Array): Inspected | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    // Bytes that say nothing are those of another format.
    const saysNothing = structs.length === 0 && [...ds.clients.values()].every(({ length }) => length === 0);
    if (saysNothing && update.length > EMPTY) return undefined;
    const pens = new Set<number>();
    for (const struct of structs) {
      if (!isHarmless(struct)) return undefined;
      pens.add(struct.id.client);
    }
    return { pens, isMissing: (held) => lacks({ structs, ds }, held) };
  } catch {
    // Whatever the decoder stumbles over is no update of ours.
    return undefined;
  }
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];

function lacks({ structs, ds }: Decoded, held: (pen: number) => number): boolean {
  const ends = new Map<number, number>();
  const endOf = (pen: number): number => ends.get(pen) ?? held(pen);
  for (const { id, length } of structs) {
    if (id.clock > endOf(id.client)) return true;
    ends.set(id.client, Math.max(endOf(id.client), id.clock + length));
  }
  const isThere = (id: unknown): boolean => !(id instanceof Y.ID) || id.clock < endOf(id.client);
  const isFounded = (struct: Struct): boolean =>
    !(struct instanceof Y.Item) || [struct.origin, struct.rightOrigin, struct.parent].every(isThere);
  if (!structs.every(isFounded)) return true;
  return [...ds.clients].some(([pen, deletes]) => deletes.some(({ clock, len }) => clock + len > endOf(pen)));
}

function isHarmless(struct: Struct): boolean {
  if (struct.id.client > MAX_PEN || struct.id.clock + struct.length > MAX_CLOCK) return false;
  if (struct instanceof Y.GC) return struct.length <= MAX_GAP;
  if (!(struct instanceof Y.Item)) return false;
  return isOurRoot(struct.parent) && isHarmlessContent(struct);
}

const isOurRoot = (parent: unknown): boolean => typeof parent !== 'string' || parent === ROOT;

function isHarmlessContent({ content, parentSub }: Y.Item): boolean {
  if (content instanceof Y.ContentDeleted) return content.len <= MAX_GAP;
  // What overwrites or removes an attribute names none: it is found by what it follows.
  if (content instanceof Y.ContentAny) {
    const [value] = content.arr;
    if (content.arr.length !== 1) return false;
    return parentSub === null ? isAttributeOfSome(value) : isAttribute(parentSub, value);
  }
  if (parentSub !== null) return false;
  if (content instanceof Y.ContentString) return true;
  if (content instanceof Y.ContentFormat) return isFormat(content.key, content.value);
  if (!(content instanceof Y.ContentType)) return false;
  const { type } = content;
  return (
    type instanceof Y.XmlText ||
    (type instanceof Y.XmlElement && !(type instanceof Y.XmlHook) && isElement(type.nodeName))
  );
}

const isAttributeOfSome = (value: unknown): boolean =>
  ['level', 'start', 'type'].some((name) => isAttribute(name, value));

/** Bold and italic are there or not; a link says where it leads, and nothing that decides how it is opened. */
function isFormat(key: string, value: unknown): boolean {
  if (value === null) return ['bold', 'italic', 'link'].includes(key);
  if (typeof value !== 'object') return false;
  const attributes = value as Readonly<Record<string, unknown>>;
  if (key === 'link') return Object.keys(attributes).every((name) => name === 'href') && isHref(attributes.href);
  return (key === 'bold' || key === 'italic') && Object.keys(attributes).length === 0;
}

const isHref = (href: unknown): boolean => typeof href === 'string' && isSafeLink(href);
