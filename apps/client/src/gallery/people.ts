import {
  type AgendaView,
  type Language,
  modelWorkshop,
  type PhasePlan,
  type SeatId,
  type SeatView,
  type SessionStatus,
} from '@werkraum/protocol';

/** The model workshop, as the literal documents of the gallery and of tests tell it. */
export const { plan, seats } = modelWorkshop('en');

/** A participant in the plenary. */
export const ada: SeatView = {
  seatId: 'ada' as SeatId,
  name: 'Ada Lovelace',
  role: 'participant',
  admission: 'admitted',
  place: 'plenary',
  may: ['raise-hand'],
  publish: { microphone: true, camera: true, screen: false },
  mutes: 0,
  video: {},
};

/** Ada at the door of a workshop in this state. */
export function waiting(status: SessionStatus, language: Language = 'en'): SeatView {
  const { title, phases } = modelWorkshop(language).plan;
  const programme = phases.map(({ kind, title: name, plannedMs }: PhasePlan) => ({ kind, title: name, plannedMs }));
  return { ...ada, admission: 'waiting', place: 'lobby', lobby: { title, language, status, phases: programme } };
}

/** The phases of the model workshop as nobody has begun them. */
export const agendaAhead: AgendaView = {
  order: plan.phases.map(({ id }) => id),
  phases: Object.fromEntries(
    plan.phases.map(({ id, kind, title, plannedMs, minMs, onTimeUp }) => [
      id,
      { kind, title, plannedMs, minMs, onTimeUp, state: 'ahead' as const },
    ]),
  ),
  plannedMs: plan.phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
};
