import type { PhaseId } from '@werkraum/protocol';
import type { Bot } from './bot.ts';
import type { Play } from './cast.ts';

const NEWCOMERS = ['Late 1', 'Late 2'];

/** One person loses the connection and two come late, while a round runs. The facilitator sees both. */
export async function comeAndGo(play: Play): Promise<void> {
  const { cast, tally, say } = play;
  const lost = cast.participants[0];
  if (!lost) return;
  cast.participants.splice(0, 1);
  lost.leave();
  tally.lost += 1;
  say(`  ${lost.name} is lost`);
  const newcomers = await Promise.all(NEWCOMERS.map((name) => play.enter(name)));
  await Promise.all(newcomers.map((bot) => bot.until('at a table', () => bot.room() !== undefined)));
  cast.participants.push(...newcomers);
  tally.late += newcomers.length;
  say(`  ${newcomers.map(({ name }) => name).join(' and ')} come late`);
}

/** Resolves when the facilitator has been told that whoever is gone is gone. */
export async function noticed({ cast: { facilitator, participants } }: Play): Promise<void> {
  const connected = new Set(participants.map((bot) => bot.you().seatId as string));
  await facilitator.until('who is lost', () =>
    Object.entries(facilitator.session().people).every(
      ([seatId, { role, presence }]) => role !== 'participant' || (presence === 'here') === connected.has(seatId),
    ),
  );
}

/** Whether the next phase is a round. */
export function roundIsNext(facilitator: Bot, phaseId: PhaseId): boolean {
  const { order, phases } = facilitator.session().agenda;
  const next = order[order.indexOf(phaseId) + 1];
  return next !== undefined && phases[next]?.kind === 'breakout-round';
}
