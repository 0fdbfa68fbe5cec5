import type { Decision, Session } from '../session.ts';
import { decideTurns, type TurnCommand } from '../turns/decide.ts';
import type { Turn, TurnQueue } from '../turns/turns.ts';
import { as, minutes, seconds, TABLE_A, turnOf, withFacts, workshopAtTables } from './turns-fixtures.ts';

/** Who asks, what, about whose turn at table A, and when. */
export type Step = readonly [who: string, type: TurnCommand['type'], whose: string, now: number];

/** A command about one person's turn at table A; extending is by 30 seconds. */
export function turnCommand(type: TurnCommand['type'], whose: string): TurnCommand {
  const at = { roomId: TABLE_A, turnId: turnOf(whose) };
  return type === 'extend-turn' ? { type, ...at, byMs: seconds(30) } : { type, ...at };
}

export const asked = (session: Session, [who, type, whose, now]: Step): Decision =>
  decideTurns(session, turnCommand(type, whose), { actor: as(who), now });

/** The session after steps that must all be accepted; a refused one fails the test at once. */
export function afterSteps(session: Session, ...steps: readonly Step[]): Session {
  return steps.reduce((held, step) => {
    const decision = asked(held, step);
    if (!decision.ok) throw new Error(`${step.join(' ')}: ${decision.rejection}`);
    return withFacts(held, decision.facts);
  }, session);
}

/** The time a turn of `TWO_MINUTES_EACH` has, and the silence before it. */
export const SLOT = minutes(2);
export const GRACE = seconds(8);

/** How facts name one person's turn at table A. */
export const at = (whose: string) => ({ roomId: TABLE_A, turnId: turnOf(whose) });

/** The queue of table A, and one person's turn in it. */
export const queue = (session: Session): TurnQueue | undefined => session.turns.queues[TABLE_A];
export const turn = (session: Session, whose: string): Turn | undefined => queue(session)?.turns[turnOf(whose)];

/** Table A with Ada's turn started at 0. */
export const adaSpeaks = (): Session => afterSteps(workshopAtTables(), ['tim', 'start-turn', 'ada', 0]);

/** The facts of a first start and of any start. */
export const begun = (endsAt: number) => ({ type: 'inputs-begun' as const, roomId: TABLE_A, endsAt });
export const started = (whose: string, now: number, slotMs = SLOT) => ({
  type: 'turn-started' as const,
  ...at(whose),
  graceUntil: now + GRACE,
  endsAt: now + GRACE + slotMs,
  slotMs,
});
