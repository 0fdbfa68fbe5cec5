import type { PhaseId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import type { Breakouts, BreakoutsFact, OpenRound, Round } from './breakouts.ts';
import { withMembers } from './former.ts';

/** Folds one fact about tables. A fact about a round or opening that is not there is a corrupt log. */
export function evolveBreakouts(breakouts: Breakouts, fact: BreakoutsFact): Breakouts {
  switch (fact.type) {
    case 'tables-set':
      return inRound(breakouts, fact, () => ({ tables: fact.tables, seats: {}, planned: false }));
    case 'groups-set':
      return groupsSet(breakouts, fact);
    case 'groups-planned':
      return inRound(breakouts, fact, () => ({ seats: fact.seats, planned: true }));
    case 'seat-assigned':
      return inRound(breakouts, fact, ({ seats }) => ({
        seats: withEntry(seats, fact.seatId, fact.roomId),
        planned: true,
      }));
    case 'seat-unassigned':
      return inRound(breakouts, fact, ({ seats }) => ({ seats: without(seats, fact.seatId) }));
    case 'tables-opened':
      return openRound(breakouts, fact);
    case 'seat-went-to-table':
      return inOpen(breakouts, fact, ({ there }) => ({ there: withEntry(there, fact.seatId, true) }));
    case 'everyone-seated':
    case 'tables-kept-open':
      return { ...breakouts, open: stayOpen(openOf(breakouts, fact.phaseId)) };
    case 'tables-closing':
      return inOpen(breakouts, fact, () => ({ state: 'closing', closesAt: fact.closesAt }));
    case 'seat-returned':
      return inOpen(breakouts, fact, ({ back, visits }) => ({
        back: withEntry(back, fact.seatId, true),
        visits: without(visits, fact.seatId),
      }));
    case 'tables-closed': {
      openOf(breakouts, fact.phaseId);
      const { open: _closed, ...rest } = held(breakouts, fact);
      return withMembers(rest, fact.phaseId, fact.members ?? {});
    }
    case 'table-visited':
      return inOpen(breakouts, fact, ({ visits }) => ({ visits: withEntry(visits, fact.seatId, fact.roomId) }));
    case 'table-left':
      return inOpen(breakouts, fact, ({ visits }) => ({ visits: without(visits, fact.seatId) }));
    case 'practice-opened':
      return openPractice(breakouts, fact);
    case 'help-called':
      return inOpen(breakouts, fact, ({ help }) => ({
        help: withEntry(help, fact.roomId, { at: fact.at, by: fact.seatId }),
      }));
    case 'help-cleared':
      return inOpen(breakouts, fact, ({ help }) => ({ help: without(help, fact.roomId) }));
    case 'table-signalled':
      return inOpen(breakouts, fact, ({ signals }) => ({ signals: signalled(signals, fact) }));
    default:
      return assertNever(fact);
  }
}

interface Concerned {
  phaseId: PhaseId;
}

function inRound(breakouts: Breakouts, { phaseId }: Concerned, change: (round: Round) => Partial<Round>): Breakouts {
  const { open } = breakouts;
  if (open?.phaseId === phaseId && open.practice) {
    return { ...breakouts, open: { ...open, practice: { ...open.practice, ...change(open.practice) } } };
  }
  const round = breakouts.rounds[phaseId];
  if (!round) throw new Error(`no round ${phaseId}`);
  return { ...breakouts, rounds: withEntry(breakouts.rounds, phaseId, { ...round, ...change(round) }) };
}

function groupsSet(breakouts: Breakouts, fact: Extract<BreakoutsFact, { type: 'groups-set' }>): Breakouts {
  const { phaseId, groups, sizes } = fact;
  const round = breakouts.rounds[phaseId];
  if (!round) throw new Error(`no round ${phaseId}`);
  const { sizes: _limits, ...kept } = round;
  return { ...breakouts, rounds: withEntry(breakouts.rounds, phaseId, { ...kept, groups, ...(sizes && { sizes }) }) };
}

function inOpen(breakouts: Breakouts, { phaseId }: Concerned, change: (open: OpenRound) => Partial<OpenRound>) {
  const open = openOf(breakouts, phaseId);
  return { ...breakouts, open: { ...open, ...change(open) } };
}

function openOf({ open }: Breakouts, phaseId: PhaseId): OpenRound {
  if (open?.phaseId !== phaseId) throw new Error(`the tables of ${phaseId} are not open`);
  return open;
}

type Opened = Extract<BreakoutsFact, { type: 'tables-opened' }>;
type Closed = Extract<BreakoutsFact, { type: 'tables-closed' }>;

function openRound(breakouts: Breakouts, { phaseId, gatherUntil, at }: Opened): Breakouts {
  const opened = inRound(breakouts, { phaseId }, ({ openings, held = [] }) => ({
    openings: openings + 1,
    ...(at !== undefined && { held: [...held, { openedAt: at }] }),
  }));
  return { ...opened, open: gathering(phaseId, gatherUntil) };
}

function held(breakouts: Breakouts, { phaseId, at, people }: Closed): Breakouts {
  return inRound(breakouts, { phaseId }, ({ held }) => {
    const last = held?.at(-1);
    if (!held || !last || at === undefined) return {};
    return { held: [...held.slice(0, -1), { ...last, closedAt: at, ...(people && { people }) }] };
  });
}

type PracticeOpened = Extract<BreakoutsFact, { type: 'practice-opened' }>;

function openPractice(breakouts: Breakouts, { phaseId, tables, seats, gatherUntil, until }: PracticeOpened): Breakouts {
  const practice = { phaseId, tables, seats, groups: 'new', planned: true, openings: 1, until } as const;
  const practices = breakouts.practices + 1;
  return { ...breakouts, practices, open: { ...gathering(phaseId, gatherUntil), practice } };
}

const gathering = (phaseId: PhaseId, gatherUntil: number): OpenRound => ({
  ...{ phaseId, state: 'gathering', gatherUntil },
  ...{ there: {}, back: {}, visits: {}, help: {}, signals: {} },
});

function stayOpen({ closesAt: _over, ...open }: OpenRound): OpenRound {
  return { ...open, state: 'open', there: {}, back: {} };
}

type Signalled = Extract<BreakoutsFact, { type: 'table-signalled' }>;

function signalled(signals: OpenRound['signals'], { roomId, seatId, signal }: Signalled): OpenRound['signals'] {
  if (signal === 'none' || !seatId) return without(signals, roomId);
  return withEntry(signals, roomId, { signal, by: seatId });
}
