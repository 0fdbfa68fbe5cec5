import type { PhaseId, PhaseView, RoomId } from '@werkraum/protocol';
import { announce } from './announcing.ts';
import { comeAndGo, noticed, roundIsNext } from './attendance.ts';
import { must, type Play, quicker } from './cast.ts';
import { callForHelp, tellAboutTime } from './helping.ts';
import { planRounds, sittingOf } from './seating.ts';
import { clockOf, fallBehindAndRecover } from './timing.ts';
import { paceTable, paceTogether } from './turns.ts';

const CLOSING_S = 60;
const LEAST_CLOSING_MS = 1_000;

/**
 * One breakout round from gathering to everybody being back. The first loses one person and gains two, the second needs
 * help and eight minutes more, from the third on all tables go together.
 */
export async function playRound(play: Play, phaseId: PhaseId, round: NonNullable<PhaseView['round']>): Promise<void> {
  const { cast, tally, say } = play;
  await goToTables(play, phaseId);
  const tables = cast.facilitator.session().tables?.order ?? [];
  tally.sittings.push(sittingOf(play, phaseId));
  say(`  ${cast.participants.length} people at ${tables.length} tables`);
  if (round.number === 1) await firstRound(play, tables);
  if (round.number === 2) await secondRound(play, phaseId, tables);
  if (round.number > 2) await paceTogether(play, phaseId, tables);
  tally.sittings.push(sittingOf(play, phaseId));
  if (roundIsNext(cast.facilitator, phaseId)) await planRounds(play, 'attendance');
  const closingMs = Math.max(LEAST_CLOSING_MS, Math.round(quicker(play, CLOSING_S)));
  await cast.facilitator.pastInstant(clockOf(cast.facilitator).endsAt - closingMs);
  await closeTables(play, phaseId, closingMs);
}

async function firstRound(play: Play, tables: readonly RoomId[]): Promise<void> {
  await Promise.all(tables.map((roomId) => paceTable(play, roomId)));
  await comeAndGo(play);
  await Promise.all(tables.map((roomId) => paceTable(play, roomId)));
  await noticed(play);
}

async function secondRound(play: Play, phaseId: PhaseId, tables: readonly RoomId[]): Promise<void> {
  const inputs = Promise.all(tables.map((roomId) => paceTable(play, roomId)));
  await callForHelp(play, phaseId, tables);
  const last = tables.at(-1);
  if (last) await announce(play, 'Please note your two insights.', last);
  await tellAboutTime(play, tables);
  await fallBehindAndRecover(play, phaseId);
  await inputs;
}

async function goToTables({ cast, tally }: Play, phaseId: PhaseId): Promise<void> {
  await Promise.all(
    cast.participants.map(async (bot) => {
      await must(bot, { type: 'go-to-table', phaseId });
      await bot.until('at the table', () => bot.room() !== undefined);
      tally.moves += 1;
    }),
  );
}

async function closeTables({ cast, tally }: Play, phaseId: PhaseId, inMs: number): Promise<void> {
  await must(cast.facilitator, { type: 'close-tables', phaseId, inMs });
  await Promise.all(
    cast.participants.map(async (bot) => {
      await bot.until('back in the plenary', () => bot.you().place === 'plenary');
      tally.moves += 1;
    }),
  );
}
