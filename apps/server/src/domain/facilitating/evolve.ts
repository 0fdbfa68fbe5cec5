import { assertNever, withEntry } from '../records.ts';
import type { Doing, Facilitating, FacilitatingFact } from './facilitating.ts';

/** So many doings are kept [FA-3]. */
const KEPT_DOINGS = 20;

export const nothingNoted: Facilitating = { notes: {}, doings: [] };

/** Folds one fact about what facilitators wrote or did. */
export function evolveFacilitating(facilitating: Facilitating, fact: FacilitatingFact): Facilitating {
  switch (fact.type) {
    case 'notes-set': {
      const { text, revision, by, at } = fact;
      return { ...facilitating, notes: withEntry(facilitating.notes, fact.phaseId, { text, revision, by, at }) };
    }
    case 'doing-noted': {
      const { by, at, command, about } = fact;
      const doing: Doing = { number: (facilitating.doings.at(-1)?.number ?? 0) + 1, by, at, command, about };
      return { ...facilitating, doings: [...facilitating.doings, doing].slice(-KEPT_DOINGS) };
    }
    default:
      return assertNever(fact);
  }
}
