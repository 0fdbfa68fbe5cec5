import type { Command, SeatView } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { anyRoom, anySession, seatId, TABLE } from '../stage/stage-samples.ts';
import { type Deck, type DeckFiles, DeckTrouble, fitted } from './deck.ts';
import { createDeckShelf } from './deck-shelf.ts';
import { createPages } from './pages.ts';
import { decksToShow, deckToPrepare } from './show-slides.model.ts';
import { type SlidesInput, slides } from './slides.model.ts';
import { AT_TABLE, anyDeck, showingSession, showingTable, youAt } from './slides-samples.ts';

interface Done {
  looked: (number | undefined)[];
  turned: number[];
  sent: Command[];
}

function seenBy(index: number, change: Partial<SlidesInput> = {}, you: Partial<SeatView> = {}) {
  const done: Done = { looked: [], turned: [], sent: [] };
  const model = slides({
    ...{ session: showingSession(6), room: undefined, chosen: undefined, furthest: 3 },
    you: youAt(index, you),
    look: (page) => done.looked.push(page),
    turn: (page) => done.turned.push(page),
    send: (command) => done.sent.push(command),
    ...change,
  });
  if (!model) throw new Error('nothing is shown');
  return { ...model, done };
}

test('[SL-17] whoever follows looks back on their own and follows again', () => {
  const following = seenBy(0);
  expect([following.page, following.turns, following.follow]).toEqual([3, false, undefined]);
  following.back?.();
  expect(following.done).toMatchObject({ looked: [2], turned: [] });
  const back = seenBy(0, { chosen: 2 });
  expect(back.page).toBe(2);
  back.follow?.();
  back.on?.();
  expect(back.done.looked).toEqual([undefined, undefined]);
});

test('[SL-17] looking on one’s own leads to what was shown, and not to what is still to come', () => {
  expect(seenBy(0).on).toBeUndefined();
  expect(seenBy(0, { furthest: 5 }).on).toBeDefined();
  expect(seenBy(0).to(4)).toBeUndefined();
});

test('[SL-6] the presenter turns for everybody, up to the last page', () => {
  const presenting = seenBy(1);
  presenting.on?.();
  presenting.to(9)?.();
  expect(presenting.done).toMatchObject({ looked: [], turned: [4, 9] });
  expect(seenBy(1, { session: showingSession(6, { page: 12 }) }).on).toBeUndefined();
  expect(seenBy(1, { session: showingSession(6, { page: 1 }) }).back).toBeUndefined();
});

test('[SL-6] so does whom the pages were handed to', () => {
  const handed = { session: showingSession(6, { turner: seatId(0) }) };
  expect(seenBy(0, handed).turns).toBe(true);
  expect(seenBy(1, handed)).toMatchObject({ turns: true, turner: 'Ada Lovelace' });
});

test('[SL-7] [SL-8] presenter and facilitators hide and hand on, others do not', () => {
  const presenting = seenBy(1);
  presenting.hide?.();
  presenting.hearers[0]?.hand();
  expect(presenting.done.sent).toEqual([
    { type: 'hide-deck', showingId: 'showing' },
    { type: 'hand-slides', showingId: 'showing', seatId: seatId(0) },
  ]);
  expect(seenBy(0, {}, { role: 'facilitator' }).hide).toBeDefined();
  expect(seenBy(0)).toMatchObject({ hide: undefined, hearers: [], takeBack: undefined });
});

test('[SL-10] that the presenter is away is said, and whoever may show something may close it', () => {
  const session = showingSession(6);
  const person = session.people[seatId(1)];
  if (!person) throw new Error('no presenter');
  const away = { ...session, people: { ...session.people, [seatId(1)]: { ...person, presence: 'away' as const } } };
  expect(seenBy(0, { session: away })).toMatchObject({ away: true, hide: undefined });
  expect(seenBy(0, { session: away }, { may: ['show-deck'] }).hide).toBeDefined();
});

test('[SL-15] at a table the table’s slides are seen, in the plenary those of the plenary', () => {
  const room = showingTable({ name: 'Of the table' });
  const session = showingSession(6, { name: 'Of the plenary' });
  expect(seenBy(0, { session, room }, AT_TABLE).showing.name).toBe('Of the table');
  expect(seenBy(0, { session, room }).showing.name).toBe('Of the plenary');
});

const withDeck = (change: Partial<SeatView> = {}): SeatView =>
  youAt(0, { may: ['show-deck'], decks: { old: anyDeck({ name: 'Old' }), deck: anyDeck({ lastPage: 5 }) }, ...change });

function offered(you: SeatView, change: Partial<Parameters<typeof decksToShow>[0]> = {}) {
  const sent: Command[] = [];
  const decks = decksToShow({
    ...{ session: anySession(6, 'talk'), you, room: undefined, facilitators: undefined, makeId: () => 'new' },
    send: (command) => sent.push(command),
    ...change,
  });
  return { decks, sent };
}

test('[SL-14] own decks are offered, the newest first and from where they were left', () => {
  const { decks, sent } = offered(withDeck());
  expect(decks.map(({ name, page }) => [name, page])).toEqual([
    ['Open data for climate action', 5],
    ['Old', 1],
  ]);
  decks[0]?.show();
  expect(sent).toEqual([{ type: 'show-deck', showingId: 'new', deckId: 'deck', place: 'plenary', page: 5 }]);
});

test('[SL-14] a deck that was shown to its end is offered from the beginning', () => {
  const { decks } = offered(withDeck({ decks: { deck: anyDeck({ lastPage: 12 }) } }));
  expect(decks[0]?.page).toBe(1);
});

test('[SL-2] [SL-3] nothing is offered where it could not be shown', () => {
  expect(offered(withDeck({ may: [] })).decks).toEqual([]);
  expect(offered(withDeck({ place: TABLE }), { room: anyRoom() }).decks).toEqual([]);
  expect(offered(withDeck(), { session: showingSession(6) }).decks).toEqual([]);
});

test('[SL-4] facilitators are offered what speakers brought, in the plenary', () => {
  const talks = { [seatId(2)]: { talk: { name: 'Talk', pages: 9 } } };
  const facilitators = { talks } as unknown as NonNullable<Parameters<typeof decksToShow>[0]['facilitators']>;
  const { decks, sent } = offered(withDeck({ decks: {}, role: 'facilitator' }), { facilitators });
  expect(decks).toMatchObject([{ name: 'Talk', of: 'Cem Yıldız', page: 1 }]);
  decks[0]?.show();
  expect(sent).toMatchObject([{ deckId: 'talk', seatId: seatId(2) }]);
  expect(offered(withDeck({ decks: {}, role: 'facilitator', place: TABLE }), { facilitators }).decks).toEqual([]);
});

test('[SL-18] the own deck is made ready when one speaks or is next, and not before', () => {
  const at = (index: number) =>
    deckToPrepare(anySession(5, 'table'), withDeck({ seatId: seatId(index), place: TABLE }), anyRoom());
  expect([at(0), at(1), at(2)].map((deck) => deck !== undefined)).toEqual([false, true, true]);
  expect(deckToPrepare(anySession(6, 'talk'), withDeck({ seatId: seatId(2) }), undefined)).toBeDefined();
  expect(deckToPrepare(anySession(6, 'talk'), withDeck(), undefined)).toBeUndefined();
});

test('[SL-19] a page is made as large as fits, and never to nothing', () => {
  expect(fitted({ width: 1600, height: 900 }, { width: 800, height: 800 })).toEqual({ width: 800, height: 450 });
  expect(fitted({ width: 10, height: 10_000 }, { width: 100, height: 100 })).toEqual({ width: 1, height: 100 });
});

const canvasOf = (page: number) => ({ page, isConnected: false }) as unknown as HTMLCanvasElement;
const BOX = { width: 100, height: 100 };

test('[SL-19] a page is drawn once, and let go with its neighbours', async () => {
  const drawn: number[] = [];
  const stopped: number[] = [];
  const deck: Deck = {
    draw: async (page, _box, signal) => {
      drawn.push(page);
      signal.addEventListener('abort', () => stopped.push(page));
      return canvasOf(page);
    },
    close: () => {},
  };
  const pages = createPages(deck);
  await Promise.all([pages.get(1, BOX), pages.get(1, BOX), pages.get(2, BOX)]);
  pages.keep([2, 3], BOX);
  expect([drawn, stopped]).toEqual([[1, 2], [1]]);
  await pages.get(1, BOX);
  expect(drawn).toEqual([1, 2, 1]);
});

test('[SL-19] the newest two decks are held, one that could not be had is asked for again', async () => {
  const asked: string[] = [];
  const shelf = createDeckShelf(async (fileId) => {
    asked.push(fileId);
    throw new DeckTrouble('unreachable');
  });
  const deck = (name: string): DeckFiles => ({ kind: 'pdf', files: [name as DeckFiles['files'][number]] });
  await expect(shelf.open(deck('a'))).rejects.toThrow('unreachable');
  await expect(shelf.open(deck('a'))).rejects.toThrow('unreachable');
  expect(asked).toEqual(['a', 'a']);
  const images = (name: string): DeckFiles => ({ ...deck(name), kind: 'images' });
  const first = await shelf.open(images('x'));
  expect(await shelf.open(images('x'))).toBe(first);
  await shelf.open(images('y'));
  await shelf.open(images('z'));
  expect(await shelf.open(images('x'))).not.toBe(first);
});
