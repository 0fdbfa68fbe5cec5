import type { Audience, PersonView, RoomView, SeatView, SessionView, SliceDoc, StaffView } from '@werkraum/protocol';
import { commandTypes } from '@werkraum/protocol';
import { agendaView } from './agenda/view.ts';
import { progressViews, seatingViews, tablesView } from './breakouts/view.ts';
import type { Seat } from './people/people.ts';
import { mayTry } from './permissions.ts';
import { movingOf, placeOf, videoKeysOf } from './places.ts';
import { seatOf, seatsOf, tableOf } from './seats.ts';
import type { Session } from './session.ts';
import { publishOf } from './stage/publish.ts';
import { handsAt, stageView } from './stage/view.ts';
import { turnsView } from './turns/view.ts';

/**
 * What each audience may see: the only path by which state reaches a client. Privacy is the question in which
 * document something stands, and it is answered here and nowhere else.
 */
export function slices(session: Session): ReadonlyMap<Audience, SliceDoc> {
  const documents = new Map<Audience, SliceDoc>([
    ['session', sessionView(session)],
    ['staff', staffView(session)],
  ]);
  for (const room of roomViews(session)) documents.set(`room:${room.roomId}`, room);
  for (const seat of Object.values(session.people.seats) as Seat[])
    documents.set(`seat:${seat.id}`, seatView(session, seat));
  return documents;
}

/** Whom a seat belongs to, its own document last [WI-13]. Somebody waiting or removed belongs to nobody but themselves. */
export function audiencesOf(session: Session, seatId: Seat['id']): readonly Audience[] {
  const seat = seatOf(session, seatId);
  if (!seat) return [];
  if (seat.admission !== 'admitted') return [`seat:${seatId}`];
  const place = placeOf(session, seatId);
  const staff: Audience[] = seat.role === 'facilitator' || seat.role === 'timekeeper' ? ['staff'] : [];
  const room: Audience[] = place === 'plenary' || place === 'lobby' ? [] : [`room:${place}`];
  return ['session', ...staff, ...room, `seat:${seatId}`];
}

function sessionView(session: Session): SessionView {
  const { id: sessionId, title, language, status } = session;
  const tables = tablesView(session);
  const admitted = seatsOf(session).filter(({ admission }) => admission === 'admitted');
  return {
    ...{ sessionId, title, language, status },
    agenda: agendaView(session),
    people: Object.fromEntries(admitted.map((seat) => [seat.id, personView(session, seat)])),
    ...(tables && { tables }),
    stage: stageView(session),
  };
}

function personView(session: Session, { id, name, role, presence }: Seat): PersonView {
  const table = tableOf(session, id);
  return { name, role, presence, place: placeOf(session, id), ...(table && { table }) };
}

function staffView(session: Session): StaffView {
  return {
    seats: Object.fromEntries(seatsOf(session).map((seat) => [seat.id, staffSeat(seat)])),
    admission: session.people.admission,
    seating: seatingViews(session),
    progress: progressViews(session),
  };
}

function staffSeat({ name, role, presence, admission, invited, waitingSince }: Seat): StaffView['seats'][string] {
  return { name, role, presence, admission, invited, ...(admission === 'waiting' && { waitingSince }) };
}

function roomViews(session: Session): RoomView[] {
  const { open, rounds } = session.breakouts;
  const tables = (open && rounds[open.phaseId]?.tables) ?? [];
  return tables.map(({ roomId }) => {
    const turns = turnsView(session, roomId);
    const phaseId = (open ?? { phaseId: '' }).phaseId as RoomView['phaseId'];
    return { roomId, phaseId, ...(turns && { turns }), hands: handsAt(session, roomId) };
  });
}

function seatView(session: Session, seat: Seat): SeatView {
  const admission = seat.admission === 'expected' ? 'waiting' : seat.admission;
  const admitted = admission === 'admitted';
  const moving = movingOf(session, seat.id);
  return {
    ...{ seatId: seat.id, name: seat.name, role: seat.role, admission },
    place: placeOf(session, seat.id),
    may: admitted ? commandTypes.filter((type) => mayTry(session, seat, type)) : [],
    publish: publishOf(session, seat.id),
    mutes: session.stage.mutes[seat.id] ?? 0,
    ...(moving && { moving }),
    video: videoKeysOf(session, seat.id),
    ...(admission === 'waiting' && { lobby: lobbyView(session) }),
  };
}

// The programme and nothing else: who is inside is not for people at the door [PE-5].
function lobbyView({ title, language, status, agenda }: Session): NonNullable<SeatView['lobby']> {
  const phases = agenda.phases.map(({ kind, title, plannedMs }) => ({ kind, title, plannedMs }));
  return { title, language, status, phases };
}
