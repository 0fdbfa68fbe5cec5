/** A seat's centre in per cent of its area's width and height. */
export interface Spot {
  x: number;
  y: number;
}

/** More seats than this do not fit a circle that can be read; they are drawn as rows. */
export const MOST_IN_CIRCLES = 36;

const OUTER = { x: 41, y: 38 };
const INNER = { x: 22, y: 19 };
const MOST_IN_OUTER = 16;

/** Spots of `count` seats around a table or in the plenary's circle, from the top, clockwise; a second circle inside when there are many. */
export function seatCircle(count: number): readonly Spot[] {
  const outer = count <= MOST_IN_OUTER ? count : Math.ceil((count * 2) / 3);
  return [...circle(outer, OUTER), ...circle(count - outer, INNER)];
}

function circle(count: number, radius: Spot): Spot[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI - Math.PI / 2;
    return { x: round(50 + radius.x * Math.cos(angle)), y: round(50 + radius.y * Math.sin(angle)) };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
