import { TurnsView } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Session } from '../session.ts';
import { minutes, seconds, TABLE_A, turnOf, withSeat, workshopAtTables } from '../testing/turns-fixtures.ts';
import { afterSteps } from '../testing/turns-steps.ts';
import { noTurns } from './evolve.ts';
import { turnsInputs, turnsView } from './view.ts';

function view(session: Session): TurnsView {
  const inputs = turnsInputs(session, TABLE_A);
  if (!inputs) throw new Error('no queue');
  return TurnsView.parse(turnsView(inputs));
}

test('[TU-1] before the first start the queue is ready and its first person is next', () => {
  expect(view(workshopAtTables())).toEqual({
    roomId: TABLE_A,
    state: 'ready',
    order: [turnOf('ada'), turnOf('ben'), turnOf('cem')],
    turns: {
      [turnOf('ada')]: { seatId: 'ada', state: 'waiting' },
      [turnOf('ben')]: { seatId: 'ben', state: 'waiting' },
      [turnOf('cem')]: { seatId: 'cem', state: 'waiting' },
    },
    next: turnOf('ada'),
    pacedBy: 'staff',
    mode: 'fixed',
  });
});

test('[TU-9] the running turn is shown with its clock, the input time and who is next', () => {
  expect(
    view(afterSteps(workshopAtTables(), ['tim', 'start-turn', 'ada', 0], ['tim', 'pause-turn', 'ada', 9])),
  ).toMatchObject({
    state: 'running',
    now: { turnId: turnOf('ada'), graceUntil: seconds(8), endsAt: seconds(128), pausedAt: 9 },
    next: turnOf('ben'),
    inputsEndAt: minutes(10),
  });
});

test('[TU-11] who is away is not announced as next', () => {
  expect(view(withSeat(workshopAtTables(), 'ada', { presence: 'away' })).next).toBe(turnOf('ben'));
});

test('[TU-5] a queue in which nobody waits is finished, and opens again for who is brought back', () => {
  const finished = afterSteps(
    workshopAtTables(),
    ['tim', 'start-turn', 'ada', 0],
    ['tim', 'skip-turn', 'cem', 0],
    ['tim', 'end-turn', 'ada', minutes(1)],
    ['tim', 'end-turn', 'ben', minutes(2)],
  );
  expect(view(finished)).toMatchObject({ state: 'finished' });
  expect(view(afterSteps(finished, ['tim', 'postpone-turn', 'cem', minutes(3)]))).toMatchObject({
    state: 'running',
    next: turnOf('cem'),
  });
});

test('[TU-5] a round of inputs that everybody passed before it began is finished', () => {
  const passed = afterSteps(
    workshopAtTables(),
    ['ada', 'pass-turn', 'ada', 0],
    ['ben', 'pass-turn', 'ben', 0],
    ['cem', 'pass-turn', 'cem', 0],
  );
  expect(view(passed).state).toBe('finished');
});

test.each([
  ['expected', 'table'],
  ['away', 'table'],
  ['here', 'staff'],
] as const)('[TU-25] with the timekeeper %s the table is paced by %s', (presence, pacedBy) => {
  expect(view(withSeat(workshopAtTables(), 'tim', { presence })).pacedBy).toBe(pacedBy);
});

test('[TU-14] the speaker who drops out is still the one who speaks', () => {
  const session = afterSteps(workshopAtTables(), ['tim', 'start-turn', 'ada', 0]);
  expect(view(withSeat(session, 'ada', { presence: 'away' })).now).toEqual(view(session).now);
});

test('[TU-1] a table without timed inputs has no queue', () => {
  const session = { ...workshopAtTables(), turns: noTurns };
  expect(turnsInputs(session, TABLE_A)).toBeUndefined();
});
