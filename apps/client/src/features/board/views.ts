// What the room fetches of boards in one go.
export { BoardCentre } from './board-centre.tsx';
export { BoardDesk } from './board-desk.tsx';
export { HandOverNotice } from './hand-over-notice.tsx';
