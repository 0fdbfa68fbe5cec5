import type {
  Command,
  DeckId,
  DeckView,
  FacilitatorsView,
  RoomView,
  SeatId,
  SeatView,
  SessionView,
  ShowingId,
} from '@werkraum/protocol';
import type { DeckFiles } from './deck.ts';
import { showingHere } from './showing-here.ts';
import type { Action } from './slides.model.ts';

/** A deck this person may show here and now. */
export interface DeckToShow {
  id: string;
  name: string;
  /** Whose it is, when it is not one's own. */
  of: string | undefined;
  /** Where it goes on. */
  page: number;
  show: Action;
}

export interface ShowSlidesInput {
  session: SessionView;
  you: SeatView;
  room: RoomView | undefined;
  facilitators: FacilitatorsView | undefined;
  makeId(): string;
  send(command: Command): void;
}

/** What may be shown by this person where they are, their own newest deck first; empty while nothing may. */
export function decksToShow(input: ShowSlidesInput): readonly DeckToShow[] {
  const { session, you, room, facilitators } = input;
  const shown = showingHere(session, you, room);
  if (!you.may.includes('show-deck') || isAnothersTurn(you, room)) return [];
  if (shown && !mayReplace(you, shown)) return [];
  const own = Object.entries(you.decks ?? {})
    .toReversed()
    .map(([id, deck]) => deckToShow(input, id as DeckId, deck, undefined));
  const talks = you.place === 'plenary' ? Object.entries(facilitators?.talks ?? {}) : [];
  const brought = talks
    .filter(([seatId]) => seatId !== you.seatId)
    .flatMap(([seatId, decks]) =>
      Object.entries(decks).map(([id, deck]) => deckToShow(input, id as DeckId, deck, seatId as SeatId)),
    );
  return [...own, ...brought].filter(({ id }) => id !== shown?.showingId);
}

const isAnothersTurn = ({ seatId }: SeatView, room: RoomView | undefined): boolean => {
  const turn = room?.turns?.now && room.turns.turns[room.turns.now.turnId];
  return turn !== undefined && turn.seatId !== seatId;
};

const mayReplace = ({ seatId, role }: SeatView, { presenter, turner }: { presenter: SeatId; turner: SeatId }) =>
  seatId === presenter || seatId === turner || role === 'facilitator';

function deckToShow(
  { session, you, makeId, send }: ShowSlidesInput,
  deckId: DeckId,
  { name, pages, lastPage = 1 }: Pick<DeckView, 'name' | 'pages' | 'lastPage'>,
  of: SeatId | undefined,
): DeckToShow {
  // Who came to the end begins anew.
  const page = lastPage < pages ? lastPage : 1;
  const phaseId = session.agenda.clock?.phaseId;
  const about = { deckId, place: you.place, page, ...(of && { seatId: of }), ...(phaseId && { phaseId }) };
  return {
    ...{ id: `${of ?? ''}/${deckId}`, name, page },
    of: of && (session.people[of]?.name ?? ''),
    show: () => send({ type: 'show-deck', showingId: makeId() as ShowingId, ...about }),
  };
}

/** The own deck to have ready: one's turn is now or next, one is on stage, or has the word. */
export function deckToPrepare(session: SessionView, you: SeatView, room: RoomView | undefined): DeckFiles | undefined {
  const { turns } = room ?? {};
  const soon = [turns?.now?.turnId, turns?.next].some((id) => id && turns?.turns[id]?.seatId === you.seatId);
  const { onStage, words } = session.stage;
  const speaks = you.place === 'plenary' && (you.seatId in onStage || you.seatId in words);
  return soon || speaks ? Object.values(you.decks ?? {}).at(-1) : undefined;
}
