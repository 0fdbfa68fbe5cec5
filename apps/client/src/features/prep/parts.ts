import { later } from '../../ui/later.tsx';

// Wanted where somebody has prepared something, and never on the first screen.
const cards = () => import('./prep-cards.tsx');
export const PrepCards = later(() => cards().then((part) => part.PrepCards), ['prep']);
export const SharedAnswers = later(() => cards().then((part) => part.SharedAnswers), ['prep']);
export const PreparationLink = later(() => cards().then((part) => part.PreparationLink), ['prep']);
export const OwnAnswers = later(() => cards().then((part) => part.OwnAnswers), ['prep']);
export const OwnAnswersInTurn = later(() => cards().then((part) => part.OwnAnswersInTurn), ['prep']);
/** A facilitator's own. */
export const ReadinessPanel = later(
  () => import('./readiness-panel.tsx').then((part) => part.ReadinessPanel),
  ['prep'],
);
