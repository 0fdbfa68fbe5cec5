import type { Command, CommandType, PhaseId } from '@werkraum/protocol';
import { decide } from './decide.ts';
import type { About } from './facilitating/facilitating.ts';
import { isPowerOfStaff } from './permissions.ts';
import { seatOfActor } from './seats.ts';
import { type AnyCommand, accept, type Context, type Decision, type Fact, type Session } from './session.ts';

/** Typing is not told to the others: what is written is before their eyes anyway. */
const UNTOLD: ReadonlySet<CommandType> = new Set<CommandType>([
  'set-notes',
  'edit-booklet',
  'undo-booklet',
  'set-survey',
]);

/**
 * Decides a command, and notes for those who facilitate together what one of them just did [FA-3]. What changed nothing,
 * was refused, or came from anybody else is not noted.
 */
export function act(session: Session | undefined, command: AnyCommand, context: Context): Decision {
  const decision = decide(session, command, context);
  const seat = session && seatOfActor(session, context.actor);
  if (!decision.ok || decision.facts.length === 0 || seat?.role !== 'facilitator' || !isTold(command)) return decision;
  const about = aboutOf(command, decision.facts);
  return accept(...decision.facts, { type: 'doing-noted', by: seat.id, at: context.now, command: command.type, about });
}

const isTold = (command: AnyCommand): command is Command =>
  isPowerOfStaff(command.type) && !UNTOLD.has(command.type as CommandType);

function aboutOf(command: Command, facts: readonly Fact[]): About {
  const phaseId = phaseOf(facts) ?? ('phaseId' in command ? command.phaseId : undefined);
  return {
    ...(phaseId && { phaseId }),
    ...('roomId' in command && command.roomId && { roomId: command.roomId }),
    ...('seatId' in command && command.seatId && { seatId: command.seatId }),
    ...('byMs' in command && { byMs: command.byMs }),
  };
}

// Whoever moves on names the phase that ends; what the others want to know is the one that begins.
function phaseOf(facts: readonly Fact[]): PhaseId | undefined {
  for (const fact of facts) {
    if (fact.type === 'phase-started') return fact.phaseId;
    if (fact.type === 'phase-added') return fact.phase.id;
    if (fact.type === 'phase-undone') return fact.backTo;
  }
  return undefined;
}
