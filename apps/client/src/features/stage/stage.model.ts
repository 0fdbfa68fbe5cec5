import type { Instant, Role, RoomView, SeatView, SessionView, TurnsView } from '@werkraum/protocol';
import type { Picture, Quality } from '../../media/media-room.ts';
import type { MediaState } from '../../media/media-store.ts';

/** The clock of the turn that runs, for the speaker's tile. */
export interface TurnClock {
  graceUntil: Instant;
  endsAt: Instant;
  pausedAt?: Instant | undefined;
  slotMs: number;
}

/** One picture on the stage: a person, or the screen a person shares. */
export interface Tile {
  id: string;
  kind: 'person' | 'screen';
  name: string;
  role: Role;
  self: boolean;
  picture?: Picture | undefined;
  microphone: boolean;
  speaking: boolean;
  away: boolean;
  /** A facilitator who came to this table for a while. */
  visiting: boolean;
  quality: Quality;
  /** 1 for the hand that has been up longest. */
  hand?: number | undefined;
  turn?: TurnClock | undefined;
}

export interface StageModel {
  /** Shown large, above or beside the others. */
  large: readonly Tile[];
  tiles: readonly Tile[];
  /** Nobody else is in the plenary yet. (Alone at a table is a matter of the table, and said there.) */
  alone: boolean;
  /** Present when there are more people than tiles. */
  pager?: { from: number; to: number; total: number; back?: () => void; on?: () => void };
}

export interface StageInput {
  you: SeatView;
  session: SessionView;
  room: RoomView | undefined;
  media: Pick<MediaState, 'sight' | 'microphone' | 'camera' | 'screen'>;
  page: number;
  turnTo: (page: number) => void;
}

const MOST_TILES = 12;
/** Beside something large the others are a strip. */
const MOST_IN_STRIP = 5;

/** What the stage shows. Who is here comes from the session, never from the video room: pictures only join in. */
export function stage(input: StageInput): StageModel {
  const people = tilesOf(input);
  const screens = sharedScreens(input, people);
  const onStage = input.you.place === 'plenary' ? input.session.stage.onStage : {};
  const speakers = people.filter(({ id }) => id in onStage);
  const large = screens.length > 0 ? screens : speakers;
  const rest = screens.length > 0 ? people : people.filter((tile) => !speakers.includes(tile));
  const perPage = large.length > 0 ? MOST_IN_STRIP : MOST_TILES;
  return { large, alone: input.you.place === 'plenary' && people.length === 1, ...pageOf(rest, perPage, input) };
}

/** Oneself first, then by name: an order in which nobody jumps when somebody speaks, comes or goes. */
function tilesOf(input: StageInput): Tile[] {
  const { you, session, room } = input;
  const hands = handOrder(you.place === 'plenary' ? session.stage.hands : (room?.hands ?? {}));
  return Object.entries(session.people)
    .filter(([, person]) => person.place === you.place && person.presence !== 'expected')
    .map(([seatId]) => personTile(seatId, input, hands))
    .sort((a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

function personTile(seatId: string, input: StageInput, hands: ReadonlyMap<string, number>): Tile {
  const { you, session, room, media } = input;
  const person = session.people[seatId];
  const self = seatId === you.seatId;
  const seen = media.sight.people[seatId];
  return {
    id: seatId,
    kind: 'person',
    name: person?.name ?? '',
    role: person?.role ?? 'participant',
    self,
    picture: self ? media.camera.picture : seen?.camera,
    microphone: self ? media.microphone.on : (seen?.microphone ?? false),
    speaking: media.sight.speaking.includes(seatId),
    away: person?.presence === 'away',
    visiting: person?.role === 'facilitator' && you.place !== 'plenary' && person.table !== you.place,
    quality: media.sight.quality[seatId] ?? 'good',
    hand: hands.get(seatId),
    turn: turnClock(seatId, room?.turns),
  };
}

function sharedScreens({ media }: StageInput, people: readonly Tile[]): Tile[] {
  return people.flatMap((tile) => {
    const picture = tile.self ? media.screen.picture : media.sight.people[tile.id]?.screen;
    return picture ? [{ ...tile, id: `${tile.id}:screen`, kind: 'screen' as const, picture, turn: undefined }] : [];
  });
}

function handOrder(hands: Readonly<Record<string, Instant>>): Map<string, number> {
  const inOrder = Object.entries(hands).sort(([, a], [, b]) => a - b);
  return new Map(inOrder.map(([seatId], index) => [seatId, index + 1]));
}

function turnClock(seatId: string, turns: TurnsView | undefined): TurnClock | undefined {
  const { now } = turns ?? {};
  const turn = now && turns?.turns[now.turnId];
  if (!now || turn?.seatId !== seatId) return undefined;
  const { graceUntil, endsAt, pausedAt } = now;
  return { graceUntil, endsAt, pausedAt, slotMs: turn.slotMs ?? endsAt - graceUntil };
}

/** Milliseconds left of a turn; below zero it is overtime. The grace before it and a pause do not count. */
export const turnLeftMs = ({ graceUntil, endsAt, pausedAt }: TurnClock, now: Instant): number =>
  endsAt - Math.max(graceUntil, pausedAt ?? now);

function pageOf(
  people: readonly Tile[],
  perPage: number,
  { page, turnTo }: StageInput,
): Pick<StageModel, 'tiles' | 'pager'> {
  if (people.length <= perPage) return { tiles: people };
  const last = Math.ceil(people.length / perPage) - 1;
  const at = Math.min(page, last);
  const tiles = people.slice(at * perPage, (at + 1) * perPage);
  return {
    tiles,
    pager: {
      from: at * perPage + 1,
      to: at * perPage + tiles.length,
      total: people.length,
      ...(at > 0 ? { back: () => turnTo(at - 1) } : {}),
      ...(at < last ? { on: () => turnTo(at + 1) } : {}),
    },
  };
}

/** Columns and rows for a number of equal tiles, in a wide and in a tall place. */
export function grid(count: number): { wide: number; tall: number; wideRows: number; tallRows: number } {
  const wide = count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4;
  const tall = count <= 2 ? 1 : count <= 8 ? 2 : 3;
  const rows = (columns: number) => Math.max(1, Math.ceil(count / columns));
  return { wide, tall, wideRows: rows(wide), tallRows: rows(tall) };
}
