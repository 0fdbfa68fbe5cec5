import type { PhaseId, PhasePlan, RoomId } from '@werkraum/protocol';
import { type ById, ids } from '../records.ts';
import type { Breakouts, Round, Table } from './breakouts.ts';

/** "A" … "Z", "AA" …: how tables are called aloud. */
function tableLabel(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : tableLabel(Math.floor(index / 26) - 1) + letter;
}

/** The tables of a round, or of a practice of that name. Ids tell it and the label, so no table is mistaken for another. */
export const makeTables = (name: string, count: number): Table[] =>
  Array.from({ length: count }, (_, index) => {
    const label = tableLabel(index);
    return { label, roomId: `${name}-${label.toLowerCase()}` as RoomId };
  });

/** The empty rounds a plan begins with. */
export const makeRounds = (phases: readonly PhasePlan[]): Record<PhaseId, Round> =>
  Object.fromEntries(
    phases.flatMap((phase): [PhaseId, Round][] => {
      if (phase.kind !== 'breakout-round') return [];
      const { groups, sizes } = phase.round;
      const tables = makeTables(phase.id, phase.round.tables);
      const round = { phaseId: phase.id, tables, groups, ...(sizes && { sizes }) };
      return [[phase.id, { ...round, seats: {}, planned: false, openings: 0 }]];
    }),
  );

/** The rounds of an agenda that has changed: new ones get their tables, those that are gone are put on the shelf [AG-17]. */
export function roundsOf(breakouts: Breakouts, phases: readonly PhasePlan[]): Breakouts {
  const { rounds, shelf = {}, ...rest } = breakouts;
  const wanted = makeRounds(phases);
  const isSame = ids(wanted).length === ids(rounds).length && ids(wanted).every((id) => rounds[id]);
  if (isSame) return breakouts;
  const all: ById<PhaseId, Round> = { ...shelf, ...rounds };
  const pick = (from: readonly PhaseId[]) => Object.fromEntries(from.map((id) => [id, all[id] ?? wanted[id]]));
  const shelved = ids(all).filter((id) => !wanted[id]);
  return { ...rest, rounds: pick(ids(wanted)), ...(shelved.length > 0 && { shelf: pick(shelved) }) };
}
