import { later } from '../../ui/later.tsx';

/** What one may do about the own contribution, at the end of the workshop. */
export const OwnWork = later(() => import('./own-work.tsx').then((part) => part.OwnWork), ['keeping']);

/** For those who facilitated: by what the record of the workshop is recognised later. */
export const RecordNote = later(() => import('./record-check.tsx').then((part) => part.RecordNote), ['keeping']);
