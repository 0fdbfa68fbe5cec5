import { modelWorkshop, type SessionId, type SessionView } from '@werkraum/protocol';
import { agendaNow, instantIn, outsideNow, phaseStarts } from './model-agenda.ts';
import { seatPeople, stageNow, tablesNow } from './model-seats.ts';
import { yourDocuments } from './model-you.ts';
import { type Documents, type Moment, type Scene, STARTED_AT } from './scene.ts';

export { modelTurns, roomIdOf } from './model-seats.ts';
export type { Documents, Scene } from './scene.ts';

const INDEX: Record<Moment, number> = {
  'doors-closed': -1,
  'doors-open': -1,
  intro: 0,
  talk: 1,
  gathering: 2,
  inputs: 2,
  closing: 2,
  reflection: 5,
  ended: 6,
};

/** The model workshop at one moment, seen by one person. Deterministic: the same scene gives equal documents. */
export function modelSession(scene: Scene): Documents {
  const { plan, seats } = modelWorkshop(scene.language ?? 'en');
  const index = INDEX[scene.moment];
  const starts = phaseStarts(plan.phases);
  const running = plan.phases[index];
  const startedAt = starts[index] ?? STARTED_AT;
  const now = running ? instantIn(running, startedAt, scene) : outsideNow(scene.moment, starts);
  const tables = running?.kind === 'breakout-round' ? tablesNow(running, scene.moment, startedAt, now) : undefined;
  const session: SessionView = {
    sessionId: 'model-session' as SessionId,
    title: plan.title,
    language: plan.language,
    status: statusOf(scene.moment),
    agenda: agendaNow(plan.phases, { index, now, paused: scene.paused ?? false }),
    people: seatPeople(seats, scene.moment),
    ...(tables && { tables }),
    stage: stageNow(scene.moment, now),
  };
  return { session, now, ...yourDocuments(session, plan.phases, scene, now) };
}

function statusOf(moment: Moment): SessionView['status'] {
  if (moment === 'ended') return 'ended';
  if (moment === 'doors-closed') return 'draft';
  return moment === 'doors-open' ? 'open' : 'running';
}
