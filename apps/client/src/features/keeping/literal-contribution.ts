import { createStore } from 'zustand/vanilla';
import type { ContributionDesk, ContributionState } from './contribution-desk.ts';

/** A desk that stands as it is told: for the gallery. */
export const literalContribution = (state: ContributionState = {}): ContributionDesk => ({
  store: createStore<ContributionState>(() => state),
  save: async () => false,
  erase: async () => false,
});
