import { later } from '../../ui/later.tsx';

/** The own name in the booklet, among the room's settings. */
export const NamingSetting = later(() => import('./room-parts.tsx').then((part) => part.NamingSetting), ['booklet']);
/** The way to the booklet, when the workshop is over. */
export const BookletCard = later(() => import('./room-parts.tsx').then((part) => part.BookletCard), ['booklet']);
