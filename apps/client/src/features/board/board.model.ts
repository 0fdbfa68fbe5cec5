import type {
  BoardColumn,
  BoardView,
  CardId,
  CardView,
  Command,
  SeatId,
  SeatView,
  SessionView,
} from '@werkraum/protocol';
import type { PendingCard } from './drafts.ts';

export interface BoardDocuments {
  board: BoardView;
  you: SeatView;
  people: SessionView['people'];
  pending?: readonly PendingCard[];
}

/** Something that can be done to a card; undefined where it cannot. */
type Doing = Command | undefined;

export interface BoardCard {
  cardId: CardId;
  column: BoardColumn['id'];
  text: string;
  author: string;
  own: boolean;
  /** Nobody but this person sees it yet. */
  alone: boolean;
  /** It has not arrived at the server. */
  state: 'there' | 'sending' | 'refused';
  parts: readonly { text: string; author: string }[];
  tags: readonly string[];
  version: number;
  handed: CardView['handed'];
  from: CardView['from'];
  votes: number;
  /** Given: there is voting, and whether one of the own dots is on it. */
  dot: { on: boolean; toggle: Doing } | undefined;
  edit: ((text: string) => Command) | undefined;
  tag: ((tags: string[]) => Command) | undefined;
  move: ((column: BoardColumn['id'], before?: CardId) => Command) | undefined;
  /** Makes this card a part of another. */
  mergeInto: ((into: CardId) => Command) | undefined;
  split: Doing;
  remove: Doing;
  takeBack: Doing;
}

export interface BoardModel {
  board: BoardView;
  columns: readonly { column: BoardColumn; cards: readonly BoardCard[] }[];
  total: number;
  writing: 'alone' | 'together';
  /** Cards others (and this person) have not shown. */
  hidden: number;
  add: ((cardId: CardId, column: BoardColumn['id'], text: string) => Command) | undefined;
  setWriting: Doing;
  dots: { each: number; left: number } | undefined;
  /** Cards that can be handed over: those that have not been, or have changed since. */
  toHandOver: readonly BoardCard[];
  handOver: ((cards: readonly BoardCard[]) => Command) | undefined;
  handedCount: number;
}

/** A board as one person has it before them, with what they may do there. `may` is empty for one that is looked back on. */
export function boardModel(documents: BoardDocuments, kind: 'table' | 'plenary' | 'former'): BoardModel {
  const { board, you } = documents;
  const may = mayAt(you, kind);
  const cards = allCards(documents, may);
  const columns = board.columns.map((column) => ({ column, cards: cards.filter((card) => card.column === column.id) }));
  const given = you.board?.dots?.[board.boardId]?.length ?? 0;
  const { boardId, writing, dots } = board;
  const handOver = kind !== 'plenary' && may('hand-over');
  return {
    ...{ board, columns, writing, total: cards.length, hidden: board.alone ?? 0 },
    add: may('add-card') ? (cardId, column, text) => ({ type: 'add-card', boardId, cardId, column, text }) : undefined,
    setWriting: may('set-writing')
      ? { type: 'set-writing', boardId, mode: writing === 'alone' ? 'together' : 'alone' }
      : undefined,
    dots: dots > 0 && may('vote-card') ? { each: dots, left: Math.max(0, dots - given) } : undefined,
    toHandOver: cards.filter(
      ({ handed, state, alone }) => handed !== 'as-is' && state === 'there' && (!alone || kind === 'former'),
    ),
    handOver: handOver
      ? (chosen) => ({ type: 'hand-over', boardId, cards: chosen.map(({ cardId, version }) => ({ cardId, version })) })
      : undefined,
    handedCount: cards.filter(({ handed }) => handed !== undefined).length,
  };
}

type May = (type: Command['type']) => boolean;

const LOOKING_BACK: readonly Command['type'][] = ['hand-over', 'take-back-card'];

const mayAt =
  ({ may }: SeatView, kind: 'table' | 'plenary' | 'former'): May =>
  (type) =>
    may.includes(type) && (kind !== 'former' || LOOKING_BACK.includes(type));

function allCards({ board, you, people, pending = [] }: BoardDocuments, may: May): BoardCard[] {
  const shown = Object.entries(board.cards).map(([id, card]) =>
    cardOf({ board, you, people }, id as CardId, card, may, false),
  );
  const own = Object.entries(you.board?.alone?.[board.boardId] ?? {}).map(([id, card]) =>
    cardOf({ board, you, people }, id as CardId, card, may, true),
  );
  const there = new Set([...shown, ...own].map(({ cardId }) => cardId));
  const coming = pending
    .filter(({ boardId, cardId }) => boardId === board.boardId && !there.has(cardId))
    .map(pendingCard);
  return [...inOrder(board, shown), ...inOrder(you.board?.alone?.[board.boardId] ?? {}, own), ...coming];
}

function inOrder(source: BoardView | Record<string, CardView>, cards: BoardCard[]): BoardCard[] {
  const views = ('boardId' in source ? source.cards : source) as Record<string, CardView>;
  const rank = ({ cardId }: BoardCard) => views[cardId]?.rank ?? 0;
  return cards.toSorted((one, other) => rank(one) - rank(other) || (one.cardId < other.cardId ? -1 : 1));
}

function cardOf(
  { board: { boardId, dots, columns }, you, people }: BoardDocuments,
  cardId: CardId,
  { column, text, by, parts = [], tags = [], version, handed, from, votes = 0 }: CardView,
  may: May,
  alone: boolean,
): BoardCard {
  const nameOf = (seatId: SeatId) => people[seatId]?.name ?? '';
  const own = by === you.seatId;
  const card = { boardId, cardId };
  const on = you.board?.dots?.[boardId]?.includes(cardId) ?? false;
  const left = dots - (you.board?.dots?.[boardId]?.length ?? 0);
  const can = (type: Command['type'], holds = true) => holds && may(type);
  return {
    ...{ cardId, text, own, alone, tags, version, handed, from, votes, state: 'there' },
    column: columns.some(({ id }) => id === column) ? column : (columns[0]?.id ?? column),
    author: nameOf(by),
    parts: parts.map((part) => ({ text: part.text, author: nameOf(part.by) })),
    dot:
      dots > 0 && !alone && may('vote-card')
        ? { on, toggle: on ? { type: 'unvote-card', ...card } : left > 0 ? { type: 'vote-card', ...card } : undefined }
        : undefined,
    edit: can('edit-card', own) ? (words) => ({ type: 'edit-card', ...card, text: words }) : undefined,
    tag: can('tag-card') ? (words) => ({ type: 'tag-card', ...card, tags: words }) : undefined,
    move: can('move-card')
      ? (to, before) => ({ type: 'move-card', ...card, column: to, ...(before && { before }) })
      : undefined,
    mergeInto: can('merge-cards', !alone && !handed)
      ? (into) => ({ type: 'merge-cards', boardId, into, from: [cardId] })
      : undefined,
    split: can('split-card', parts.length > 0) ? { type: 'split-card', ...card } : undefined,
    remove: can('remove-card', (own || you.role === 'facilitator') && parts.length === 0 && !handed)
      ? { type: 'remove-card', ...card }
      : undefined,
    takeBack: can('take-back-card', handed !== undefined) ? { type: 'take-back-card', ...card } : undefined,
  };
}

const pendingCard = ({ cardId, column, text, refused }: PendingCard): BoardCard => ({
  ...{ cardId, column, text, author: '', own: true, alone: false, parts: [], tags: [], version: 0, votes: 0 },
  state: refused ? 'refused' : 'sending',
  ...{ handed: undefined, from: undefined, dot: undefined, edit: undefined, tag: undefined, move: undefined },
  ...{ mergeInto: undefined, split: undefined, remove: undefined, takeBack: undefined },
});

/** The card another one would have to be put before to stand one place up or down; undefined at the end it is at. */
export function neighbourMove(
  cards: readonly BoardCard[],
  cardId: CardId,
  by: -1 | 1,
): { before?: CardId } | undefined {
  const movable = cards.filter(({ state }) => state === 'there');
  const at = movable.findIndex((card) => card.cardId === cardId);
  if (at < 0 || movable[at + by] === undefined) return undefined;
  const before = by < 0 ? movable[at - 1]?.cardId : movable[at + 2]?.cardId;
  return before === undefined ? {} : { before };
}
