import type { Command, RoomView, SeatId, SeatView, SessionView, ShowingView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { showingHere } from './showing-here.ts';

export type Action = () => void;

/** Somebody the pages can be handed to. */
export interface Hearer {
  name: string;
  hand: Action;
}

/** The slides of the own place, as this person sees and works them. */
export interface SlidesModel {
  showing: ShowingView;
  /** Whose slides these are. */
  presenter: string;
  own: boolean;
  /** The presenter's line is broken, or they are elsewhere. */
  away: boolean;
  /** Who turns the pages, when that is not the presenter. */
  turner: string | undefined;
  /** This person turns the pages for everybody. */
  turns: boolean;
  /** The page on this screen. */
  page: number;
  pages: number;
  /** Somebody looks at an earlier page on their own; this leads back. */
  follow: Action | undefined;
  back: Action | undefined;
  on: Action | undefined;
  /** To a page: for everybody by whoever turns them, else for oneself. */
  to(page: number): Action | undefined;
  hide: Action | undefined;
  takeBack: Action | undefined;
  hearers: readonly Hearer[];
}

export interface SlidesInput {
  session: SessionView;
  you: SeatView;
  room: RoomView | undefined;
  /** The page this person chose: one they look at on their own, or one that is on its way to everybody. */
  chosen: number | undefined;
  /** The last page that was shown while this person was there. */
  furthest: number;
  /** Looks at a page on one's own; undefined: along with everybody. */
  look(page: number | undefined): void;
  /** Turns to a page for everybody. */
  turn(page: number): void;
  send(command: Command): void;
}

/** What there is to see and do about the slides of the own place; undefined while none are shown. */
export function slides(input: SlidesInput): SlidesModel | undefined {
  const { session, you, room, chosen } = input;
  const showing = showingHere(session, you, room);
  if (!showing) return undefined;
  const { presenter, turner, pages } = showing;
  const turns = you.seatId === presenter || you.seatId === turner;
  const page = Math.min(chosen ?? showing.page, pages);
  const to = stepTo(input, showing, turns, page);
  const person = session.people[presenter];
  return {
    ...{ showing, pages, page, turns, to },
    presenter: person?.name ?? '',
    own: presenter === you.seatId,
    away: person?.presence !== 'here' || person.place !== you.place,
    turner: turner === presenter ? undefined : session.people[turner]?.name,
    follow: !turns && page !== showing.page ? () => input.look(undefined) : undefined,
    back: to(page - 1),
    on: to(page + 1),
    ...steering(input, showing, turns),
  };
}

// Whoever looks on their own sees what was shown already, and not what is still to come.
function stepTo({ furthest, look, turn }: SlidesInput, showing: ShowingView, turns: boolean, here: number) {
  const last = turns ? showing.pages : Math.max(furthest, showing.page);
  return (page: number): Action | undefined => {
    if (page < 1 || page > last || page === here) return undefined;
    if (turns) return () => turn(page);
    return () => look(page === showing.page ? undefined : page);
  };
}

function steering({ session, you, send }: SlidesInput, showing: ShowingView, turns: boolean) {
  const { showingId, presenter, turner } = showing;
  const steers = turns || you.role === 'facilitator';
  const isLeft = session.people[presenter]?.presence !== 'here' || session.people[presenter]?.place !== you.place;
  const mayHide = steers || (isLeft && you.may.includes('show-deck'));
  const hand = (seatId: SeatId) => () => send({ type: 'hand-slides', showingId, seatId });
  return {
    hide: mayHide ? () => send({ type: 'hide-deck', showingId }) : undefined,
    takeBack: turner !== presenter && you.seatId === presenter ? hand(presenter) : undefined,
    hearers: steers ? hearers(session, you, showing, hand) : [],
  };
}

/** Everybody who is here, the presenter and who turns the pages already excepted. */
function hearers(
  { people }: SessionView,
  you: SeatView,
  { presenter, turner }: ShowingView,
  hand: (seatId: SeatId) => Action,
): Hearer[] {
  return Object.entries(people)
    .filter(([, { presence, place }]) => presence === 'here' && place === you.place)
    .filter(([seatId]) => seatId !== presenter && seatId !== turner)
    .toSorted(([, a], [, b]) => byName(a.name, b.name))
    .map(([seatId, { name }]) => ({ name, hand: hand(seatId as SeatId) }));
}
