import type { DeckView, FileId, RoomView, SeatView, SessionView, ShowingId, ShowingView } from '@werkraum/protocol';
import { anyRoom, anySession, anyYou, seatId, TABLE } from '../stage/stage-samples.ts';
import { type Deck, DeckTrouble, fitted } from './deck.ts';
import type { DeckShelf } from './deck-shelf.ts';

/** Slides to look at and to test with: twelve painted pages, shown by the second person. */
const PAGES = 12;
const FILE = 'file' as FileId;

const anyShowing = (change: Partial<ShowingView> = {}): ShowingView => ({
  showingId: 'showing' as ShowingId,
  presenter: seatId(1),
  turner: seatId(1),
  name: 'Open data for climate action',
  kind: 'pdf',
  files: [FILE],
  pages: PAGES,
  page: 3,
  startedAt: 0,
  ...change,
});

export const anyDeck = (change: Partial<DeckView> = {}): DeckView => ({
  ...{ name: 'Open data for climate action', kind: 'pdf', pages: PAGES, files: [FILE], bytes: 1_000_000 },
  ...change,
});

/** `count` people in the plenary, to whom something is shown. */
export const showingSession = (count: number, change: Partial<ShowingView> = {}): SessionView => ({
  ...anySession(count, 'talk'),
  slides: anyShowing(change),
});

/** A table at which the second person speaks and shows slides. */
export const showingTable = (change: Partial<ShowingView> = {}): RoomView => ({
  ...anyRoom(),
  slides: anyShowing(change),
});

export const youAt = (index: number, change: Partial<SeatView> = {}): SeatView => ({
  ...anyYou(),
  seatId: seatId(index),
  ...change,
});

export const AT_TABLE: Partial<SeatView> = { place: TABLE };

const painted: Deck = {
  draw: async (page, box) => {
    const canvas = Object.assign(document.createElement('canvas'), fitted({ width: 16, height: 9 }, box));
    const context = canvas.getContext('2d');
    if (context) paint(context, page);
    return canvas;
  },
  close: () => {},
};

function paint(context: CanvasRenderingContext2D, page: number): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#fdfdfb';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#17617f';
  context.fillRect(0, 0, width * 0.03, height);
  context.font = `600 ${height * 0.11}px sans-serif`;
  context.fillText(`What we have learned, ${page}`, width * 0.08, height * 0.22);
  context.fillStyle = '#444444';
  context.font = `${height * 0.065}px sans-serif`;
  ['Two offices, one plan', 'Data that citizens can use', 'Start small, tell it often'].forEach((line, at) => {
    context.fillText(`•  ${line}`, width * 0.1, height * (0.42 + at * 0.14));
  });
}

/** A shelf without a server. */
export const literalShelf = (state: 'there' | 'coming' | 'unreachable' | 'gone' | 'broken' = 'there'): DeckShelf => ({
  open: async (_deck, progress) => {
    if (state === 'there') return painted;
    if (state !== 'coming') throw new DeckTrouble(state);
    progress?.(42, 100);
    return new Promise<Deck>(() => {});
  },
  clear: () => {},
});
