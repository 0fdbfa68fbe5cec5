/** One file may be so large. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** A PDF may have so many pages, and so many images make one deck. */
export const MOST_DECK_PAGES = 100;

/** An image may have so many pixels. */
export const MOST_PIXELS = 40_000_000;

/** Images are kept with so many pixels on their longer side at most. */
export const LONGEST_SIDE = 2_560;

/** So many decks one person may have at the same time. */
export const MOST_DECKS = 3;

/** What one person's decks may take up together. */
export const MOST_BYTES_OF_ONE = 40 * 1024 * 1024;

/** What the decks of one session may take up together. */
export const MOST_BYTES_OF_ALL = 500 * 1024 * 1024;
