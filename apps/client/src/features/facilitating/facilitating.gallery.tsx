import type { AnnouncementView, PhaseId, RoomId, SeatId, StaffView } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { aBreak } from '../../gallery/model-break.ts';
import { type Documents, modelSession, roomIdOf, type Scene } from '../../gallery/model-session.ts';
import type { Exhibit } from '../../gallery/registry.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { RoomPage } from '../../pages/room/room-page.tsx';
import { fetchRoomParts, ToDoPanel } from '../../pages/room/room-parts.ts';
import { TableTiles } from '../breakouts/table-tiles.tsx';
import { FacilitatorDesk } from './desk.tsx';
import { TheirView } from './their-view.tsx';

const MINUTE = 60_000;
const A = roomIdOf('round-1', 'A');
const B = roomIdOf('round-1', 'B');
type Change = (documents: Documents) => Documents;

const inRoom =
  (scene: Scene, change: Change = (documents) => documents, view = <RoomPage />) =>
  () => {
    const documents = change(modelSession({ language: currentLanguage(), ...scene }));
    return <ConnectionProvider connection={literalConnection(documents)}>{view}</ConnectionProvider>;
  };

const knowing =
  (progress: Readonly<Record<RoomId, Partial<StaffView['progress'][string]>>>): Change =>
  (documents) => {
    const { staff } = documents;
    if (!staff) return documents;
    const known = Object.entries(staff.progress).map(([id, table]) => [id, { ...table, ...progress[id as RoomId] }]);
    return { ...documents, staff: { ...staff, progress: Object.fromEntries(known) } };
  };

const together =
  (...changes: readonly Change[]): Change =>
  (documents) =>
    changes.reduce((soFar, change) => change(soFar), documents);

const said = (text: string, now: number): AnnouncementView => ({
  ...{ text, at: now - 15_000, until: now + 45_000 },
  by: 'frieda' as SeatId,
});

const announced: Change = (documents) => {
  const { session, room, facilitators, now } = documents;
  const toAll = said('Five minutes left: please write down your three points, one card each.', now);
  const toTable = said('Hakan is on his way to you.', now);
  const kept = {
    one: { ...toAll, to: 'everybody' as const, state: 'shown' as const },
    two: { ...toTable, at: now - 9 * MINUTE, to: A, state: 'over' as const },
    three: { ...toTable, text: 'Wrong table', at: now - 12 * MINUTE, to: B, state: 'taken-back' as const },
  };
  return {
    ...documents,
    session: { ...session, announcements: { one: toAll } },
    ...(room && { room: { ...room, announcements: { two: toTable } } }),
    ...(facilitators && { facilitators: { ...facilitators, announcements: kept } }),
  };
};

const didThings: Change = (documents) => {
  const { facilitators, now } = documents;
  if (!facilitators) return documents;
  const doings = {
    7: { by: 'salma' as SeatId, at: now - 8 * MINUTE, type: 'advance-phase', phaseId: 'round-1' as PhaseId },
    8: {
      by: 'frieda' as SeatId,
      at: now - 5 * MINUTE,
      type: 'extend-phase',
      phaseId: 'round-1' as PhaseId,
      byMs: 5 * MINUTE,
    },
    9: { by: 'salma' as SeatId, at: now - MINUTE, type: 'visit-table', roomId: B },
  };
  return { ...documents, facilitators: { ...facilitators, doings } };
};

/** So many tables, with long names and topics, in every state. */
const manyTables =
  (count: number): Change =>
  (documents) => {
    const { session, staff, now } = documents;
    if (!session.tables || !staff) return documents;
    const order = Array.from({ length: count }, (_, at) => `round-1-t${at}` as RoomId);
    const topic = 'Strategies, structures and processes for climate-neutral administration';
    const rooms = Object.fromEntries(order.map((id, at) => [id, { label: String(at + 1), topic }]));
    const state = (at: number) => ({
      ...{ lonely: at % 7 === 3, hands: (at % 3 === 0 ? { ada: now } : {}) as Record<string, number> },
      ...(at % 5 === 2 && { help: now - at * 10_000 }),
      ...(at % 4 === 0 && { signal: 'ready' as const }),
      ...(at % 4 === 1 && { signal: 'more-time' as const }),
    });
    const people = Object.fromEntries(
      Array.from({ length: count * 4 }, (_, at) => {
        const place = order[at % count] as RoomId;
        const name = at % 5 === 0 ? 'Maria-Magdalena Schulze-Oberhausen' : `Person ${at + 1}`;
        const presence = at % 6 === 5 ? ('away' as const) : ('here' as const);
        return [`p${at}`, { name, role: 'participant' as const, presence, place, table: place }];
      }),
    );
    return {
      ...documents,
      session: { ...session, tables: { ...session.tables, order, rooms }, people: { ...session.people, ...people } },
      staff: { ...staff, progress: Object.fromEntries(order.map((id, at) => [id, state(at)])) },
    };
  };

/** A trial of moving, at its tables or on the way back. */
const practising =
  (state: 'gathering' | 'open' | 'closing'): Change =>
  (documents) => {
    const { session, you, now } = documents;
    const round = modelSession({ moment: state === 'gathering' ? 'gathering' : 'inputs' }).session;
    const phaseId = session.agenda.clock?.phaseId;
    if (!round.tables || !phaseId) return documents;
    const rooms = Object.fromEntries(
      Object.entries(round.tables.rooms).map(([id, { label }]) => [id, { label, topic: '' }]),
    );
    const times = {
      gathering: { gatherUntil: now + 6_000, practiceUntil: now + 76_000 },
      open: { practiceUntil: now + 41_000 },
      closing: { closesAt: now + 7_000, practiceUntil: now + 7_000 },
    }[state];
    const { gatherUntil: _before, ...tables } = round.tables;
    const place = round.people[you.seatId]?.place ?? 'plenary';
    const moving =
      state === 'gathering' ? ({ to: A, at: now + 6_000 } as const) : ({ to: 'plenary', at: now + 7_000 } as const);
    const isSitting = you.role === 'participant';
    const may = isSitting
      ? [...you.may, 'call-help', 'go-to-table', 'return-to-plenary']
      : [...you.may, 'stop-practice'];
    return {
      ...documents,
      session: { ...session, people: round.people, tables: { ...tables, phaseId, state, rooms, ...times } },
      you: { ...you, place, may, ...(isSitting && state !== 'open' && { moving }) },
      ...(place !== 'plenary' && { room: { roomId: A, phaseId, hands: {} } }),
    };
  };

const help = (documents: Documents) => knowing({ [B]: { help: documents.now - 3 * MINUTE } })(documents);
const signals = knowing({ [A]: { signal: 'ready' }, [B]: { signal: 'more-time' } });
const calling: Change = (documents) => ({
  ...documents,
  ...(documents.room && {
    room: {
      ...documents.room,
      help: { at: documents.now, by: 'ben' as SeatId },
      signal: { signal: 'ready', by: 'ada' as SeatId },
    },
  }),
});
const hands = (documents: Documents) => knowing({ [A]: { hands: { cem: documents.now - 5 * MINUTE } } })(documents);
const visited: Change = (documents) => {
  const { frieda } = documents.session.people;
  if (!frieda) return documents;
  return {
    ...documents,
    session: { ...documents.session, people: { ...documents.session.people, frieda: { ...frieda, place: A } } },
  };
};

const FRIEDA = { moment: 'inputs', you: 'frieda' } as const;
const busy = together(help, signals, hands, didThings);

await fetchRoomParts();

const EXHIBITS: Readonly<Record<string, () => ComponentChildren>> = {
  'tables at work': inRoom(FRIEDA, busy, <TableTiles />),
  'tables at work, 60 of them': inRoom(FRIEDA, manyTables(60), <TableTiles />),
  'tables at work, people on their way': inRoom({ moment: 'gathering', you: 'frieda' }, undefined, <TableTiles />),
  'to do': inRoom(FRIEDA, busy, <ToDoPanel />),
  'to do, hands in the plenary': inRoom({ moment: 'talk', you: 'frieda' }, undefined, <ToDoPanel />),
  'to do, nothing': inRoom({ moment: 'intro', you: 'frieda' }, undefined, <ToDoPanel />),
  desk: inRoom(FRIEDA, together(announced, didThings), <FacilitatorDesk />),
  'desk, before the start': inRoom({ moment: 'doors-open', you: 'frieda' }, undefined, <FacilitatorDesk />),
  'desk, introduction': inRoom({ moment: 'intro', you: 'frieda' }, undefined, <FacilitatorDesk />),
  'desk, practice runs': inRoom({ moment: 'intro', you: 'frieda' }, practising('open'), <FacilitatorDesk />),
  'what they see': inRoom(FRIEDA, announced, <TheirView close={() => {}} />),
  'what they see, gathering': inRoom({ moment: 'gathering', you: 'frieda' }, undefined, <TheirView close={() => {}} />),
};

const ROOMS: Readonly<Record<string, () => ComponentChildren>> = {
  break: inRoom({ moment: 'talk', elapsedMs: 5 * MINUTE }, aBreak),
  'break, facilitator': inRoom({ moment: 'talk', elapsedMs: 5 * MINUTE, you: 'frieda' }, aBreak),
  'break, over': inRoom({ moment: 'talk', elapsedMs: 21 * MINUTE }, aBreak),
  announcements: inRoom({ moment: 'inputs' }, announced),
  'table calls and is ready': inRoom({ moment: 'inputs' }, calling),
  'table is visited': inRoom({ moment: 'inputs' }, visited),
  'practice, on the way': inRoom({ moment: 'intro' }, practising('gathering')),
  'practice, at the table': inRoom({ moment: 'intro' }, practising('open')),
  'practice, on the way back': inRoom({ moment: 'intro' }, practising('closing')),
  'practice, facilitator': inRoom({ moment: 'intro', you: 'frieda' }, practising('open')),
};

const named = (group: string, each: typeof EXHIBITS): Exhibit[] =>
  Object.entries(each).map(([name, render]) => ({ name: `${group} / ${name}`, render }));

export const exhibits: readonly Exhibit[] = [...named('facilitating', EXHIBITS), ...named('room', ROOMS)];
