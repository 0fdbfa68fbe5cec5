import type {
  AddCard,
  CardId,
  EditCard,
  MergeCards,
  MoveCard,
  RemoveCard,
  SplitCard,
  TagCard,
  UnvoteCard,
  VoteCard,
} from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { assertNever } from '../records.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import { cardAt, cardCount, type Desk, deskOf, hasCard } from './access.ts';
import type { Card } from './board.ts';
import { columnsIn, dotsOf, MOST_CARDS } from './boards.ts';
import { isOnWall } from './handing.ts';
import { inColumn } from './ranks.ts';

type OneCardCommand = EditCard | MoveCard | SplitCard | RemoveCard | TagCard | VoteCard | UnvoteCard;
export type CardCommand = AddCard | MergeCards | OneCardCommand;

/** Decides a command about cards: by whoever is at the board. */
export function decideCards(session: Session, command: CardCommand, seat: Seat, now: number): Decision {
  const desk = deskOf(session, seat, command.boardId);
  if (typeof desk === 'string') return reject(desk);
  if (command.type === 'add-card') return addCard(session, desk, command, now);
  if (command.type === 'merge-cards') return mergeCards(session, desk, command);
  const card = cardAt(session, desk, command.cardId);
  // Whoever removes what somebody else has just removed has what they wanted.
  if (!card) return command.type === 'remove-card' ? accept() : reject('no-such-card');
  return decideCard(session, desk, command, card);
}

function decideCard(session: Session, desk: Desk, command: OneCardCommand, card: Card): Decision {
  switch (command.type) {
    case 'edit-card':
      return editCard(desk, command, card);
    case 'move-card':
      return moveCard(session, desk, command, card);
    case 'split-card':
      return card.merged ? accept({ ...ofCard(desk, command), type: 'card-split' }) : accept();
    case 'remove-card':
      return removeCard(session, desk, command, card);
    case 'tag-card':
      return tagCard(desk, command, card);
    case 'vote-card':
      return voteCard(session, desk, command);
    case 'unvote-card':
      return hasDot(session, desk, command.cardId)
        ? accept({ ...ofCard(desk, command), type: 'vote-taken-back' })
        : accept();
    default:
      return assertNever(command);
  }
}

const ofCard = ({ spot: { boardId }, seat }: Desk, { cardId }: { cardId: CardId }) => ({
  boardId,
  cardId,
  by: seat.id,
});

function addCard(session: Session, desk: Desk, { cardId, column, text }: AddCard, now: number): Decision {
  const { board, spot } = desk;
  if (hasCard(board, cardId)) return accept();
  if (!hasColumn(session, desk, column)) return reject('no-such-column');
  if (cardCount(board) >= MOST_CARDS) return reject('board-full');
  const card = { type: 'card-added', boardId: spot.boardId, cardId, column, text, by: desk.seat.id, at: now } as const;
  return accept(board.writing === 'alone' ? { ...card, alone: true } : card);
}

const hasColumn = ({ agenda }: Session, { spot }: Desk, column: Card['column']): boolean =>
  columnsIn(agenda.phases, spot.phaseId).some(({ id }) => id === column);

function editCard(desk: Desk, command: EditCard, card: Card): Decision {
  if (card.by !== desk.seat.id) return reject('not-your-card');
  if (card.text === command.text) return accept();
  return accept({ ...ofCard(desk, command), type: 'card-edited', text: command.text });
}

function moveCard(session: Session, desk: Desk, command: MoveCard, card: Card): Decision {
  const { cardId, column, before } = command;
  if (!hasColumn(session, desk, column)) return reject('no-such-column');
  const pile = desk.board.cards[cardId] ? desk.board.cards : session.board.own[desk.seat.id]?.alone[desk.spot.boardId];
  const order = inColumn(pile ?? {}, column).map(([id]) => id);
  const next = order[order.indexOf(cardId) + 1];
  const wanted = before !== undefined && order.includes(before) ? before : undefined;
  if (card.column === column && (before === cardId || wanted === next)) return accept();
  const move = { ...ofCard(desk, command), type: 'card-moved', column } as const;
  return accept(wanted === undefined ? move : { ...move, before: wanted });
}

// The words inside a card are other people's, and what the plenary sees is not changed behind its back.
function removeCard(session: Session, desk: Desk, command: RemoveCard, card: Card): Decision {
  if (card.by !== desk.seat.id && desk.seat.role !== 'facilitator') return reject('not-your-card');
  if (card.merged) return reject('card-is-merged');
  if (isOnWall(session, desk.spot, command.cardId)) return reject('card-handed-over');
  return accept({ ...ofCard(desk, command), type: 'card-removed' });
}

function tagCard(desk: Desk, command: TagCard, card: Card): Decision {
  const { tags } = command;
  if ((card.tags ?? []).join('\n') === tags.join('\n')) return accept();
  return accept({ ...ofCard(desk, command), type: 'card-tagged', tags });
}

const dotsGiven = ({ board: { own } }: Session, { spot, seat }: Desk): readonly CardId[] =>
  own[seat.id]?.dots[spot.boardId] ?? [];
const hasDot = (session: Session, desk: Desk, cardId: CardId): boolean => dotsGiven(session, desk).includes(cardId);

function voteCard(session: Session, desk: Desk, command: VoteCard): Decision {
  if (hasDot(session, desk, command.cardId)) return accept();
  if (!desk.board.cards[command.cardId]) return reject('no-such-card');
  if (dotsGiven(session, desk).length >= dotsOf(session, desk.spot.phaseId)) return reject('no-dots-left');
  return accept({ ...ofCard(desk, command), type: 'card-voted' });
}

function mergeCards(session: Session, desk: Desk, { into, from }: MergeCards): Decision {
  const { board, spot, seat } = desk;
  const parts = [...new Set(from)].filter((cardId) => cardId !== into);
  const isShown = (cardId: CardId) => board.cards[cardId] !== undefined && cardAt(session, desk, cardId) !== undefined;
  if (!isShown(into)) return reject('no-such-card');
  const left = parts.filter((cardId) => !board.cards[into]?.merged?.[cardId]);
  if (left.length === 0) return accept();
  if (!left.every(isShown)) return reject('no-such-card');
  if ([into, ...left].some((cardId) => isOnWall(session, spot, cardId))) return reject('card-handed-over');
  return accept({ type: 'cards-merged', boardId: spot.boardId, into, from: left, by: seat.id });
}
