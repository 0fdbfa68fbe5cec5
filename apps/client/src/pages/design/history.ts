/** What was edited, what it was before, and what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
  /** Names the edit that led here: the next edit of the same name joins it, as letters join a word. */
  readonly edit?: string;
}

/** More steps than anybody takes back one by one. */
const STEPS = 200;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** Records an edit. Edits that follow each other under the same name are taken back together; without a name each stands alone. */
export function did<T>(history: History<T>, next: T, edit?: string): History<T> {
  if (next === history.now) return history;
  const joins = edit !== undefined && edit === history.edit;
  const past = joins ? history.past : [...history.past, history.now].slice(-STEPS);
  return { past, now: next, future: [], ...(edit === undefined ? {} : { edit }) };
}

/** One step back; the same history when there is none. */
export function undo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** One step forward again; the same history when there is none. */
export function redo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: later };
}
