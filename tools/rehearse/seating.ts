import { randomUUID } from 'node:crypto';
import { countEncounters, NOWHERE } from '@werkraum/planning/encounters';
import type { PhaseId, RequestId, RotationMethod, RotationProposalView, SeatId } from '@werkraum/protocol';
import { must, type Play } from './cast.ts';

/** Who sat where at one moment: seat id → table. */
export type Sitting = Readonly<Record<SeatId, string>>;

/** Has all rounds to come planned, waits until nothing better is found, and accepts. */
export async function planRounds({ cast: { facilitator }, tally }: Play, method: RotationMethod): Promise<void> {
  const requestId = randomUUID() as string as RequestId;
  await must(facilitator, { type: 'ask-rotation', requestId, seed: 7, method });
  const found = () => finished(facilitator.facilitators()?.rotation.proposal, requestId);
  await facilitator.until('a proposal for all rounds', () => found() !== undefined);
  const { basis } = found() ?? {};
  if (basis === undefined) throw new Error('The proposal was taken away.');
  await must(facilitator, { type: 'accept-rotation', requestId, basis });
  tally.proposals += 1;
}

function finished(proposal: RotationProposalView | undefined, requestId: RequestId) {
  if (proposal?.requestId !== requestId) return undefined;
  const { found } = proposal;
  if (found?.finding.kind === 'conflict') throw new Error(`No seating is possible: ${found.finding.conflict.kind}.`);
  return found?.done && !found.outdated ? found : undefined;
}

/** Where the participants who are here sit in this round now. */
export function sittingOf({ cast }: Play, phaseId: PhaseId): Sitting {
  const { people, tables } = cast.facilitator.session();
  if (tables?.phaseId !== phaseId) throw new Error(`the tables of ${phaseId} are not in use`);
  const here = Object.entries(people).filter(
    ([, person]) => person.role === 'participant' && person.presence === 'here',
  );
  return Object.fromEntries(here.flatMap(([seatId, { table }]) => (table ? [[seatId, table]] : []))) as Sitting;
}

/** How many different pairs met, of those who were there at the same time. */
export function encounters(sittings: readonly Sitting[]): { met: number; pairs: number } {
  const people = [...new Set(sittings.flatMap((sitting) => Object.keys(sitting)))] as SeatId[];
  const tables = [...new Set(sittings.flatMap((sitting) => Object.values(sitting)))];
  const at = (table: string | undefined) => (table === undefined ? NOWHERE : tables.indexOf(table));
  const seatings = sittings.map((sitting) => people.map((seatId) => at(sitting[seatId])));
  const together = seatings.map((seating) => seating.map((table) => (table === NOWHERE ? NOWHERE : 0)));
  return { met: pairsIn(people.length, seatings), pairs: pairsIn(people.length, together) };
}

const pairsIn = (people: number, seatings: readonly (readonly number[])[]): number =>
  countEncounters(people, seatings)
    .pairs.slice(1)
    .reduce((sum, pairs) => sum + pairs, 0);
