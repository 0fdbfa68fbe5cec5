import type { Audience, PhaseId, SessionView } from '@werkraum/protocol';
import { announce } from './announcing.ts';
import type { Bot } from './bot.ts';
import { type Cast, everybody, must, type Play, running } from './cast.ts';
import { playRound } from './round.ts';
import { planRounds } from './seating.ts';
import { clockOf } from './timing.ts';

/** Goes through the whole agenda as its facilitator would, phase by phase, and ends the session on time. */
export async function playWorkshop(play: Play): Promise<void> {
  const { cast, tally } = play;
  const { facilitator } = cast;
  await facilitator.until('everybody here', () => missing(facilitator).length === 0);
  await planRounds(play, 'anew');
  await must(facilitator, { type: 'open-doors' });
  await Promise.all(everybody(cast).map((bot) => bot.until('admitted', () => bot.you().admission === 'admitted')));
  await must(facilitator, { type: 'start-session' });
  await facilitator.until('the first phase', () => running(facilitator) !== undefined);
  const { hardEndAt } = facilitator.session().agenda;
  while (facilitator.session().status === 'running') await playPhase(play);
  await Promise.all(everybody(cast).map((bot) => bot.until('the end', () => isOver(bot))));
  const { endedAt } = facilitator.session().agenda;
  if (endedAt !== undefined && hardEndAt !== undefined) tally.pastHardEndMs = endedAt - hardEndAt;
}

// Nobody can raise a hand any more: the last of the documents that change with the end has come.
const isOver = (bot: Bot): boolean => bot.session().status === 'ended' && !bot.you().may.includes('raise-hand');

const missing = (facilitator: Bot) =>
  Object.values(facilitator.staff()?.seats ?? {}).filter(({ presence }) => presence !== 'here');

async function playPhase(play: Play): Promise<void> {
  const { cast, tally, say } = play;
  const { facilitator } = cast;
  const phaseId = running(facilitator);
  const phase = phaseId && facilitator.session().agenda.phases[phaseId];
  if (!phase) throw new Error('no phase runs');
  await Promise.all(everybody(cast).map((bot) => bot.until(`phase ${phaseId}`, () => running(bot) === phaseId)));
  tally.phases.push(phaseId);
  say(`${phase.title} (${Math.round(phase.plannedMs / 1_000)} s)`);
  if (phase.round) await playRound(play, phaseId, phase.round);
  else await playPlenary(play, phaseId, phase.kind === 'input-talk');
  await facilitator.until(`the end of ${phaseId}`, () => running(facilitator) !== phaseId);
}

async function playPlenary(play: Play, phaseId: PhaseId, isTalk: boolean): Promise<void> {
  const { facilitator } = play.cast;
  if (isTalk) await askToSpeak(play.cast);
  if (play.tally.announced.length === 0) await announce(play, 'Welcome! We begin on time.', 'everybody');
  const { hardEndAt = Number.POSITIVE_INFINITY } = facilitator.session().agenda;
  await facilitator.pastInstant(Math.min(clockOf(facilitator).endsAt, hardEndAt));
  await must(facilitator, { type: 'advance-phase', phaseId });
}

async function askToSpeak({ facilitator, participants: [first] }: Cast): Promise<void> {
  if (!first) return;
  await must(first, { type: 'raise-hand' });
  const { seatId } = first.you();
  await facilitator.until('a raised hand', () => facilitator.session().stage.hands[seatId] !== undefined);
  await must(facilitator, { type: 'give-word', seatId });
  await first.until('the word', () => first.you().publish.microphone);
  await must(facilitator, { type: 'take-word', seatId });
}

/** Whether what everybody built from patches is what the server holds. */
export async function allConverged(cast: Cast): Promise<boolean> {
  const audiences = (bot: Bot): Audience[] => [
    'session',
    `seat:${bot.you().seatId}`,
    ...(bot === cast.facilitator ? (['staff', 'facilitators'] as const) : []),
  ];
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
