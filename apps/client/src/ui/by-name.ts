const names = new Intl.Collator();

/** Compares names as this browser's language sorts them. One collator for all: `localeCompare` looks it up each time. */
export const byName = (one: string, other: string): number => names.compare(one, other);
