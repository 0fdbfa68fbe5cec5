/** Who sits where in one round: the table of each person by position, `NOWHERE` for somebody who sits at none. */
export type Seating = readonly number[];

export const NOWHERE = -1;

/** How often each two people meet over several rounds. */
export interface Encounters {
  /** How many people there are. */
  readonly people: number;
  /** Meetings of two people, in either order; 0 of somebody with themselves. */
  times(one: number, other: number): number;
  /** Number of pairs by how often they meet: `pairs[0]` never, `pairs[1]` once … Sums to people · (people − 1) ÷ 2. */
  readonly pairs: readonly number[];
}

/** Counts who meets whom in these rounds. People missing in a seating sit nowhere. O(rounds · people · table size). */
export function countEncounters(people: number, seatings: readonly Seating[]): Encounters {
  const counts = new Uint16Array(people * people);
  for (const seating of seatings) for (const table of tablesOf(people, seating)) countTable(counts, people, table);
  const pairs = [0];
  for (let one = 0; one < people; one++) {
    for (let other = 0; other < one; other++) {
      const times = counts[one * people + other] ?? 0;
      while (pairs.length <= times) pairs.push(0);
      pairs[times] = (pairs[times] ?? 0) + 1;
    }
  }
  return { people, pairs, times: (one, other) => counts[one * people + other] ?? 0 };
}

function tablesOf(people: number, seating: Seating): Iterable<readonly number[]> {
  const tables = new Map<number, number[]>();
  for (let person = 0; person < people; person++) {
    const table = seating[person] ?? NOWHERE;
    if (table === NOWHERE) continue;
    const there = tables.get(table);
    if (there) there.push(person);
    else tables.set(table, [person]);
  }
  return tables.values();
}

function countTable(counts: Uint16Array, people: number, table: readonly number[]): void {
  for (const one of table) {
    for (const other of table) {
      if (one !== other) counts[one * people + other] = (counts[one * people + other] ?? 0) + 1;
    }
  }
}
