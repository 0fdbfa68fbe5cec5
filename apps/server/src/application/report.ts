/** Where faults go that nobody asked about. `doing` says in a few plain words what was tried; it never holds names or secrets. */
export type Report = (error: unknown, doing?: string) => void;
