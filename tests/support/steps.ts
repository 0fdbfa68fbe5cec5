import type { Command, PhaseId, Reply, RoomId, TurnsView } from '@werkraum/protocol';
import { seconds, type Workshop } from './workshop.ts';

/** Does what a scenario needs to have been done; a refusal ends the scenario with its code. */
export async function must(reply: Promise<Reply>): Promise<void> {
  const answered = await reply;
  if (!answered.ok) throw new Error(`refused: ${answered.rejection}`);
}

/** The phase that runs now, as the facilitator sees it. */
export function phaseOf({ facilitator }: Workshop): PhaseId {
  const { clock } = facilitator.sees().agenda;
  if (!clock) throw new Error('no phase runs');
  return clock.phaseId;
}

/** Doors open, first phase running. */
export async function begin({ facilitator }: Workshop): Promise<void> {
  await must(facilitator.asks({ type: 'open-doors' }));
  await must(facilitator.asks({ type: 'start-session' }));
}

/** One click further. */
export const next = (workshop: Workshop): Promise<void> =>
  must(workshop.facilitator.asks({ type: 'advance-phase', phaseId: phaseOf(workshop) }));

/** Clicks on until this phase runs; in a round, until everybody sits at their table. */
export async function goTo(workshop: Workshop, phaseId: string): Promise<void> {
  if (workshop.facilitator.sees().status !== 'running') await begin(workshop);
  while (phaseOf(workshop) !== phaseId) await next(workshop);
  if (workshop.facilitator.sees().tables) await workshop.clock.advance(seconds(60));
}

export const tablesOf = ({ facilitator }: Workshop): readonly RoomId[] => facilitator.sees().tables?.order ?? [];

/** The input round of one table, as the timekeeper sees it. */
export function turnsAt({ timekeeper }: Workshop, roomId: RoomId): TurnsView {
  const turns = timekeeper.staff()?.progress[roomId]?.turns;
  if (!turns) throw new Error(`no turns at ${roomId}`);
  return turns;
}

export async function startNextTurn(workshop: Workshop, roomId: RoomId): Promise<void> {
  const { next: turnId } = turnsAt(workshop, roomId);
  if (!turnId) throw new Error(`nobody is next at ${roomId}`);
  await must(workshop.timekeeper.asks({ type: 'start-turn', roomId, turnId }));
}

export async function endTurn(workshop: Workshop, roomId: RoomId): Promise<void> {
  const { now } = turnsAt(workshop, roomId);
  if (!now) throw new Error(`nobody speaks at ${roomId}`);
  await must(workshop.timekeeper.asks({ type: 'end-turn', roomId, turnId: now.turnId }));
}

export const phaseCommand = <Type extends 'pause-phase' | 'resume-phase' | 'undo-phase'>(
  type: Type,
  workshop: Workshop,
): Command => ({ type, phaseId: phaseOf(workshop) });
