/** The figures of a scale, lowest first, both ends included. */
export const figuresOf = ({ from, to }: { from: number; to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
