import {
  modelWorkshop,
  type NewSeat,
  type PhaseId,
  type SeatId,
  type SessionId,
  type SessionPlan,
} from '@werkraum/protocol';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import type { Actor, AnyCommand, Decision, Fact, Session } from '../session.ts';

/** Instants in tests are milliseconds since the workshop was created. */
export const minutes = (count: number): number => count * 60_000;
export const seconds = (count: number): number => count * 1_000;

export const HOUSE: Actor = { kind: 'house' };
export const seat = (name: string): Actor => ({ kind: 'seat', seatId: name.toLowerCase() as SeatId });
export const idOf = (name: string): SeatId => name.toLowerCase() as SeatId;
export const phase = (id: string): PhaseId => id as PhaseId;

export const PARTICIPANTS = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];

const seatsFor = (names: readonly string[]): NewSeat[] =>
  [
    { name: 'Frieda', role: 'facilitator' as const },
    { name: 'Theo', role: 'timekeeper' as const },
    { name: 'Salma', role: 'speaker' as const },
    ...names.map((name) => ({ name, role: 'participant' as const })),
  ].map((person) => ({ ...person, seatId: idOf(person.name), linkHash: `${person.name}-hash` }));

/** A workshop in the making: facts so far, the state they fold to, and what happens next. */
export interface Workshop {
  facts: readonly Fact[];
  session: Session;
  /** What a command would lead to, without doing it. */
  when(command: AnyCommand, actor: Actor, now: number): Decision;
  /** Does it; a refusal throws, because a test that sets something up must not set up nothing. */
  doing(command: AnyCommand, actor: Actor, now: number): Workshop;
  /** Lets the house act at every deadline up to and including this instant. */
  until(now: number): Workshop;
}

export const fold = (facts: readonly Fact[]): Session | undefined =>
  facts.reduce<Session | undefined>((session, fact) => evolve(session, fact), undefined);

/** A workshop whose facts so far are these. */
export function workshop(facts: readonly Fact[]): Workshop {
  const session = fold(facts);
  if (!session) throw new Error('no session');
  const self: Workshop = {
    facts,
    session,
    when: (command, actor, now) => decide(session, command, { actor, now }),
    doing: (command, actor, now) => {
      const decision = self.when(command, actor, now);
      if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection}`);
      return workshop([...facts, ...decision.facts]);
    },
    until: (now) => {
      const deadline = nextDeadline(session);
      return deadline && deadline.at <= now ? self.doing(deadline.command, HOUSE, deadline.at).until(now) : self;
    },
  };
  return self;
}

/** A session that was just created from the model workshop (or a plan of it changed by `change`). */
export function drafted(change: (plan: SessionPlan) => SessionPlan = (plan) => plan, names = PARTICIPANTS): Workshop {
  const plan = change(modelWorkshop('en').plan);
  const command: AnyCommand = { type: 'create-session', sessionId: 'model' as SessionId, plan, seats: seatsFor(names) };
  const decision = decide(undefined, command, { actor: HOUSE, now: 0 });
  if (!decision.ok) throw new Error(decision.rejection);
  return workshop(decision.facts);
}

/** Everybody invited has come in and the doors are open. */
export function assembled(change?: (plan: SessionPlan) => SessionPlan, names = PARTICIPANTS): Workshop {
  const here = ['Frieda', 'Theo', 'Salma', ...names].reduce(
    (soFar, name) => soFar.doing({ type: 'arrive', seatId: idOf(name) }, HOUSE, 0),
    drafted(change, names),
  );
  return here.doing({ type: 'open-doors' }, seat('Frieda'), 0);
}

/** The workshop has been moved on by its facilitator, phase by phase and without delay, until this phase runs. */
export function arrivedAt(
  phaseId: string,
  now = 0,
  change?: (plan: SessionPlan) => SessionPlan,
  names = PARTICIPANTS,
): Workshop {
  let soFar = assembled(change, names).doing({ type: 'start-session' }, seat('Frieda'), now);
  for (;;) {
    const { running, phases } = soFar.session.agenda;
    const current = running && phases[running.index];
    if (!current) throw new Error(`no phase ${phaseId}`);
    if (current.id === phaseId) return soFar;
    soFar = soFar.doing({ type: 'advance-phase', phaseId: current.id }, seat('Frieda'), now);
  }
}

/** The same, with everybody seated at their tables. */
export const seatedAt = (phaseId: string, now = 0, change?: (plan: SessionPlan) => SessionPlan, names = PARTICIPANTS) =>
  arrivedAt(phaseId, now, change, names).until(now + minutes(1));
