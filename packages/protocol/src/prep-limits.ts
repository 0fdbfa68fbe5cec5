/** So many UTF-16 units one written answer may have. In a file of its own without schemas, so that pages can know it without those. */
export const ANSWER_MAX = 2_000;
