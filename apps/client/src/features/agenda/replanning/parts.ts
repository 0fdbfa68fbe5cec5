import { later } from '../../../ui/later.tsx';

const load = () => import('./screens.ts');

// Only who facilitates sees these, and none of them on entering.
export const AgendaDesk = later(() => load().then((screens) => screens.AgendaDesk), ['replanning']);
export const ReplanSheet = later(() => load().then((screens) => screens.ReplanSheet), ['replanning']);
export const ReplanLine = later(() => load().then((screens) => screens.ReplanLine), ['replanning']);
export const ExtendLine = later(() => load().then((screens) => screens.ExtendLine), ['replanning']);
export const MoreTimeOffer = later(() => load().then((screens) => screens.MoreTimeOffer), ['replanning']);

/** Fetches at once what the room can show of it. */
export const ReplanningParts = {
  fetch: async (): Promise<void> => {
    await Promise.all([AgendaDesk, ReplanSheet, ReplanLine, ExtendLine, MoreTimeOffer].map((part) => part.fetch()));
  },
};
