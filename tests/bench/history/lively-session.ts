import type { CommandId, Instant, PhaseId, SeatId, SessionId } from '@werkraum/protocol';
import { modelWorkshop } from '@werkraum/protocol';
import { decide } from '@werkraum/server/src/domain/decide.ts';
import { evolve } from '@werkraum/server/src/domain/evolve.ts';
import type { Actor, AnyCommand, Session } from '@werkraum/server/src/domain/session.ts';
import type { Entry } from '@werkraum/server/src/ports/event-store.ts';

const HOUSE: Actor = { kind: 'house' };
const MORE_MS = 7 * 60_000;
const TEN_MINUTES_MS = 10 * 60_000;
const PEOPLE = 12;

const seatId = (index: number): SeatId => `seat-of-person-number-${index}` as SeatId;
const actor = (index: number): Actor => ({ kind: 'seat', seatId: seatId(index) });

const seats = Array.from({ length: PEOPLE }, (_, index) => ({
  seatId: seatId(index),
  name: `Person ${index}`,
  role: index === 0 ? ('facilitator' as const) : ('participant' as const),
  linkHash: String(index).padStart(64, '0'),
}));

export type Step = readonly [command: AnyCommand, actor: Actor];

/** Creates the model workshop with twelve people, of whom the first facilitates, and brings it into its first phase. */
export function opening(sessionId: SessionId): Step[] {
  const { plan } = modelWorkshop('en');
  const phases = plan.phases.map((phase) => ({ ...phase, onTimeUp: 'hold' as const }));
  return [
    [{ type: 'create-session', sessionId, plan: { ...plan, phases }, seats }, HOUSE],
    ...seats.map((seat): Step => [{ type: 'arrive', seatId: seat.seatId }, HOUSE]),
    [{ type: 'open-doors' }, actor(0)],
    [{ type: 'start-session' }, actor(0)],
  ];
}

/** What people do in a plenary for hours: hands go up and down, and from time to time the phase gets more time. */
export function bustle(index: number, phaseId: PhaseId): Step {
  if (index % 100 === 99) return [{ type: 'extend-phase', phaseId, byMs: MORE_MS }, actor(0)];
  const person = 1 + (Math.floor(index / 2) % (PEOPLE - 1));
  return [{ type: index % 2 === 0 ? 'raise-hand' : 'lower-hand' }, actor(person)];
}

/** A session of so many facts, made by the rules themselves, with the states it had on the way. */
export interface LivelySession {
  entries: readonly Entry[];
  /** The state after so many facts. */
  at(version: number): Session;
  /** The ids of the commands of the last ten minutes before this version. */
  commandsBefore(version: number): CommandId[];
}

/** Plays a session whose newest fact is from `endsAt`; its commands are spread evenly over the time before. */
export function livelySession(sessionId: SessionId, facts: number, endsAt: Instant, everyMs: number): LivelySession {
  const states: Session[] = [];
  const entries: Entry[] = [];
  const steps = opening(sessionId);
  const phaseId = modelWorkshop('en').plan.phases[0]?.id as PhaseId;
  for (let index = 0, bustling = 0; states.length < facts; index++) {
    const [command, who] = steps[index] ?? bustle(bustling++, phaseId);
    const now = endsAt - Math.max(0, facts - states.length) * everyMs;
    const decision = decide(states.at(-1), command, { actor: who, now });
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.rejection}`);
    for (const fact of decision.facts) states.push(evolve(states.at(-1), fact));
    const by = who.kind === 'seat' ? who.seatId : 'house';
    const commandId = crypto.randomUUID() as CommandId;
    entries.push({ facts: decision.facts, at: now, by, ...(who.kind === 'seat' && { commandId }) });
  }
  return {
    entries,
    at(version) {
      const state = states[version - 1];
      if (!state) throw new Error(`the session never had ${version} facts`);
      return state;
    },
    commandsBefore: (version) =>
      entries
        .slice(Math.max(0, version - TEN_MINUTES_MS / everyMs), version)
        .flatMap(({ commandId }) => commandId ?? []),
  };
}
