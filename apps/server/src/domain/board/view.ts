import type {
  BoardColumn,
  BoardPlanView,
  BoardProgress,
  BoardView,
  CardId,
  CardView,
  FormerTableView,
  OwnBoardView,
  PhaseId,
  PhasePlan,
  RoomId,
} from '@werkraum/protocol';
import type { Sat } from '../breakouts/breakouts.ts';
import { closedTables } from '../breakouts/former.ts';
import { type ById, entries, ids } from '../records.ts';
import { runningPhase } from '../seats.ts';
import type { Session } from '../session.ts';
import { remake } from '../share.ts';
import type { Board, Card, HandedCard, Own } from './board.ts';
import { type BoardSpot, columnsOf, dotsOf, emptyBoard, ownColumnsOf, plenaryBoard, tableBoard } from './boards.ts';

/** What one board's view is made from. Flat. */
interface BoardInputs {
  readonly boardId: BoardSpot['boardId'];
  readonly phaseId: PhaseId;
  readonly board: Board;
  readonly phases: readonly PhasePlan[];
  readonly dots: number;
  readonly handed: ById<CardId, HandedCard> | undefined;
}

function boardInputs(session: Session, { boardId, phaseId, roomId }: BoardSpot): BoardInputs {
  const board = session.board.boards[boardId] ?? emptyBoard;
  return {
    ...{ boardId, phaseId, board, phases: session.agenda.phases },
    dots: dotsOf(session, phaseId),
    handed: roomId && session.board.wall[roomId],
  };
}

export const boardPlansInputs = ({ agenda: { phases }, board: { dots } }: Session) => ({ phases, dots });

/** What facilitators are told of the boards of each phase that has any: dots [BO-8] and columns [BO-1]. */
export const boardPlans = ({ phases, dots }: ReturnType<typeof boardPlansInputs>): Record<string, BoardPlanView> =>
  Object.fromEntries(
    phases
      .filter((phase) => columnsOf(phase).length > 0)
      .map((phase): [string, BoardPlanView] => {
        const columns = ownColumnsOf(phase);
        return [phase.id, { dots: dotsOf({ board: { dots } }, phase.id), ...(columns && { columns: [...columns] }) }];
      }),
  );

/** A board as everybody at it sees it, made anew only when it changed. */
export const boardViewOf = (
  session: Session,
  spot: BoardSpot,
  before: { session: Session; view: BoardView } | undefined,
): BoardView =>
  remake(
    session,
    before && { state: before.session, view: before.view },
    (state) => boardInputs(state, spot),
    boardView,
  );

function boardView({ boardId, phaseId, board, phases, dots, handed = {} }: BoardInputs): BoardView {
  const columns = columnsOf(phases.find(({ id }) => id === phaseId));
  const alone = ids(board.alone).length;
  const cards = entries(board.cards).flatMap(([cardId, card]) => {
    const view = cardView(card, columns);
    if (!view) return [];
    const at = handed[cardId]?.card.version;
    const there = at !== undefined && ({ handed: at === card.version ? 'as-is' : 'changed' } as const);
    return [[cardId, { ...view, ...there }] as const];
  });
  return {
    ...{ boardId, phaseId, columns: [...columns], writing: board.writing, dots },
    ...(alone > 0 && { alone }),
    cards: Object.fromEntries(cards),
  };
}

/** A card as people at its board see it; undefined when nothing of it is left. A card whose column is gone stands in the first. */
function cardView(card: Card, columns: readonly BoardColumn[]): CardView | undefined {
  const said = saidOn(card);
  const column = columns.find(({ id }) => id === card.column) ?? columns[0];
  if (!said || !column) return undefined;
  const [head, ...parts] = said;
  const { rank, version, tags, votes, from } = card;
  return {
    ...{ column: column.id, rank, version, text: head.text, by: head.by },
    ...(tags && tags.length > 0 && { tags: [...tags] }),
    ...(votes > 0 && { votes }),
    ...(parts.length > 0 && { parts }),
    ...(from && { from }),
  };
}

type Said = Pick<Card, 'text' | 'by'>;

/** What stands on a card, its parts after it; what was erased is left out. */
export function saidOn({ text, by, merged = {} }: Card): [Said, ...Said[]] | undefined {
  const all = [{ text, by }, ...entries(merged).map(([, part]) => ({ text: part.text, by: part.by }))];
  const [head, ...parts] = all.filter((each) => each.text !== '');
  return head && [head, ...parts];
}

/** What somebody has on boards that nobody else sees; undefined for nothing. */
export function ownView(own: Own | undefined): OwnBoardView | undefined {
  const piles = entries(own?.alone ?? {}).filter(([, pile]) => ids(pile).length > 0);
  const dots = entries(own?.dots ?? {}).map(([boardId, given]) => [boardId, [...given]]);
  if (piles.length === 0 && dots.length === 0) return undefined;
  const alone = piles.map(([boardId, pile]) => [boardId, aloneViews(pile)]);
  return {
    ...(alone.length > 0 && { alone: Object.fromEntries(alone) }),
    ...(dots.length > 0 && { dots: Object.fromEntries(dots) }),
  };
}

// In the columns they were written for: who looks at the board knows which of them there are.
const aloneViews = (pile: ById<CardId, Card>): Record<string, CardView> =>
  Object.fromEntries(
    entries(pile).flatMap(([cardId, { column, rank, version, text, by, tags }]) =>
      text === ''
        ? []
        : [[cardId, { column, rank, version, text, by, ...(tags && tags.length > 0 && { tags: [...tags] }) }]],
    ),
  );

/** Which plenary board everybody sees: of the reflection that runs, and after the end of the last there was. */
function plenarySpot(session: Session): BoardSpot | undefined {
  const phase = runningPhase(session);
  if (phase) return phase.kind === 'plenary-reflection' ? plenaryBoard(phase.id) : undefined;
  if (session.status !== 'ended') return undefined;
  const last = session.agenda.phases.findLast(({ id, kind }) => {
    return kind === 'plenary-reflection' && session.board.boards[plenaryBoard(id).boardId] !== undefined;
  });
  return last && plenaryBoard(last.id);
}

/** The plenary's board as everybody admitted sees it; undefined while there is none. */
export function plenaryBoardView(
  session: Session,
  before: { session: Session; view: BoardView | undefined } | undefined,
): BoardView | undefined {
  const spot = plenarySpot(session);
  if (!spot) return undefined;
  const view = before?.view?.boardId === spot.boardId ? before.view : undefined;
  return boardViewOf(session, spot, before && view && { session: before.session, view });
}

interface ProgressInputs {
  readonly board: Board | undefined;
  readonly handed: ById<CardId, HandedCard> | undefined;
}

const progressInputs = ({ board }: Session, roomId: RoomId): ProgressInputs => ({
  board: board.boards[roomId as string as BoardSpot['boardId']],
  handed: board.wall[roomId],
});

/** How far the board of one table is, counted anew only when it changed; undefined while nothing was written. */
export const boardProgress = (
  session: Session,
  roomId: RoomId,
  before: { session: Session; view: BoardProgress | undefined } | undefined,
): BoardProgress | undefined =>
  remake(
    session,
    before && { state: before.session, view: before.view },
    (state) => progressInputs(state, roomId),
    countedCards,
  );

function countedCards({ board, handed = {} }: ProgressInputs): BoardProgress | undefined {
  if (!board) return undefined;
  return {
    cards: entries(board.cards).filter(([, card]) => saidOn(card) !== undefined).length,
    alone: ids(board.alone).length,
    handed: ids(handed).length,
  };
}

/** Closed tables with cards, of which those who sat there see the board. */
export function formerSpots({ status, breakouts, board: { boards } }: Session): Sat[] {
  if (status !== 'running') return [];
  return closedTables(breakouts).filter(({ phaseId, roomId }) => boards[tableBoard(phaseId, roomId).boardId]);
}

/** What those who sat at closed tables keep of them, while the session runs: tables with cards only. */
export function formerTableViews(
  session: Session,
  before: { session: Session; view: (roomId: RoomId) => FormerTableView | undefined } | undefined,
): FormerTableView[] {
  return formerSpots(session).map(({ phaseId, roomId }) => {
    const spot = tableBoard(phaseId, roomId);
    const view = before?.view(roomId);
    const board = boardViewOf(session, spot, before && view && { session: before.session, view: view.board });
    return view?.board === board ? view : { roomId, board };
  });
}
