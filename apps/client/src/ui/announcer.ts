import { createStore } from 'zustand/vanilla';

/** What is being read out. `turn` tells a repeated sentence from the same one drawn again. */
export interface Announcement {
  text: string;
  turn: number;
}

/** How long the same sentence is not read out again. */
const QUIET_MS = 3_000;

export const announcements = createStore<Announcement>(() => ({ text: '', turn: 0 }));
let lastAt = Number.NEGATIVE_INFINITY;

/** Has a screen reader say `text` when it is done with what it is saying. The same text right after itself is dropped. */
export function announce(text: string, at: number = performance.now()): void {
  const last = announcements.getState();
  if (text === last.text && at - lastAt < QUIET_MS) return;
  lastAt = at;
  announcements.setState({ text, turn: last.turn + 1 });
}
