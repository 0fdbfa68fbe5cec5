import type {
  AssignSeat,
  ChooseTable,
  CloseTables,
  GoToTable,
  Instant,
  KeepTablesOpen,
  LeaveTable,
  PlanGroups,
  ReturnToPlenary,
  SetGroups,
  SetTables,
  VisitTable,
} from '@werkraum/protocol';
import { advance } from '../agenda/steps.ts';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever, entries } from '../records.ts';
import { groupsForRound } from '../rotation/one-round.ts';
import { runningPhase, seatOf, seatOfActor, seatsOf, tableOf, takesPart } from '../seats.ts';
import { accept, type Context, type Decision, type Fact, type HouseCommand, reject, type Session } from '../session.ts';
import { leaveQueue } from '../turns/next.ts';
import { appendTurn } from '../turns/queue.ts';
import type { OpenRound, Round, Table } from './breakouts.ts';
import { chooseTable, seatTheRest } from './choosing.ts';
import { gatheringOver } from './gathering.ts';
import { type Seats, seedFrom } from './grouping.ts';
import { roundInUse } from './in-use.ts';
import { closeTables, keepTables } from './openings.ts';
import { decidePractice, type PracticeCommand } from './practice.ts';
import { roundBefore, sameGroups } from './seating.ts';
import { answerHelp, decideSignals, type SignalCommand } from './table-signals.ts';
import { makeTables } from './tables.ts';

/** Taking an automatic closing back gives the tables this much more time. */
const KEEP_OPEN_MS = 120_000;

export type BreakoutsCommand =
  | SetTables
  | SetGroups
  | PlanGroups
  | AssignSeat
  | ChooseTable
  | GoToTable
  | ReturnToPlenary
  | CloseTables
  | KeepTablesOpen
  | VisitTable
  | LeaveTable
  | SignalCommand
  | PracticeCommand
  | Extract<HouseCommand, { type: 'expire-gathering' | 'expire-closing' }>;

/** Dispatches a command about tables. Roles and status were checked before (`permissions.ts`). */
export function decideBreakouts(session: Session, command: BreakoutsCommand, context: Context): Decision {
  switch (command.type) {
    case 'set-tables':
    case 'set-groups':
    case 'plan-groups':
    case 'assign-seat':
      return decideSeating(session, command, context.now);
    case 'start-practice':
    case 'stop-practice':
    case 'expire-practice':
      return decidePractice(session, command, context.now);
    case 'call-help':
    case 'cancel-help':
    case 'clear-help':
    case 'signal-table':
      return decideSignals(session, command, context);
    default:
      return decideInUse(session, command, context);
  }
}

type Seating = SetTables | SetGroups | PlanGroups | AssignSeat;

function decideSeating(session: Session, command: Seating, now: Instant): Decision {
  const round = session.breakouts.rounds[command.phaseId];
  if (!round) return reject('not-a-round');
  if (command.type === 'assign-seat') return assignSeat(session, round, command, now);
  if (runningPhase(session)?.id === command.phaseId) return reject('round-already-begun');
  switch (command.type) {
    case 'set-tables':
      return setTables(session, round, command);
    case 'set-groups':
      return setGroups(session, round, command);
    case 'plan-groups':
      return planGroups(session, round, command);
    default:
      return assertNever(command);
  }
}

function setGroups(session: Session, round: Round, { phaseId, groups, sizes }: SetGroups): Decision {
  const same = round.groups === groups && round.sizes?.least === sizes?.least && round.sizes?.most === sizes?.most;
  if (same) return accept();
  if (groups === 'same' && !roundBefore(session, phaseId)) return reject('no-round-before');
  return accept({ type: 'groups-set', phaseId, groups, ...(sizes && { sizes }) });
}

function setTables(session: Session, round: Round, { phaseId, tables: count }: SetTables): Decision {
  if (round.tables.length === count) return accept();
  const tables = makeTables(phaseId, count);
  const set: Fact = { type: 'tables-set', phaseId, tables };
  if (!round.planned) return accept(set);
  if (round.groups === 'choose' || round.groups === 'by-hand') {
    return accept(set, { type: 'groups-planned', phaseId, seats: atTables(round.seats, tables) });
  }
  const people = seatsOf(session).filter(takesPart);
  const seats = groupsForRound(session, { ...round, tables }, people, seedFrom(session.id + phaseId));
  // Without rules that can be kept at so many tables, nobody is seated yet.
  if (!seats) return accept(set);
  return accept(set, { type: 'groups-planned', phaseId, seats });
}

// Whom somebody seated by hand stays as long as the table does.
const atTables = (seats: Seats, tables: readonly Table[]): Seats =>
  Object.fromEntries(entries(seats).filter(([, roomId]) => tables.some((table) => table.roomId === roomId)));

function planGroups(session: Session, round: Round, { phaseId, method, seed }: PlanGroups): Decision {
  if (method === 'new') {
    const seats = groupsForRound(session, round, seatsOf(session).filter(takesPart), seed);
    if (!seats) return reject('rules-contradict');
    return accept({ type: 'groups-planned', phaseId, seats });
  }
  const before = roundBefore(session, phaseId);
  if (!before?.planned) return reject('no-round-before');
  return accept({ type: 'groups-planned', phaseId, seats: sameGroups(before, round) });
}

// While the round runs the person moves at once, and takes their turn along [BR-8].
function assignSeat(session: Session, round: Round, command: AssignSeat, now: Instant): Decision {
  const { phaseId, seatId, roomId } = command;
  const seat = seatOf(session, seatId);
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return reject('person-removed');
  if (roomId && !round.tables.some((table) => table.roomId === roomId)) return reject('no-such-table');
  const before = round.seats[seatId];
  if (before === roomId) return accept();
  const unlocked = pinsElsewhere(session, command);
  const inUse = session.breakouts.open?.phaseId === phaseId;
  const dropped = inUse && before ? leaveQueue(session, session.turns.queues[before], seatId, now) : [];
  if (!roomId) return accept(...unlocked, ...dropped, { type: 'seat-unassigned', phaseId, seatId });
  const queued = inUse ? appendTurn(session.turns.queues[roomId], roomId, seatId) : [];
  return accept(...unlocked, ...dropped, { type: 'seat-assigned', phaseId, seatId, roomId }, ...queued);
}

// Who moves a locked seat by hand wants it moved: the lock goes [RO-21].
const pinsElsewhere = ({ rotation }: Session, { phaseId, seatId, roomId }: AssignSeat): Fact[] =>
  entries(rotation.rules).flatMap(([ruleId, rule]) => {
    const isPin = rule.kind === 'pin' && rule.phaseId === phaseId && rule.seatId === seatId;
    return isPin && rule.roomId !== roomId ? [{ type: 'seating-rule-dropped', ruleId }] : [];
  });

type InUse = Exclude<BreakoutsCommand, Seating | SignalCommand | PracticeCommand>;

function decideInUse(session: Session, command: InUse, { actor, now }: Context): Decision {
  const { open } = session.breakouts;
  if (open?.phaseId !== command.phaseId) {
    if (command.type === 'expire-gathering' || command.type === 'expire-closing') return accept();
    return reject(session.breakouts.rounds[command.phaseId] ? 'tables-not-open' : 'not-a-round');
  }
  const { phaseId } = open;
  switch (command.type) {
    case 'expire-gathering': // names what it saw, so that a late or second alarm changes nothing
      return open.state === 'gathering' && open.gatherUntil === command.gatherUntil
        ? accept(...seatTheRest(session, open, now), { type: 'everyone-seated', phaseId })
        : accept();
    case 'expire-closing':
      return open.closesAt === command.closesAt ? accept(...afterClosing(session, now)) : accept();
    case 'close-tables':
      if (open.state === 'closing') return reject('tables-already-closing');
      if (open.practice) return reject('not-a-round');
      return accept({ type: 'tables-closing', phaseId, closesAt: now + command.inMs });
    case 'keep-tables-open':
      return keepTablesOpen(session, open, now);
    default:
      return decideWalk(session, open, command, seatOfActor(session, actor), now);
  }
}

// When everybody is back the next phase opens; after the last one there is none, and the plenary goes on [BR-10].
function afterClosing(session: Session, now: Instant): Fact[] {
  if (session.breakouts.open?.practice) return closeTables(session, now);
  const isLast = session.agenda.running?.index === session.agenda.phases.length - 1;
  return isLast ? closeTables(session, now) : advance(session, now);
}

function keepTablesOpen(session: Session, open: OpenRound, now: Instant): Decision {
  if (open.state !== 'closing') return reject('tables-not-closing');
  if (open.practice) return reject('not-a-round');
  const { phaseId } = open;
  const kept = keepTables(session);
  const { running, phases } = session.agenda;
  if (!running || phases[running.index]?.onTimeUp !== 'advance') return accept(...kept);
  return accept(...kept, { type: 'phase-extended', phaseId, endsAt: Math.max(running.endsAt, now) + KEEP_OPEN_MS });
}

type Walk = ChooseTable | GoToTable | ReturnToPlenary | VisitTable | LeaveTable;

function decideWalk(session: Session, open: OpenRound, command: Walk, seat: Seat | undefined, now: Instant): Decision {
  if (!seat) return reject('not-admitted');
  const step = { phaseId: open.phaseId, seatId: seat.id };
  const table = tableOf(session, seat.id);
  switch (command.type) {
    case 'choose-table':
      return chooseTable(session, open, command, seat, now);
    case 'go-to-table':
      if (open.state !== 'gathering') return reject('tables-not-gathering');
      if (!table) return reject('no-table-for-you');
      return open.there[seat.id]
        ? accept()
        : accept({ type: 'seat-went-to-table', ...step }, ...gatheringOver(session, now, seat.id));
    case 'return-to-plenary':
      if (open.state !== 'closing') return reject('tables-not-closing');
      return placeOf(session, seat.id) === 'plenary' ? accept() : accept({ type: 'seat-returned', ...step });
    case 'visit-table':
      if (!isTable(session, command.roomId)) return reject('no-such-table');
      if (open.visits[seat.id] === command.roomId) return accept();
      return accept({ type: 'table-visited', ...step, roomId: command.roomId }, ...answerHelp(open, command.roomId));
    case 'leave-table':
      return open.visits[seat.id] ? accept({ type: 'table-left', ...step }) : reject('not-at-a-table');
    default:
      return assertNever(command);
  }
}

const isTable = (session: Session, roomId: string): boolean =>
  roundInUse(session)?.tables.some((table) => table.roomId === roomId) ?? false;
