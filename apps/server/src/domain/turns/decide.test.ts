import { expect, test } from 'vitest';
import { accept, reject } from '../session.ts';
import {
  as,
  minutes,
  ROUND,
  roundPhase,
  seatId,
  seconds,
  TABLE_A,
  TABLE_B,
  turnOf,
  withFacts,
  withOpenRound,
  withSeat,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import {
  adaSpeaks,
  afterSteps,
  asked,
  at,
  begun,
  GRACE,
  queue,
  type Step,
  started,
  turn,
} from '../testing/turns-steps.ts';
import { decideTurns, type TurnsCommand } from './decide.ts';
import { appendTurn, queueTurns } from './queue.ts';

const staffed: Step[] = [
  ['tim', 'start-turn', 'ada', 0],
  ['fay', 'start-turn', 'ada', 0],
];

test.each(staffed)('[TU-7] [TU-16] [TU-24] the first start by %s begins the input round and the turn', (...step) => {
  expect(asked(workshopAtTables(), step)).toEqual(accept(begun(minutes(10)), started('ada', 0)));
});

test('[TU-7] the input round ends with the phase at the latest', () => {
  const now = minutes(20);
  expect(asked(workshopAtTables(), ['tim', 'start-turn', 'ada', now])).toEqual(
    accept(begun(minutes(25)), started('ada', now)),
  );
});

test('[TU-7] inputs that begin in overtime have no time of their own, and no negative one', () => {
  const now = minutes(26);
  expect(asked(workshopAtTables(), ['tim', 'start-turn', 'ada', now])).toEqual(accept(begun(now), started('ada', now)));
});

test('[TU-7] the first start may name any waiting turn; the others keep waiting in order', () => {
  const session = afterSteps(workshopAtTables(), ['tim', 'start-turn', 'cem', 0]);
  expect(queue(session)?.order).toEqual([turnOf('ada'), turnOf('ben'), turnOf('cem')]);
  expect(turn(session, 'ada')?.state).toBe('waiting');
  expect(turn(session, 'cem')?.state).toBe('now');
});

test('[TU-8] no other turn starts while one runs', () => {
  expect(asked(adaSpeaks(), ['tim', 'start-turn', 'ben', 1])).toEqual(reject('another-turn-runs'));
});

test('[TU-8] starting the running turn again changes nothing', () => {
  expect(asked(adaSpeaks(), ['fay', 'start-turn', 'ada', 1])).toEqual(accept());
});

test('[TU-8] tables do not wait for each other', () => {
  const danSpeaks: TurnsCommand = { type: 'start-turn', roomId: TABLE_B, turnId: `${TABLE_B}_dan` as never };
  expect(decideTurns(adaSpeaks(), danSpeaks, { actor: as('tim'), now: 1 }).ok).toBe(true);
});

test('[TU-9] [TU-10] ending records the time spoken after the grace and starts the next', () => {
  const now = seconds(68);
  expect(asked(adaSpeaks(), ['tim', 'end-turn', 'ada', now])).toEqual(
    accept({ type: 'turn-ended', ...at('ada'), usedMs: seconds(60) }, started('ben', now)),
  );
});

test('[TU-9] a turn that ends in its grace has spoken for no time', () => {
  const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', seconds(5)]);
  expect(turn(session, 'ada')).toMatchObject({ state: 'done', usedMs: 0 });
});

test.each([
  ['skip-turn', 'tim', 'turn-skipped'],
  ['postpone-turn', 'tim', 'turn-postponed'],
  ['pass-turn', 'ada', 'turn-passed'],
] as const)('[TU-10] %s of the running turn starts the next', (type, who, fact) => {
  const now = GRACE + seconds(10);
  expect(asked(adaSpeaks(), [who, type, 'ada', now])).toEqual(
    accept({ type: fact, ...at('ada'), usedMs: seconds(10) }, started('ben', now)),
  );
});

test.each([
  ['skip-turn', 'tim', 'turn-skipped'],
  ['postpone-turn', 'ben', 'turn-postponed'],
  ['pass-turn', 'ben', 'turn-passed'],
] as const)('[TU-10] %s of a waiting turn leaves the running one alone', (type, who, fact) => {
  expect(asked(adaSpeaks(), [who, type, 'ben', 9])).toEqual(accept({ type: fact, ...at('ben') }));
});

test('[TU-10] after the last turn nothing runs', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['tim', 'end-turn', 'ada', minutes(1)],
    ['tim', 'end-turn', 'ben', minutes(2)],
    ['tim', 'end-turn', 'cem', minutes(3)],
  );
  expect(queue(session)?.running).toBeUndefined();
});

test('[TU-11] the absent are passed over and remembered', () => {
  const session = withSeat(adaSpeaks(), 'ben', { presence: 'away' });
  const now = minutes(1);
  expect(asked(session, ['tim', 'end-turn', 'ada', now])).toEqual(
    accept(
      { type: 'turn-ended', ...at('ada'), usedMs: now - GRACE },
      { type: 'turn-absent', ...at('ben') },
      started('cem', now),
    ),
  );
});

test('[TU-11] when everybody else is away nothing runs and all are remembered', () => {
  const away = { presence: 'away' } as const;
  const session = withSeat(withSeat(adaSpeaks(), 'ben', away), 'cem', away);
  const ended = afterSteps(session, ['tim', 'end-turn', 'ada', minutes(1)]);
  expect(queue(ended)?.running).toBeUndefined();
  expect([turn(ended, 'ben')?.state, turn(ended, 'cem')?.state]).toEqual(['absent', 'absent']);
});

test('[TU-11] who still walks to the table is not passed over', () => {
  const there = { [seatId('ada')]: true, [seatId('cem')]: true } as const;
  const session = withOpenRound(workshopAtTables(), { state: 'gathering', gatherUntil: minutes(5), there });
  const ended = afterSteps(session, ['tim', 'start-turn', 'ada', 0], ['tim', 'end-turn', 'ada', minutes(1)]);
  expect(turn(ended, 'ben')?.state).toBe('waiting');
  expect(turn(ended, 'cem')?.state).toBe('now');
});

test('[TU-11] who went back to the plenary early is passed over', () => {
  const session = withOpenRound(adaSpeaks(), {
    state: 'closing',
    closesAt: minutes(9),
    back: { [seatId('ben')]: true },
  });
  expect(turn(afterSteps(session, ['tim', 'end-turn', 'ada', minutes(1)]), 'ben')?.state).toBe('absent');
});

test('[TU-12] an absent person who comes back speaks after all others', () => {
  const away = afterSteps(withSeat(adaSpeaks(), 'ben', { presence: 'away' }), ['tim', 'end-turn', 'ada', minutes(1)]);
  const back = withSeat(withFacts(away, appendTurn(queue(away), TABLE_A, seatId('ben'))), 'ben', { presence: 'here' });
  expect(queue(back)?.order.at(-1)).toBe(turnOf('ben'));
  const ended = afterSteps(back, ['tim', 'end-turn', 'cem', minutes(3)]);
  expect(turn(ended, 'ben')?.state).toBe('now');
});

test.each(['skip-turn', 'pass-turn'] as const)('[TU-5] a turn lost by %s is brought back by postponing it', (type) => {
  const lost = afterSteps(workshopAtTables(), ['ada', 'pass-turn', 'ada', 0], ['tim', 'skip-turn', 'ben', 0]);
  const whose = type === 'skip-turn' ? 'ben' : 'ada';
  const back = afterSteps(lost, ['tim', 'postpone-turn', whose, 1]);
  expect(turn(back, whose)?.state).toBe('waiting');
  expect(queue(back)?.order.at(-1)).toBe(turnOf(whose));
});

test('[TU-13] a postponed turn does not start itself again', () => {
  const alone = afterSteps(workshopAtTables(), ['tim', 'skip-turn', 'ben', 0], ['tim', 'skip-turn', 'cem', 0]);
  const session = afterSteps(alone, ['tim', 'start-turn', 'ada', 0], ['ada', 'postpone-turn', 'ada', minutes(1)]);
  expect(queue(session)?.running).toBeUndefined();
  expect(turn(session, 'ada')?.state).toBe('waiting');
});

test('[TU-15] a turn whose person is away is not started by hand', () => {
  const session = withSeat(workshopAtTables(), 'ben', { presence: 'away' });
  expect(asked(session, ['tim', 'start-turn', 'ben', 0])).toEqual(reject('person-not-here'));
});

test('[TU-27] a late click never hits the next turn', () => {
  const benSpeaks = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', 9]);
  for (const type of [
    'end-turn',
    'pause-turn',
    'resume-turn',
    'extend-turn',
    'skip-turn',
    'postpone-turn',
    'start-turn',
  ] as const)
    expect(asked(benSpeaks, ['tim', type, 'ada', 10])).toEqual(reject('turn-already-over'));
  expect(asked(benSpeaks, ['ada', 'pass-turn', 'ada', 10])).toEqual(reject('turn-already-over'));
});

test('[TU-27] a turn that has not begun has no clock', () => {
  for (const type of ['end-turn', 'pause-turn', 'resume-turn', 'extend-turn'] as const)
    expect(asked(workshopAtTables(), ['tim', type, 'ben', 0])).toEqual(reject('turn-not-running'));
});

test('[TU-27] unknown turns and tables that are not open are refused', () => {
  expect(asked(workshopAtTables(), ['tim', 'start-turn', 'dan', 0])).toEqual(reject('no-such-turn'));
  const { open: _closed, ...breakouts } = workshopAtTables().breakouts;
  expect(asked({ ...workshopAtTables(), breakouts }, ['tim', 'start-turn', 'ada', 0])).toEqual(
    reject('tables-not-open'),
  );
});

test('[TU-1] the queue has one waiting turn per seat in the order given', () => {
  const phase = roundPhase(undefined);
  expect(queueTurns(phase, TABLE_A, [seatId('ada')])).toEqual([]);
  expect(queue(workshopAtTables())).toMatchObject({
    phaseId: ROUND,
    order: [turnOf('ada'), turnOf('ben'), turnOf('cem')],
  });
  expect(turn(workshopAtTables(), 'ben')).toEqual({ id: turnOf('ben'), seatId: 'ben', state: 'waiting' });
});
