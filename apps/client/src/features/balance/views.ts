export { BalanceLine } from './balance-line.tsx';
export { BalanceSettings } from './balance-settings.tsx';
export { HandOrder } from './hand-order.tsx';
export { KeptLine } from './kept-line.tsx';
export { PlaceBalance } from './place-balance.tsx';
