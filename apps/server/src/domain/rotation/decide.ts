import type {
  AcceptRotation,
  AddSeatingRule,
  AskRotation,
  DismissRotation,
  DropSeatingRule,
  PhaseId,
  RotationFinding,
  SeatingRule,
} from '@werkraum/protocol';
import type { Round } from '../breakouts/breakouts.ts';
import type { Seats } from '../breakouts/grouping.ts';
import { roundBefore, sameGroups } from '../breakouts/seating.ts';
import { assertNever, type ById, ids, withEntry } from '../records.ts';
import { indexOfPhase, seatOf, seatOfActor } from '../seats.ts';
import {
  type Actor,
  accept,
  type Context,
  type Decision,
  type HouseCommand,
  reject,
  type Session,
} from '../session.ts';
import { attendanceGap } from './attendance.ts';
import { rotationQuestion } from './question.ts';
import { seatsOfPlan } from './task.ts';

/** More rules than this are no workshop any more. */
const MOST_RULES = 200;

type Propose = Extract<HouseCommand, { type: 'propose-rotation' }>;

export type RotationCommand =
  | AddSeatingRule
  | DropSeatingRule
  | AskRotation
  | AcceptRotation
  | DismissRotation
  | Propose;

/** Decides a command about the plan over all rounds. Roles and status were checked before (`permissions.ts`). */
export function decideRotation(session: Session, command: RotationCommand, { actor }: Context): Decision {
  switch (command.type) {
    case 'add-seating-rule':
      return addRule(session, command);
    case 'drop-seating-rule':
      return session.rotation.rules[command.ruleId]
        ? accept({ type: 'seating-rule-dropped', ruleId: command.ruleId })
        : accept();
    case 'ask-rotation':
      return askRotation(session, command, actor);
    case 'propose-rotation':
      return propose(session, command);
    case 'accept-rotation':
      return acceptRotation(session, command);
    case 'dismiss-rotation':
      return dismiss(session, command, actor);
    default:
      return assertNever(command);
  }
}

function addRule(session: Session, { ruleId, rule }: AddSeatingRule): Decision {
  const { rules } = session.rotation;
  if (JSON.stringify(rules[ruleId]) === JSON.stringify(rule)) return accept();
  if (!rules[ruleId] && ids(rules).length >= MOST_RULES) return reject('too-many-rules');
  for (const seatId of 'seatId' in rule ? [rule.seatId] : rule.seats) {
    const seat = seatOf(session, seatId);
    if (!seat) return reject('no-such-person');
    if (seat.admission === 'removed') return reject('person-removed');
  }
  return rule.kind === 'pin' ? addPin(session, { ruleId, rule }) : accept({ type: 'seating-rule-added', ruleId, rule });
}

// A locked seat is also sat on: somebody who is elsewhere in that round moves there.
function addPin(
  session: Session,
  { ruleId, rule }: { ruleId: AddSeatingRule['ruleId']; rule: Extract<SeatingRule, { kind: 'pin' }> },
): Decision {
  const { phaseId, seatId, roomId } = rule;
  const round = session.breakouts.rounds[phaseId];
  if (!round) return reject('not-a-round');
  if (indexOfPhase(session, phaseId) <= (session.agenda.running?.index ?? -1)) return reject('round-already-begun');
  if (!round.tables.some((table) => table.roomId === roomId)) return reject('no-such-table');
  const added = { type: 'seating-rule-added', ruleId, rule } as const;
  return round.seats[seatId] === roomId
    ? accept(added)
    : accept(added, { type: 'seat-assigned', phaseId, seatId, roomId });
}

// What a facilitator asked for stays on the table until they have answered it.
function askRotation(session: Session, { requestId, seed, method }: AskRotation, actor: Actor): Decision {
  const { request, accepted } = session.rotation;
  const by = seatOfActor(session, actor)?.id;
  if (request?.requestId === requestId || accepted === requestId) return accept();
  if (!by && request) return accept();
  if (!rotationQuestion(session, { method, seed })) return reject('nothing-to-plan');
  return accept({ type: 'rotation-asked', requestId, seed, method, ...(by && { by }) });
}

// The planner works beside everything else: what it found for a question that is no longer asked is not even refused.
function propose(session: Session, { requestId, basis, finding, done }: Propose): Decision {
  const { request } = session.rotation;
  if (request?.requestId !== requestId || rotationQuestion(session, request)?.basis !== basis) return accept();
  const { proposal } = request;
  const same = proposal?.basis === basis && JSON.stringify(proposal.finding) === JSON.stringify(finding);
  if (same && proposal.done === done) return accept();
  return accept({ type: 'rotation-proposed', requestId, basis, finding, done });
}

function acceptRotation(session: Session, { requestId, basis }: AcceptRotation): Decision {
  const { request, accepted } = session.rotation;
  if (accepted === requestId) return accept();
  if (request?.requestId !== requestId || request.proposal?.finding.kind !== 'plan') return reject('no-proposal');
  const { finding } = request.proposal;
  const fits = request.proposal.basis === basis && rotationQuestion(session, request)?.basis === basis;
  if (!fits) return reject('proposal-outdated');
  return accept({ type: 'rotation-accepted', requestId, rounds: roundsOf(session, finding) });
}

type Plan = Extract<RotationFinding, { kind: 'plan' }>;

/** Who sits where after all: the rounds of the plan, and those that have the same groups as one of them. */
function roundsOf(session: Session, plan: Plan): ById<PhaseId, Seats> {
  const planned = (round: Round): Seats => seatsOfPlan(plan.people, plan.rounds[round.phaseId] ?? [], round);
  const begun = session.agenda.running?.index ?? -1;
  return session.agenda.phases.slice(begun + 1).reduce<ById<PhaseId, Seats>>((all, { id }) => {
    const round = session.breakouts.rounds[id];
    if (!round) return all;
    if (plan.rounds[id]) return withEntry(all, id, planned(round));
    const before = roundBefore(session, id);
    const seats = before && all[before.phaseId];
    return round.groups === 'same' && seats ? withEntry(all, id, sameGroups({ ...before, seats }, round)) : all;
  }, {});
}

// The house takes its own proposal back when everybody is there again; a facilitator who dismisses it is not asked twice.
function dismiss(session: Session, { requestId }: DismissRotation, actor: Actor): Decision {
  const { request } = session.rotation;
  if (request?.requestId !== requestId) return accept();
  const left = actor.kind === 'seat' && request.method === 'attendance' ? attendanceGap(session)?.key : undefined;
  return accept({ type: 'rotation-dismissed', requestId, ...(left !== undefined && { left }) });
}
