/** So many phases an agenda may have. */
export const MOST_PHASES = 60;

/** So long it may be planned altogether, in milliseconds. */
export const LONGEST_AGENDA_MS = 24 * 3_600_000;
