import type { SeatView, SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { values } from '../records.ts';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { arrivedAt, HOUSE, idOf, minutes, phase, seat, seatedAt, seconds, type Workshop } from '../testing/workshop.ts';
import { PLENARY } from './turns.ts';

const NAMES = ['Ada', 'Ben', 'Cem'];
const start = (phaseId = 'intro') => ({ type: 'start-voices', phaseId: phase(phaseId), slotMs: 60_000 }) as const;
const end = (phaseId = 'intro') => ({ type: 'end-voices', phaseId: phase(phaseId) }) as const;
const seen = (session: Session) => (slices(session).documents.get('session') as SessionView).voices;
const may = (session: Session, name: string) =>
  (slices(session).documents.get(`seat:${idOf(name)}`) as SeatView).may as readonly string[];
const going = () => arrivedAt('intro', 0, undefined, NAMES).doing(start(), seat('Frieda'), 1);
const turnOf = (workshop: Workshop, name: string) =>
  values(workshop.session.turns.queues[PLENARY]?.turns ?? {}).find(({ seatId }) => seatId === idOf(name));
const about = (workshop: Workshop, name: string) => {
  const turn = turnOf(workshop, name);
  if (!turn) throw new Error(`${name} has no turn`);
  return { roomId: PLENARY, turnId: turn.id };
};
const speaking = () => {
  const round = going();
  return round.doing({ type: 'start-turn', ...about(round, 'Salma') }, seat('Theo'), 2);
};

describe('a round of voices', () => {
  test('[TU-38] everybody who takes part or talks has one turn, and everybody sees it', () => {
    const view = seen(going().session);
    expect(view).toMatchObject({ roomId: 'plenary', state: 'ready', pacedBy: 'staff', mode: 'fixed' });
    const order = view?.order.map((turnId) => view.turns[turnId]?.seatId);
    expect(order?.toSorted()).toEqual(['ada', 'ben', 'cem', 'salma']);
    expect(seen(arrivedAt('intro').session)).toBeUndefined();
  });

  test('[TU-38] staff pace it, the speaker ends their own turn and the next one speaks; nobody else does anything', () => {
    const round = speaking();
    expect(seen(round.session)?.now).toMatchObject({ graceUntil: 2 + seconds(3), endsAt: 2 + seconds(63) });
    const salmas = about(round, 'Salma');
    expect(round.when({ type: 'pause-turn', ...salmas }, seat('Ada'), 3)).toEqual(reject('staff-only'));
    expect(round.when({ type: 'end-turn', ...salmas }, seat('Ada'), 3)).toEqual(reject('not-your-turn'));
    const next = round.doing({ type: 'end-turn', ...salmas }, seat('Salma'), minutes(1));
    expect(turnOf(next, 'Salma')?.state).toBe('done');
    expect(seen(next.session)?.now).toBeDefined();
    const passed = next.doing({ type: 'pass-turn', ...about(next, 'Cem') }, seat('Cem'), minutes(1));
    expect(turnOf(passed, 'Cem')?.state).toBe('passed');
  });

  test('[TU-38] there are none in a talk, at tables, or by anybody but a facilitator', () => {
    expect(arrivedAt('talk').when(start('talk'), seat('Frieda'), 1)).toEqual(reject('no-voices-now'));
    expect(seatedAt('round-1').when(start('round-1'), seat('Frieda'), 1)).toEqual(reject('no-voices-now'));
    expect(arrivedAt('intro').when(start(), seat('Ada'), 1)).toEqual(reject('facilitator-only'));
    expect(arrivedAt('intro').when(start('talk'), seat('Frieda'), 1)).toEqual(reject('phase-already-ended'));
    expect(may(arrivedAt('talk').session, 'Frieda')).not.toContain('start-voices');
    expect(may(arrivedAt('intro').session, 'Frieda')).toContain('start-voices');
    expect(may(arrivedAt('intro').session, 'Ada')).not.toContain('pass-turn');
    expect(may(going().session, 'Ada')).toContain('pass-turn');
  });

  test('[TU-38] what was spoken in the plenary is not counted with the inputs at tables', () => {
    const round = speaking();
    const spoken = round.doing({ type: 'end-turn', ...about(round, 'Salma') }, seat('Salma'), minutes(1));
    expect(slices(spoken.session).documents.get('staff')).toMatchObject({ shares: {} });
  });

  test('[TU-39] who comes meanwhile is heard at the end', () => {
    const knock = { type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' } as const;
    const waiting = going()
      .doing(knock, HOUSE, 2)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 2);
    expect(turnOf(waiting, 'Zoe')).toBeUndefined();
    const admitted = waiting.doing({ type: 'admit-person', seatId: idOf('Zoe') }, seat('Frieda'), 3);
    expect(admitted.session.turns.queues[PLENARY]?.order.at(-1)).toBe(about(admitted, 'Zoe').turnId);
    const back = admitted
      .doing({ type: 'leave', seatId: idOf('Ada') }, HOUSE, 4)
      .doing({ type: 'arrive', seatId: idOf('Ada') }, HOUSE, 5);
    expect(turnOf(back, 'Ada')?.state).toBe('waiting');
  });

  test('[TU-39] who is removed in the middle of their turn is out, and the next one speaks', () => {
    const gone = speaking().doing({ type: 'remove-person', seatId: idOf('Salma') }, seat('Frieda'), seconds(2));
    expect(turnOf(gone, 'Salma')).toBeUndefined();
    expect(seen(gone.session)?.now).toBeDefined();
  });

  test('[TU-40] it ends when a facilitator says so, and with its phase', () => {
    const round = speaking();
    expect(round.when(start(), seat('Frieda'), 3)).toEqual(accept());
    const over = round.doing(end(), seat('Frieda'), 3);
    expect(seen(over.session)).toBeUndefined();
    expect(over.when(end(), seat('Frieda'), 4)).toEqual(accept());
    expect(over.when({ type: 'end-turn', ...about(round, 'Salma') }, seat('Salma'), 4)).toEqual(reject('no-such-turn'));
    const nudged = round.doing({ type: 'nudge-speaker', ...about(round, 'Salma') }, seat('Theo'), seconds(5));
    const next = nudged.doing({ type: 'advance-phase', phaseId: phase('intro') }, seat('Frieda'), minutes(1));
    expect(seen(next.session)).toBeUndefined();
    expect(next.session.turns.nudges).toEqual({});
    expect(next.when(end(), seat('Frieda'), minutes(1))).toEqual(accept());
  });
});
