import type { ParkedId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import type { Parked, Parking, ParkingFact } from './parking.ts';

export const emptyParking: Parking = { items: {}, count: 0 };

/** Folds one fact about the parking lot. */
export function evolveParking(parking: Parking, fact: ParkingFact): Parking {
  switch (fact.type) {
    case 'parked': {
      const { type: _type, parkedId, ...item } = fact;
      const number = parking.count + 1;
      return { items: withEntry(parking.items, parkedId, { ...item, number, settled: false }), count: number };
    }
    case 'parked-reworded':
      return changed(parking, fact.parkedId, { text: fact.text });
    case 'parked-owned':
      return changed(parking, fact.parkedId, { owner: fact.owner });
    case 'parked-settled':
      return changed(parking, fact.parkedId, { settled: fact.settled });
    case 'parked-dropped':
      return { ...parking, items: without(parking.items, fact.parkedId) };
    default:
      return assertNever(fact);
  }
}

function changed(parking: Parking, parkedId: ParkedId, change: Partial<Parked>): Parking {
  const item = parking.items[parkedId];
  if (!item) throw new Error(`a change to ${parkedId}, which is not parked`);
  return { ...parking, items: withEntry(parking.items, parkedId, { ...item, ...change }) };
}
