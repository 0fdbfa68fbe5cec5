import { later } from '../../ui/later.tsx';

const show = () => import('./show-slides.tsx');

// Nothing of slides is on the screen one enters with; the reader of PDFs comes later still, with the first deck.
export const SlidesOnStage = later(
  () => import('./slides-on-stage.tsx').then((part) => part.SlidesOnStage),
  ['slides'],
);
export const ShowSlides = later(() => show().then((part) => part.ShowSlides), ['slides']);
export const ShowOwnSlides = later(() => show().then((part) => part.ShowOwnSlides), ['slides']);
/** An own deck to look at, before the workshop. */
export const DeckPreview = later(() => import('./deck-preview.tsx').then((part) => part.DeckPreview), ['slides']);
