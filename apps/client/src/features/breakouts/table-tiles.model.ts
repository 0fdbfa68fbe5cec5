import type { Command, Instant, RoomId, SeatId, StaffView, TableSignal, TurnsView } from '@werkraum/protocol';
import { type PlanDocuments, peopleAt } from './floor-plan.model.ts';
import { visitorsAt } from './visitors.model.ts';

type Progress = StaffView['progress'][string];

export interface TilePerson {
  seatId: SeatId;
  name: string;
  state: 'here' | 'away' | 'on-the-way';
}

/** One table while it works, as a facilitator may see it: how it gets on, never what it says. */
export interface TableTile {
  roomId: RoomId;
  label: string;
  topic: string;
  /** The key that leads there. */
  shortcut: string | undefined;
  people: readonly TilePerson[];
  visitors: readonly string[];
  /** Who speaks in the input round; below zero their time is over. */
  speaker: { name: string; leftMs: number; paused: boolean } | undefined;
  inputs: { done: number; total: number } | undefined;
  help: Instant | undefined;
  signal: TableSignal | undefined;
  lonely: boolean;
  hands: number;
  /** Cards on its board, those that are not shown included. */
  cards: number;
  /** This facilitator sits there now. */
  here: boolean;
  visit: Command | undefined;
  putAway: Command | undefined;
}

const KEYS = 9;

/** The tables in use, in their order or those that call first. Empty while none are in use. */
export function tableTiles(documents: PlanDocuments, now: Instant, helpFirst: boolean): readonly TableTile[] {
  const tiles = (documents.session.tables?.order ?? []).map((roomId, at) => tile(documents, roomId, at, now));
  if (!helpFirst) return tiles;
  return tiles.toSorted((a, b) => (a.help ?? Number.POSITIVE_INFINITY) - (b.help ?? Number.POSITIVE_INFINITY) || 0);
}

function tile(documents: PlanDocuments, roomId: RoomId, at: number, now: Instant): TableTile {
  const { session, you, staff } = documents;
  const { tables } = session;
  const progress: Progress | undefined = staff?.progress[roomId];
  const here = you.place === roomId;
  const canVisit = tables && !here && you.may.includes('visit-table');
  const canPutAway = progress?.help !== undefined && you.may.includes('clear-help');
  return {
    roomId,
    label: tables?.rooms[roomId]?.label ?? '',
    topic: tables?.rooms[roomId]?.topic ?? '',
    shortcut: at < KEYS ? String(at + 1) : undefined,
    people: peopleOf(documents, roomId),
    visitors: visitorsAt(session, roomId),
    speaker: progress?.turns && speakerOf(documents, progress.turns, now),
    inputs: progress?.turns && inputsOf(progress.turns),
    help: progress?.help,
    signal: progress?.signal,
    lonely: progress?.lonely ?? false,
    hands: Object.keys(progress?.hands ?? {}).length,
    cards: (progress?.board?.cards ?? 0) + (progress?.board?.alone ?? 0),
    here,
    visit: canVisit ? { type: 'visit-table', phaseId: tables.phaseId, roomId } : undefined,
    putAway: canPutAway ? { type: 'clear-help', roomId } : undefined,
  };
}

/** Who belongs to the table: those who are there first, then who is on the way or away. */
function peopleOf({ session }: PlanDocuments, roomId: RoomId): TilePerson[] {
  const there = peopleAt(session, roomId).filter(([, { table }]) => table === roomId);
  const elsewhere = (Object.keys(session.people) as SeatId[]).filter(
    (seatId) => session.people[seatId]?.table === roomId && session.people[seatId]?.place !== roomId,
  );
  return [...there.map(([seatId]) => seatId), ...elsewhere].flatMap((seatId) => {
    const person = session.people[seatId];
    if (!person) return [];
    const state = person.presence !== 'here' ? 'away' : person.place === roomId ? 'here' : 'on-the-way';
    return [{ seatId, name: person.name, state }];
  });
}

function speakerOf({ session }: PlanDocuments, { now: running, turns }: TurnsView, now: Instant): TableTile['speaker'] {
  const seatId = running && turns[running.turnId]?.seatId;
  if (!running || !seatId) return undefined;
  const { graceUntil, endsAt, pausedAt } = running;
  const leftMs = endsAt - Math.max(graceUntil, pausedAt ?? now);
  return { name: session.people[seatId]?.name ?? '', leftMs, paused: pausedAt !== undefined };
}

/** How many inputs are over, of those that can still be given. */
function inputsOf({ turns }: TurnsView): TableTile['inputs'] {
  const counted = Object.values(turns).filter(({ state }) => state !== 'absent');
  const over = counted.filter(({ state }) => state === 'done' || state === 'passed' || state === 'skipped');
  return counted.length > 0 ? { done: over.length, total: counted.length } : undefined;
}

/** How many tables said what about their time. */
export function signalCount(tiles: readonly TableTile[]): { ready: number; more: number; total: number } {
  const saying = (wanted: TableSignal) => tiles.filter(({ signal }) => signal === wanted).length;
  return { ready: saying('ready'), more: saying('more-time'), total: tiles.length };
}
