// All of re-planning that is fetched at once, after the room stands.
export { AgendaDesk } from './agenda-desk.tsx';
export { MoreTimeOffer } from './more-time.tsx';
export { ExtendLine, ReplanLine } from './replan-line.tsx';
export { ReplanSheet } from './replan-sheet.tsx';
