import { assertNever, withEntry, without } from '../records.ts';
import type { References, ReferencesFact } from './references.ts';

export const noReferences: References = { items: {}, count: 0 };

/** Folds one fact about references. */
export function evolveReferences(references: References, fact: ReferencesFact): References {
  const { items, count } = references;
  switch (fact.type) {
    case 'reference-added': {
      const { type: _type, referenceId, ...item } = fact;
      return { items: withEntry(items, referenceId, { ...item, number: count + 1 }), count: count + 1 };
    }
    case 'reference-changed': {
      const { referenceId, title, link, kind } = fact;
      const before = items[referenceId];
      if (!before) throw new Error(`a change to ${referenceId}, which is no reference`);
      const { number, by, at } = before;
      return {
        ...references,
        items: withEntry(items, referenceId, { number, by, at, title, kind, ...(link && { link }) }),
      };
    }
    case 'reference-dropped':
      return { ...references, items: without(items, fact.referenceId) };
    default:
      return assertNever(fact);
  }
}
