import type { FacilitatorsView } from '@werkraum/protocol';

/** What whoever facilitates the model workshop has to themselves: notes on some of its phases. */
export const modelFacilitators = (): FacilitatorsView => ({
  notes: {
    intro: { text: 'Name the three promises: equal time, a protected space, joint results.', revision: 0 },
    talk: { text: 'Salma speaks 15 minutes. Ask for one example from a small town.', revision: 0 },
    'round-1': { text: 'Table B tends to be quiet: look in after ten minutes.', revision: 0 },
    'round-2': { text: 'Remind everybody: instruments, not strategies.', revision: 0 },
  },
  boards: {
    ...{ 'round-1': { dots: 5 }, 'round-2': { dots: 3 }, 'round-3': { dots: 3 } },
    reflection: { dots: 3 },
  },
  rotation: { rules: {} },
  doings: {},
  announcements: {},
});
