import {
  type Language,
  modelWorkshop,
  type PhasePlan,
  type SeatId,
  type SeatView,
  type SessionStatus,
} from '@werkraum/protocol';

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
  return {
    ...ada,
    admission: 'waiting',
    place: 'lobby',
    may: ['answer-question'],
    lobby: { title, language, status, phases: programme },
  };
}
