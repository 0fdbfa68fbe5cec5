import {
  type BoardColumn,
  type BoardId,
  type PhaseId,
  type PhasePlan,
  REFLECTION_COLUMNS,
  type RoomId,
  TABLE_COLUMNS,
} from '@werkraum/protocol';
import { values } from '../records.ts';
import type { Session } from '../session.ts';
import type { Board, Boards } from './board.ts';

/** Cards on one board, those that are not shown and those inside others included. */
export const MOST_CARDS = 120;
/** Dots each person has on a board, unless a facilitator says otherwise. */
const USUAL_DOTS = 3;

/** Where a board stands: at one table, or before everybody in one phase. */
export interface BoardSpot {
  boardId: BoardId;
  phaseId: PhaseId;
  roomId?: RoomId;
}

export const tableBoard = (phaseId: PhaseId, roomId: RoomId): BoardSpot => ({
  ...{ phaseId, roomId },
  boardId: roomId as string as BoardId,
});

export const plenaryBoard = (phaseId: PhaseId): BoardSpot => ({ phaseId, boardId: `plenary~${phaseId}` as BoardId });

/** The spot of a board; undefined where there is none: each table of a round has one, and each reflection. */
export function spotOf({ breakouts, agenda }: Session, boardId: BoardId): BoardSpot | undefined {
  for (const round of values(breakouts.rounds)) {
    const table = round?.tables.find(({ roomId }) => (roomId as string) === boardId);
    if (round && table) return tableBoard(round.phaseId, table.roomId);
  }
  const phase = agenda.phases.find(
    ({ id, kind }) => kind === 'plenary-reflection' && plenaryBoard(id).boardId === boardId,
  );
  return phase && plenaryBoard(phase.id);
}

/** The columns that were chosen for a phase's boards; undefined where it has the usual ones, or no boards. */
export function ownColumnsOf(phase: PhasePlan | undefined): readonly BoardColumn[] | undefined {
  if (phase?.kind === 'breakout-round') return phase.round.columns;
  return phase?.kind === 'plenary-reflection' ? phase.columns : undefined;
}

/** What a phase's boards collect; empty for a phase that has no boards. */
export function columnsOf(phase: PhasePlan | undefined): readonly BoardColumn[] {
  if (phase?.kind === 'breakout-round') return ownColumnsOf(phase) ?? TABLE_COLUMNS;
  return phase?.kind === 'plenary-reflection' ? (ownColumnsOf(phase) ?? REFLECTION_COLUMNS) : [];
}

export const columnsIn = (phases: readonly PhasePlan[], phaseId: PhaseId): readonly BoardColumn[] =>
  columnsOf(phases.find(({ id }) => id === phaseId));

/** How many dots each person has on the boards of a phase. */
export const dotsOf = ({ board }: { board: Pick<Boards, 'dots'> }, phaseId: PhaseId): number =>
  board.dots[phaseId] ?? USUAL_DOTS;

export const emptyBoard: Board = { writing: 'together', cards: {}, alone: {} };
