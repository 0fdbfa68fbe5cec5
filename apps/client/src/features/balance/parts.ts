import { later } from '../../ui/later.tsx';

// Nobody's first look at the room is at speaking times: all of it comes after the room stands, with its own words.
const views = () => import('./views.ts');

/** Measures and tells; draws nothing. */
export const BalanceKeeper = later(() => import('./balance-keeper.tsx').then((part) => part.BalanceKeeper));
export const BalanceLine = later(() => views().then((part) => part.BalanceLine), ['balance']);
export const BalanceSettings = later(() => views().then((part) => part.BalanceSettings), ['balance']);
export const ConsentQuestion = later(
  () => import('./consent-question.tsx').then((part) => part.ConsentQuestion),
  ['balance'],
);
export const HandOrder = later(() => views().then((part) => part.HandOrder), ['balance']);
export const KeptLine = later(() => views().then((part) => part.KeptLine), ['balance']);
/** How one place is, for a facilitator. */
export const PlaceBalance = later(() => views().then((part) => part.PlaceBalance), ['balance']);

/** Fetches at once what the room can show of it. */
export const BalanceParts = {
  fetch: async (): Promise<void> => {
    const parts = [BalanceKeeper, BalanceLine, BalanceSettings, HandOrder, KeptLine, PlaceBalance];
    await Promise.all(parts.map((part) => part.fetch()));
  },
};
