/** A finite ring on 0 … order − 1 in which 0 and 1 are what they are called. */
export interface Ring {
  readonly order: number;
  add(one: number, other: number): number;
  minus(one: number, other: number): number;
  times(one: number, other: number): number;
  /** The nth of its elements in an order that keeps the first few as different from each other as can be. */
  nth(index: number): number;
}

/**
 * Coefficients of x^0, x^1 … of what x^m is replaced with, by order p^m: from irreducible polynomials such as x² + x + 1
 * for 4. (Lidl and Niederreiter, "Finite Fields", table C.)
 */
const POWERS: Readonly<Record<number, readonly [prime: number, ...coefficients: number[]]>> = {
  4: [2, 1, 1],
  8: [2, 1, 1, 0],
  16: [2, 1, 1, 0, 0],
  32: [2, 1, 0, 1, 0, 0],
  9: [3, 2, 0],
  27: [3, 2, 1, 0],
  25: [5, 3, 0],
  49: [7, 6, 0],
};

/** The field of a prime power up to 61; elements are the digits, base p, of polynomials over Z_p. */
export function fieldOf(order: number): Ring {
  const [prime, ...folded] = POWERS[order] ?? [order];
  if (folded.length === 0) return cyclic(order);
  const places = folded.map((_, place) => prime ** place);
  const digit = (value: number, place: number) => Math.floor(value / place) % prime;
  const byDigits = (join: (one: number, other: number) => number) =>
    tabled(order, (one, other) =>
      places.reduce((sum, place) => sum + (join(digit(one, place), digit(other, place)) % prime) * place, 0),
    );
  const add = byDigits((one, other) => one + other);
  const minus = byDigits((one, other) => one - other + prime);
  const byX = (value: number): number => {
    const last = digit(value, order / prime);
    const folds = folded.reduce((sum, coefficient, at) => sum + ((last * coefficient) % prime) * (places[at] ?? 0), 0);
    return add((value * prime) % order, folds);
  };
  return {
    order,
    add,
    minus,
    times: tabled(order, timesBy(order, places, { add, byX })),
    nth: (index) => index % order,
  };
}

/** Multiplication digit by digit: each digit of the second factor adds the first, moved up by so many places. */
function timesBy(
  order: number,
  places: readonly number[],
  { add, byX }: { add: Ring['add']; byX(value: number): number },
): Ring['times'] {
  const prime = order / (places.at(-1) ?? 1);
  return (one, other) => {
    let [product, shifted] = [0, one];
    for (const place of places) {
      for (let digit = Math.floor(other / place) % prime; digit > 0; digit--) product = add(product, shifted);
      shifted = byX(shifted);
    }
    return product;
  };
}

/** An operation worked out for all pairs beforehand. */
function tabled(order: number, of: (one: number, other: number) => number): (one: number, other: number) => number {
  const table = new Uint8Array(order * order);
  for (let one = 0; one < order; one++) {
    for (let other = 0; other < order; other++) table[one * order + other] = of(one, other);
  }
  return (one, other) => table[one * order + other] ?? 0;
}

/** Whole numbers modulo the order. */
export const cyclic = (order: number): Ring => ({
  order,
  add: (one, other) => (one + other) % order,
  minus: (one, other) => (one - other + order) % order,
  times: (one, other) => (one * other) % order,
  nth: (index) => index % order,
});

/**
 * A ring of any order: the product of the fields of its prime powers, as in MacNeish's Latin squares ("Euler squares",
 * Annals of Mathematics 23, 1922). It counts along the diagonal, so that elements less apart than the smallest of the
 * fields differ in every part.
 */
export function ringOf(order: number): Ring {
  const [first = 1, ...rest] = primePowers(order);
  const field = fieldOf(first);
  if (rest.length === 0) return field;
  const other = ringOf(order / first);
  const both = (name: 'add' | 'minus' | 'times') =>
    tabled(order, (one, two) => {
      const [high, low] = [
        other[name](Math.floor(one / first), Math.floor(two / first)),
        field[name](one % first, two % first),
      ];
      return low + first * high;
    });
  return {
    ...{ order, add: both('add'), minus: both('minus'), times: both('times') },
    nth: (index) => field.nth(index) + first * other.nth(index),
  };
}

/** The powers of different primes that a number is the product of. */
export function primePowers(value: number): number[] {
  const powers: number[] = [];
  for (let prime = 2, left = value; left > 1; prime++) {
    let power = 1;
    for (; left % prime === 0; left /= prime) power *= prime;
    if (power > 1) powers.push(power);
  }
  return powers;
}
