import { later } from '../../ui/later.tsx';

/** The tables at work, for facilitators: part of the floor plan, with words of its own. */
export const TableTiles = later(() => import('./table-tiles.tsx').then((part) => part.TableTiles), ['facilitating']);
