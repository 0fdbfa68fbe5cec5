/** Which pairs meet, as bits: up to 45 pairs in two numbers. */
type Pairs = readonly [number, number];

/** The pairs of every way to seat up to ten people at so many tables as evenly as can be. */
export function everyRound(people: number, tables: number): Pairs[] {
  const all: Pairs[] = [];
  const sizes = Array.from({ length: tables }, () => 0);
  const seats: number[] = [];
  const most = Math.ceil(people / tables);
  const place = (person: number): void => {
    if (person === people) {
      if (Math.min(...sizes) >= Math.floor(people / tables)) all.push(pairsOf(seats));
      return;
    }
    for (let table = 0; table < tables; table++) {
      const size = sizes[table] ?? 0;
      if (size < most) {
        sizes[table] = size + 1;
        seats[person] = table;
        place(person + 1);
        sizes[table] = size;
      }
      // Tables nobody sits at are all the same.
      if (size === 0) break;
    }
  };
  place(0);
  return all;
}

function pairsOf(seats: readonly number[]): Pairs {
  const bits: [number, number] = [0, 0];
  let at = 0;
  for (let one = 0; one < seats.length; one++) {
    for (let other = 0; other < one; other++, at++) {
      if (seats[one] === seats[other]) bits[at < 30 ? 0 : 1] |= 1 << (at % 30);
    }
  }
  return bits;
}

/** The most different pairs that meet in two or three rounds, by trying all; the first is the same up to names. */
export function mostMet(rounds: readonly Pairs[], count: number): number {
  const shapes = new Map(rounds.map((pairs) => [bitsIn(pairs), pairs]));
  let best = 0;
  for (const first of shapes.values()) {
    for (const [at, second] of rounds.entries()) {
      const two: Pairs = [first[0] | second[0], first[1] | second[1]];
      if (count === 2) best = Math.max(best, bitsIn(two));
      for (let third = at; count === 3 && third < rounds.length; third++) {
        const [low = 0, high = 0] = rounds[third] ?? [];
        best = Math.max(best, bitsIn([two[0] | low, two[1] | high]));
      }
    }
  }
  return best;
}

function bitsIn([low, high]: Pairs): number {
  return ones(low) + ones(high);
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
