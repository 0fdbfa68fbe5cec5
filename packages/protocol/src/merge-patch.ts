import type { Json } from './wire.ts';

type Doc = { readonly [key: string]: Json | undefined };
// `__proto__` and `constructor` are found on every object; only a document's own keys count.
const own = (doc: Doc, key: string): Json | undefined => (Object.hasOwn(doc, key) ? doc[key] : undefined);
const isDoc = (value: Json | undefined): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The RFC 7396 merge patch that turns `before` into `after`, or undefined when nothing differs.
 * Documents hold no null (it means "gone" in a patch); absent and undefined are the same. Identical parts are not walked.
 */
export function diff(before: Json | undefined, after: Json | undefined): Json | undefined {
  if (before === after) return undefined;
  if (after === undefined) return null;
  if (!isDoc(before) || !isDoc(after)) return same(before, after) ? undefined : after;
  const patch: Record<string, Json> = {};
  const kept = changes(before, after, patch);
  const keys = Object.keys(before);
  // Looking every key up the other way round is worth it only when some are missing.
  if (kept < keys.length) {
    for (const key of keys) if (before[key] !== undefined && own(after, key) === undefined) put(patch, key, null);
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** Puts what is new or different into the patch, and returns how many keys of `before` are still there. */
function changes(before: Doc, after: Doc, patch: Record<string, Json>): number {
  let kept = 0;
  for (const key of Object.keys(after)) {
    const value = after[key];
    if (value === undefined) continue;
    // Most parts of a big document are the very same; what an object inherits is never the same as a JSON value.
    const held = value === before[key] ? value : own(before, key);
    if (held !== undefined) kept += 1;
    const change = held === value ? undefined : diff(held, value);
    if (change !== undefined) put(patch, key, change);
  }
  return kept;
}

/** Applies an RFC 7396 merge patch and returns the new document; what did not change keeps its identity. */
export function applyMergePatch(doc: Json | undefined, patch: Json): Json {
  if (!isDoc(patch)) return patch;
  const result: Record<string, Json | undefined> = isDoc(doc) ? { ...doc } : {};
  for (const [key, change] of Object.entries(patch)) {
    if (change === undefined) continue;
    if (change === null) delete result[key];
    else put(result, key, applyMergePatch(own(result, key), change));
  }
  return result as Json;
}

// Assigning to `__proto__` would change the prototype; defining it makes a plain property.
function put(doc: Record<string, Json | undefined>, key: string, value: Json): void {
  if (key !== '__proto__') doc[key] = value;
  else Object.defineProperty(doc, key, { value, enumerable: true, configurable: true, writable: true });
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return isDoc(a) && isDoc(b) && diff(a, b) === undefined;
  return a.length === b.length && a.every((item, index) => same(item, b[index]));
}
