import { createStore } from 'zustand/vanilla';

/** Whether the re-planning sheet is open, and how much more time the running phase should get then. */
export const replanningDoor = createStore<{ open: boolean; moreMs: number }>(() => ({ open: false, moreMs: 0 }));

/** Opens the sheet. */
export const openReplanning = (moreMs = 0): void => replanningDoor.setState({ open: true, moreMs });

export const closeReplanning = (): void => replanningDoor.setState({ open: false });
