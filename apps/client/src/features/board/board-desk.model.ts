import type { Command, FacilitatorsView, PhaseId, SeatView, SessionView } from '@werkraum/protocol';

/** How many dots each person has on the boards in use, and what else they could have. */
export interface DotsChoice {
  each: number;
  choices: readonly number[];
  /** Gives everybody so many. */
  give(each: number): Command;
}

const USUAL: readonly number[] = [0, 1, 2, 3, 5, 8, 10];

/** The round whose tables are in use, with boards of their own. */
export const roundAtWork = ({ tables }: SessionView, { may }: SeatView): PhaseId | undefined =>
  may.includes('set-all-writing') ? tables?.phaseId : undefined;

/** What a facilitator may say of dots now; undefined where no board is in use, or its figure is not known yet. */
export function dotsChoice(
  session: SessionView,
  you: SeatView,
  facilitators: FacilitatorsView | undefined,
): DotsChoice | undefined {
  const phaseId = roundAtWork(session, you) ?? session.board?.phaseId;
  const each = phaseId && facilitators?.boards[phaseId]?.dots;
  if (!phaseId || each === undefined || !you.may.includes('set-dots')) return undefined;
  const choices = [...new Set([...USUAL, each])].toSorted((one, other) => one - other);
  return { each, choices, give: (next) => ({ type: 'set-dots', phaseId, each: next }) };
}
