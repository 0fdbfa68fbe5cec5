import type { DoingView, FacilitatorsView, SeatId, SessionView, StaffView } from '@werkraum/protocol';

/** What is said of a doing; the view turns it into a sentence. */
export interface DoingLine {
  number: number;
  name: string;
  own: boolean;
  at: number;
  type: string;
  values: { person: string; title: string; label: string; minutes: string };
}

/** What facilitators did, newest first. */
export function doingLines(
  { doings }: FacilitatorsView,
  session: SessionView,
  staff: StaffView | undefined,
  own: SeatId,
): readonly DoingLine[] {
  return Object.entries(doings)
    .map(([number, doing]) => doingLine(Number(number), doing, session, staff, own))
    .sort((a, b) => b.number - a.number);
}

function doingLine(
  number: number,
  { by, at, type, phaseId, roomId, seatId, byMs = 0 }: DoingView,
  { people, agenda, tables }: SessionView,
  staff: StaffView | undefined,
  own: SeatId,
): DoingLine {
  const nameOf = (id: string | undefined) => (id && (people[id]?.name ?? staff?.seats[id]?.name)) || '…';
  const seating = Object.values(staff?.seating ?? {});
  const label = roomId && (tables?.rooms[roomId] ?? seating.find(({ rooms }) => rooms[roomId])?.rooms[roomId])?.label;
  return {
    ...{ number, at, type, name: nameOf(by), own: by === own },
    values: {
      person: nameOf(seatId),
      title: (phaseId && agenda.phases[phaseId]?.title) || '…',
      label: label || '…',
      minutes: minutes(byMs),
    },
  };
}

/** `+5`, `−1`, `+0.5`: with a real minus sign. */
const minutes = (byMs: number): string => `${byMs < 0 ? '−' : '+'}${Math.round(Math.abs(byMs) / 6_000) / 10}`;

/** What others did since a number, oldest first, as far as it is worth a line that comes and goes. */
export const newDoings = (lines: readonly DoingLine[], after: number): readonly DoingLine[] =>
  lines.filter(({ number, own, type }) => number > after && !own && !QUIET.has(type)).toReversed();

/** Seen where it happens, or many in a row: these stand in the list only. */
const QUIET: ReadonlySet<string> = new Set([
  ...['assign-seat', 'set-tables', 'set-groups', 'plan-groups', 'leave-table', 'reissue-link', 'mute-seat'],
  ...['add-seating-rule', 'drop-seating-rule', 'ask-rotation', 'dismiss-rotation', 'nudge-speaker', 'start-beat'],
]);
