import { setTimeout as pass } from 'node:timers/promises';
import type { Audience, PhaseId, RoomId, SessionView, TurnsView } from '@werkraum/protocol';
import type { Bot } from './bot.ts';
import type { Tally } from './tally.ts';

export interface Cast {
  facilitator: Bot;
  timekeeper: Bot;
  speaker: Bot;
  participants: readonly Bot[];
}

export interface Play {
  cast: Cast;
  tally: Tally;
  say: (line: string) => void;
  /** Planned times were divided by this. */
  speed: number;
}

const everybody = ({ facilitator, timekeeper, speaker, participants }: Cast): Bot[] => [
  facilitator,
  timekeeper,
  speaker,
  ...participants,
];

/** Goes through the whole agenda as its facilitator would, phase by phase, and ends the session. */
export async function playWorkshop(play: Play): Promise<void> {
  const { facilitator } = play.cast;
  await facilitator.until('everybody here', () => missing(facilitator).length === 0);
  await must(facilitator, { type: 'open-doors' });
  await Promise.all(everybody(play.cast).map((bot) => bot.until('admitted', () => bot.you().admission === 'admitted')));
  await must(facilitator, { type: 'start-session' });
  for (const phaseId of facilitator.session().agenda.order) await playPhase(play, phaseId);
  await Promise.all(everybody(play.cast).map((bot) => bot.until('the end', () => isOver(bot))));
}

// Nobody is offered anything any more: the last of the documents that change with the end has come.
const isOver = (bot: Bot): boolean => bot.session().status === 'ended' && bot.you().may.length === 0;

const missing = (facilitator: Bot) =>
  Object.values(facilitator.staff()?.seats ?? {}).filter(({ presence }) => presence !== 'here');

async function playPhase(play: Play, phaseId: PhaseId): Promise<void> {
  const { cast, tally, say, speed } = play;
  const phase = cast.facilitator.session().agenda.phases[phaseId];
  if (!phase) throw new Error(`no phase ${phaseId}`);
  await Promise.all(everybody(cast).map((bot) => bot.until(`phase ${phaseId}`, () => running(bot) === phaseId)));
  tally.phases.push(phaseId);
  say(`${phase.title} (${Math.round(phase.plannedMs / 1_000)} s)`);
  const endsAt = performance.now() + phase.plannedMs;
  if (phase.kind === 'breakout-round') await playRound(play, phaseId);
  if (phase.kind === 'input-talk') await askToSpeak(cast);
  await pass(Math.max(0, endsAt - performance.now()));
  if (phase.kind === 'breakout-round') await closeRound(play, phaseId, speed);
  else await must(cast.facilitator, { type: 'advance-phase', phaseId });
}

const running = (bot: Bot): PhaseId | undefined => bot.session().agenda.clock?.phaseId;

async function askToSpeak({ facilitator, participants: [first] }: Cast): Promise<void> {
  if (!first) return;
  await must(first, { type: 'raise-hand' });
  const { seatId } = first.you();
  await facilitator.until('a raised hand', () => facilitator.session().stage.hands[seatId] !== undefined);
  await must(facilitator, { type: 'give-word', seatId });
  await first.until('the word', () => first.you().publish.microphone);
  await must(facilitator, { type: 'take-word', seatId });
}

async function playRound(play: Play, phaseId: PhaseId): Promise<void> {
  const { cast, tally, say } = play;
  await Promise.all(
    cast.participants.map(async (bot) => {
      await must(bot, { type: 'go-to-table', phaseId });
      await bot.until('at the table', () => bot.room() !== undefined);
      tally.moves += 1;
    }),
  );
  const tables = cast.facilitator.session().tables?.order ?? [];
  say(`  ${cast.participants.length} people at ${tables.length} tables`);
  await Promise.all(tables.map((roomId) => playTurns(play, roomId)));
}

async function playTurns({ cast: { timekeeper }, tally, speed }: Play, roomId: RoomId): Promise<void> {
  const turns = (): TurnsView | undefined => timekeeper.staff()?.progress[roomId]?.turns;
  if (!turns()?.order.length) return;
  // The timekeeper may hear a moment later than the people themselves that they sit at the table.
  await timekeeper.until(`somebody at ${roomId}`, () => turns()?.next !== undefined);
  const first = turns()?.next;
  if (!first) return;
  await must(timekeeper, { type: 'start-turn', roomId, turnId: first });
  for (;;) {
    await timekeeper.until(`a turn at ${roomId}`, () => turns()?.now !== undefined || turns()?.state === 'finished');
    const turnId = turns()?.now?.turnId;
    if (!turnId) return;
    await pass(Math.max(50, 60_000 / speed));
    await must(timekeeper, { type: 'end-turn', roomId, turnId });
    await timekeeper.until(`the end of ${turnId}`, () => turns()?.now?.turnId !== turnId);
    tally.turns += 1;
  }
}

async function closeRound({ cast, tally }: Play, phaseId: PhaseId, speed: number): Promise<void> {
  await must(cast.facilitator, { type: 'close-tables', phaseId, inMs: Math.max(1_000, Math.round(60_000 / speed)) });
  await Promise.all(
    cast.participants.map(async (bot) => {
      await bot.until('back in the plenary', () => bot.you().place === 'plenary');
      tally.moves += 1;
    }),
  );
}

async function must(bot: Bot, command: Parameters<Bot['ask']>[0]): Promise<void> {
  const reply = await bot.ask(command);
  if (!reply.ok) throw new Error(`${bot.name}: ${command.type} was refused: ${reply.rejection}`);
}

/** Whether what everybody built from patches is what the server holds. */
export async function allConverged(cast: Cast): Promise<boolean> {
  const audiences = (bot: Bot): Audience[] => ['session', `seat:${bot.you().seatId}`];
  const answers = await Promise.all(
    everybody(cast).flatMap((bot) => audiences(bot).map((audience) => bot.converged(audience))),
  );
  const views = everybody(cast).map((bot) => JSON.stringify(outline(bot.session())));
  return answers.every((same) => same) && new Set(views).size === 1;
}

const outline = ({ status, people, agenda }: SessionView) => ({
  status,
  order: agenda.order,
  places: Object.entries(people)
    .map(([id, { place }]) => [id, place])
    .toSorted(),
});
