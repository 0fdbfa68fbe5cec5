import type { Instant, Place, Role, RoomView, SeatView, SessionView, TurnsView } from '@werkraum/protocol';
import type { Picture, Quality } from '../../media/media-room.ts';
import type { MediaState } from '../../media/media-store.ts';
import { byName } from '../../ui/by-name.ts';
import { grouped } from '../../ui/grouped.ts';
import { kept } from '../../ui/kept.ts';
import { showingHere } from '../slides/showing-here.ts';
import { turnsHere } from '../turns/turns-here.ts';

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
  /** Slides are shown, in the place of speakers. */
  slides: boolean;
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
  const { you, session, room } = input;
  const people = peopleHere(input);
  const hands = handOrder(you.place === 'plenary' ? session.stage.hands : (room?.hands ?? {}));
  const tile = (seatId: string) => personTile(seatId, input, hands);
  const screens = people.flatMap((seatId) => sharedScreen(tile, seatId, input));
  const onStage = you.place === 'plenary' ? session.stage.onStage : {};
  const showing = showingHere(session, you, room);
  const leads = (seatId: string) => Object.hasOwn(onStage, seatId) || seatId === showing?.presenter;
  const besides = showing !== undefined || screens.length > 0;
  const large = besides ? screens : people.filter(leads).map(tile);
  // What is shown takes the place of those who speak: they come first among the others.
  const others = people.filter((seatId) => !leads(seatId));
  const small = besides ? [...people.filter(leads), ...others] : others;
  const perPage = besides || large.length > 0 ? MOST_IN_STRIP : MOST_TILES;
  const { shown, pager } = pageOf(small, perPage, input);
  const alone = you.place === 'plenary' && people.length === 1;
  return { large, slides: showing !== undefined, alone, tiles: shown.map(tile), ...(pager && { pager }) };
}

/** Oneself first, then by name: an order in which nobody jumps when somebody speaks, comes or goes. */
function peopleHere({ you, session }: StageInput): readonly string[] {
  const here = peoplePresent(session.people).get(you.place) ?? [];
  return here.includes(you.seatId) ? [you.seatId, ...here.filter((seatId) => seatId !== you.seatId)] : here;
}

const peoplePresent = kept((people: SessionView['people']): ReadonlyMap<Place, string[]> => {
  const present = Object.entries(people).filter(([, { presence }]) => presence !== 'expected');
  present.sort(([idA, a], [idB, b]) => byName(a.name, b.name) || (idA < idB ? -1 : 1));
  const places = grouped(present, ([, { place }]) => place);
  return new Map([...places].map(([place, there]) => [place, there.map(([seatId]) => seatId)]));
});

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
    turn: turnClock(seatId, turnsHere(session, you, room)),
  };
}

function sharedScreen(tile: (seatId: string) => Tile, seatId: string, { you, media }: StageInput): Tile[] {
  const picture = seatId === you.seatId ? media.screen.picture : media.sight.people[seatId]?.screen;
  return picture ? [{ ...tile(seatId), id: `${seatId}:screen`, kind: 'screen', picture, turn: undefined }] : [];
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
  people: readonly string[],
  perPage: number,
  { page, turnTo }: StageInput,
): { shown: readonly string[]; pager?: StageModel['pager'] } {
  if (people.length <= perPage) return { shown: people };
  const last = Math.ceil(people.length / perPage) - 1;
  const at = Math.min(page, last);
  const shown = people.slice(at * perPage, (at + 1) * perPage);
  return {
    shown,
    pager: {
      from: at * perPage + 1,
      to: at * perPage + shown.length,
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
