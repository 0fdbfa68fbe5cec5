// What facilitators see beside everybody's room, fetched as one.
export { FacilitatorDesk } from './desk.tsx';
export { RunningPractice } from './practice-offer.tsx';
export { ToDoPanel } from './to-do.tsx';
export { FacilitatorWatch } from './watch.tsx';
