import type { Decision, Session } from '../session.ts';
import { decideTurns, type TurnsCommand } from '../turns/decide.ts';
import { as, seconds, TABLE_A, turnOf, withFacts } from './turns-fixtures.ts';

/** Who asks, what, about whose turn at table A, and when. */
export type Step = readonly [who: string, type: TurnsCommand['type'], whose: string, now: number];

/** A command about one person's turn at table A; extending is by 30 seconds. */
export function turnCommand(type: TurnsCommand['type'], whose: string): TurnsCommand {
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
