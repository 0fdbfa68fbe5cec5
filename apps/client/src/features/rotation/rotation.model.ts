import type { RotationFigures } from '@werkraum/planning/rotation';
import type { Command, FacilitatorsView, RequestId, SeatView, SessionView, StaffView } from '@werkraum/protocol';
import { type Tour, tourFigures, tourOf } from './encounters.model.ts';
import { type ProposalModel, proposalModel } from './proposal.model.ts';
import { type RulesModel, rulesModel } from './rules.model.ts';
import { type SeatingModel, seatings } from './seating.model.ts';

export interface RotationModel {
  rounds: readonly SeatingModel[];
  tour: Tour;
  /** What the seating is worth as it stands; undefined while no round is planned. */
  figures: RotationFigures | undefined;
  /** Rounds ahead that nobody has planned: the figures do not count them. */
  unplanned: number;
  proposal: ProposalModel | undefined;
  rules: RulesModel;
  /** All rounds to come, from nothing. Undefined when none of them takes new groups. */
  planAll: ((requestId: RequestId, seed: number) => Command) | undefined;
  /** The same from the seating there is; locked seats stay. Undefined while nothing is planned. */
  improve: ((requestId: RequestId, seed: number) => Command) | undefined;
}

/** Everything a facilitator sees and does about who sits where in all rounds. */
export function rotationModel(
  session: SessionView,
  you: SeatView,
  staff: StaffView,
  facilitators: FacilitatorsView | undefined,
): RotationModel {
  const { rules = {}, proposal } = facilitators?.rotation ?? {};
  const documents = { session, you, staff, rules };
  const rounds = seatings(documents);
  const tour = tourOf(documents);
  const free = rounds.filter(({ state, groups }) => state === 'ahead' && groups === 'new');
  const may = facilitators !== undefined && you.may.includes('ask-rotation') && free.length > 0;
  const asking = (method: 'anew' | 'improve') =>
    may
      ? (requestId: RequestId, seed: number): Command => ({ type: 'ask-rotation', requestId, seed, method })
      : undefined;
  return {
    ...{ rounds, tour, figures: tourFigures(tour) },
    unplanned: rounds.filter(({ state, planned }) => state === 'ahead' && !planned).length,
    proposal: proposalModel(documents, proposal),
    rules: rulesModel(documents),
    planAll: asking('anew'),
    improve: free.some(({ planned }) => planned) ? asking('improve') : undefined,
  };
}
