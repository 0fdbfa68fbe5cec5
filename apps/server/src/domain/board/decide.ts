import type {
  BringCards,
  EndReport,
  HandOver,
  ReportOut,
  SetAllWriting,
  SetDots,
  SetWriting,
  TakeBackCard,
} from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type Fact, reject, type Session } from '../session.ts';
import { deskOf } from './access.ts';
import { columnsIn, dotsOf, emptyBoard, tableBoard } from './boards.ts';
import { bringCards } from './bringing.ts';
import { type CardCommand, decideCards } from './decide-cards.ts';
import { handOver, takeBack } from './handing.ts';
import { endReport, reportOut } from './reporting.ts';

export type BoardCommand =
  | CardCommand
  | SetWriting
  | SetAllWriting
  | SetDots
  | HandOver
  | TakeBackCard
  | BringCards
  | ReportOut
  | EndReport;

/** Decides a command about boards (docs/spec/board.md). Roles and status were checked before. */
export function decideBoard(session: Session, command: BoardCommand, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  switch (command.type) {
    case 'set-writing':
      return setWriting(session, command, seat);
    case 'set-all-writing':
      return setAllWriting(session, command, seat);
    case 'set-dots':
      return setDots(session, command, seat);
    case 'hand-over':
      return handOver(session, command, seat, now);
    case 'take-back-card':
      return takeBack(session, command, seat);
    case 'bring-cards':
      return bringCards(session, command, seat, now);
    case 'report-out':
      return reportOut(session, command, seat, now);
    case 'end-report':
      return endReport(session, command);
    case 'add-card':
    case 'edit-card':
    case 'move-card':
    case 'merge-cards':
    case 'split-card':
    case 'remove-card':
    case 'tag-card':
    case 'vote-card':
    case 'unvote-card':
      return decideCards(session, command, seat, now);
    default:
      return assertNever(command);
  }
}

// Before everybody, only a facilitator says when people write alone: no one person shows what a whole room wrote.
function setWriting(session: Session, { boardId, mode }: SetWriting, seat: Seat): Decision {
  const desk = deskOf(session, seat, boardId);
  if (typeof desk === 'string') return reject(desk);
  if (desk.spot.roomId === undefined && seat.role !== 'facilitator') return reject('facilitator-only');
  if (desk.board.writing === mode) return accept();
  return accept({ type: 'writing-set', boardId, mode, by: seat.id });
}

function setAllWriting(session: Session, { phaseId, mode }: SetAllWriting, { id: by }: Seat): Decision {
  const { open, rounds } = session.breakouts;
  if (open?.phaseId !== phaseId || open.practice) return reject('tables-not-open');
  const facts = (rounds[phaseId]?.tables ?? []).flatMap(({ roomId }): Fact[] => {
    const { boardId } = tableBoard(phaseId, roomId);
    const { writing } = session.board.boards[boardId] ?? emptyBoard;
    return writing === mode ? [] : [{ type: 'writing-set', boardId, mode, by }];
  });
  return accept(...facts);
}

// Dots that were given stay given when there are fewer afterwards.
function setDots(session: Session, { phaseId, each }: SetDots, { id: by }: Seat): Decision {
  if (columnsIn(session.agenda.phases, phaseId).length === 0) return reject('no-such-board');
  return dotsOf(session, phaseId) === each ? accept() : accept({ type: 'dots-set', phaseId, each, by });
}
