import { countEncounters, NOWHERE } from '@werkraum/planning/encounters';
import type {
  Command,
  PhaseId,
  RotationConflictView,
  RotationFiguresView,
  RotationMethod,
  RotationProposalView,
  SeatId,
} from '@werkraum/protocol';
import { type Tour, tourOf } from './encounters.model.ts';
import type { SeatingDocuments } from './seating.model.ts';

/** Somebody who would sit somewhere else. */
export interface SeatChange {
  seatId: SeatId;
  name: string;
  round: string;
  /** Labels of tables; undefined: at none. */
  from: string | undefined;
  to: string | undefined;
}

export type ProposalState =
  /** Nothing was found yet. */
  | { kind: 'working' }
  | {
      kind: 'plan';
      figures: RotationFiguresView;
      /** Pairs that meet as things stand; undefined when no round was planned. */
      before: number | undefined;
      changes: readonly SeatChange[];
      /** Something better may still come. */
      improving: boolean;
      /** Something has changed since: another one is on its way. */
      outdated: boolean;
    }
  | { kind: 'conflict'; conflict: RotationConflictView; names: readonly string[]; round: string | undefined };

export interface ProposalModel {
  method: RotationMethod;
  /** Asked for by the house itself. */
  byHouse: boolean;
  /** Who is missing in the next round, and who has come: what an `attendance` proposal is about. */
  missing: readonly string[];
  newcomers: readonly string[];
  /** Numbers of the first and the last round it seats. */
  rounds: { first: number; last: number } | undefined;
  state: ProposalState;
  accept: Command | undefined;
  dismiss: Command | undefined;
}

/** The proposal on the table, in words' reach. Undefined while nothing is asked. */
export function proposalModel(
  documents: SeatingDocuments,
  proposal: RotationProposalView | undefined,
): ProposalModel | undefined {
  if (!proposal) return undefined;
  const { requestId, method, by, found } = proposal;
  const { you } = documents;
  const isPlan = found?.finding.kind === 'plan' && !found.outdated;
  const state = stateOf(documents, found);
  const changes = state.kind === 'plan' ? state.changes : [];
  const next = nextRound(documents);
  const inNext = changes.filter(({ round }) => round === next);
  return {
    ...{ method, byHouse: by === undefined, state },
    missing: inNext.filter(({ to }) => to === undefined).map(({ name }) => name),
    newcomers: inNext.filter(({ from }) => from === undefined).map(({ name }) => name),
    rounds: roundsOf(documents, found),
    accept:
      isPlan && you.may.includes('accept-rotation')
        ? { type: 'accept-rotation', requestId, basis: found.basis }
        : undefined,
    dismiss: you.may.includes('dismiss-rotation') ? { type: 'dismiss-rotation', requestId } : undefined,
  };
}

type Found = RotationProposalView['found'];

function stateOf(documents: SeatingDocuments, found: Found): ProposalState {
  if (!found) return { kind: 'working' };
  const { finding, done, outdated } = found;
  const nameOf = (seatId: SeatId) => documents.staff.seats[seatId]?.name ?? '';
  if (finding.kind === 'conflict') {
    const { conflict } = finding;
    const round = conflict.phaseId && documents.session.agenda.phases[conflict.phaseId]?.title;
    return { kind: 'conflict', conflict, names: conflict.seats.map(nameOf), round };
  }
  const changes = Object.keys(finding.rounds).flatMap((phaseId) =>
    changesIn(documents, phaseId as PhaseId, finding.people, finding.rounds[phaseId] ?? []),
  );
  const before = metNow(tourOf(documents), (phaseId, seatId) => {
    const at = finding.people.indexOf(seatId);
    return finding.rounds[phaseId]?.[at] === NOWHERE;
  });
  return { kind: 'plan', figures: finding.figures, before, changes, improving: !done, outdated };
}

/** Pairs that meet as things stand. Whoever the proposal leaves out is missing, and meets nobody as it is either. */
function metNow(
  { guests, phases, seatings }: Tour,
  isMissing: (phaseId: PhaseId, seatId: SeatId) => boolean,
): number | undefined {
  if (seatings.length === 0) return undefined;
  const held = seatings.map((seating, at) =>
    seating.map((table, guest) =>
      isMissing(phases[at] as PhaseId, guests[guest]?.seatId as SeatId) ? NOWHERE : table,
    ),
  );
  return countEncounters(guests.length, held)
    .pairs.slice(1)
    .reduce((sum, pairs) => sum + pairs, 0);
}

function changesIn(
  { session, staff }: SeatingDocuments,
  phaseId: PhaseId,
  people: readonly SeatId[],
  seating: readonly number[],
): SeatChange[] {
  const round = staff.seating[phaseId];
  const title = session.agenda.phases[phaseId]?.title ?? '';
  if (!round) return [];
  const labelOf = (roomId: string | undefined) => (roomId === undefined ? undefined : round.rooms[roomId]?.label);
  return people.flatMap((seatId, at) => {
    const from = labelOf(round.seats[seatId]);
    const table = seating[at] ?? NOWHERE;
    const to = table === NOWHERE ? undefined : labelOf(round.order[table]);
    return from === to ? [] : [{ seatId, name: staff.seats[seatId]?.name ?? '', round: title, from, to }];
  });
}

/** The title of the round that comes next, if the next phase is one. */
function nextRound({ session: { agenda } }: SeatingDocuments): string | undefined {
  const at = agenda.clock ? agenda.order.indexOf(agenda.clock.phaseId) : -1;
  const next = agenda.phases[agenda.order[at + 1] ?? ''];
  return next?.round && next.title;
}

function roundsOf({ session }: SeatingDocuments, found: Found): ProposalModel['rounds'] {
  if (found?.finding.kind !== 'plan') return undefined;
  const numbers = Object.keys(found.finding.rounds).flatMap((id) => session.agenda.phases[id]?.round?.number ?? []);
  return numbers.length === 0 ? undefined : { first: Math.min(...numbers), last: Math.max(...numbers) };
}
