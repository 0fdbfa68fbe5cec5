import { expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import {
  as,
  minutes,
  ROUND,
  roundPhase,
  SHARED_TEN_MINUTES,
  seatId,
  seconds,
  TABLE_A,
  TABLE_B,
  turnOf,
  withFacts,
  withOpenRound,
  withPhaseClock,
  withSeat,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { afterSteps, asked, type Step, turnCommand } from '../testing/turns-steps.ts';
import { decideTurns, type TurnsCommand } from './decide.ts';
import { appendTurn, pauseTurns, queueTurns } from './queue.ts';

const queue = (session: Session) => session.turns.queues[TABLE_A];
const turn = (session: Session, whose: string) => queue(session)?.turns[turnOf(whose)];
const at = (whose: string) => ({ roomId: TABLE_A, turnId: turnOf(whose) });

const GRACE = seconds(8);
const SLOT = minutes(2);
const started = (whose: string, now: number, slotMs = SLOT) => ({
  type: 'turn-started' as const,
  ...at(whose),
  graceUntil: now + GRACE,
  endsAt: now + GRACE + slotMs,
  slotMs,
});
const begun = (endsAt: number) => ({ type: 'inputs-begun' as const, roomId: TABLE_A, endsAt });

/** Table A with Ada's turn started at 0. */
const adaSpeaks = () => afterSteps(workshopAtTables(), ['tim', 'start-turn', 'ada', 0]);

const staffed: Step[] = [
  ['tim', 'start-turn', 'ada', 0],
  ['fay', 'start-turn', 'ada', 0],
];

test.each(staffed)('[TU-7] [TU-24] the first start by %s begins the input round and the turn', (...step) => {
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

test('[TU-17] shares that are used up are all the same length', () => {
  let session = afterSteps(workshopAtTables(SHARED_TEN_MINUTES), ['tim', 'start-turn', 'ada', 0]);
  for (const whose of ['ada', 'ben', 'cem']) {
    const endsAt = queue(session)?.running?.endsAt ?? Number.NaN;
    session = afterSteps(session, ['tim', 'end-turn', whose, endsAt]);
  }
  expect(['ada', 'ben', 'cem'].map((whose) => turn(session, whose)?.usedMs)).toEqual([
    seconds(192),
    seconds(192),
    seconds(192),
  ]);
});

test('[TU-17] time nobody used goes to those who are still to come', () => {
  const session = afterSteps(
    workshopAtTables(SHARED_TEN_MINUTES),
    ['tim', 'start-turn', 'ada', 0],
    ['tim', 'end-turn', 'ada', minutes(2)],
  );
  expect(turn(session, 'ben')?.slotMs).toBe(minutes(4) - GRACE);
});

test('[TU-17] a share is at least 15 seconds and at most twice the planned slot', () => {
  const late = afterSteps(
    workshopAtTables(SHARED_TEN_MINUTES),
    ['tim', 'start-turn', 'ada', 0],
    ['tim', 'end-turn', 'ada', minutes(11)],
  );
  expect(turn(late, 'ben')?.slotMs).toBe(seconds(15));

  const short = { ...SHARED_TEN_MINUTES, slotMs: minutes(1) };
  expect(turn(afterSteps(workshopAtTables(short), ['tim', 'start-turn', 'ada', 0]), 'ada')?.slotMs).toBe(minutes(2));
});

test('[TU-18] who spoke before being postponed gets the rest of the slot', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['ada', 'postpone-turn', 'ada', GRACE + seconds(30)],
    ['tim', 'end-turn', 'ben', minutes(2)],
    ['tim', 'end-turn', 'cem', minutes(4)],
  );
  const running = queue(session)?.running;
  expect(running).toEqual({
    turnId: turnOf('ada'),
    graceUntil: minutes(4) + GRACE,
    endsAt: minutes(4) + GRACE + seconds(90),
  });
  expect(turn(session, 'ada')?.slotMs).toBe(SLOT);
  expect(turn(afterSteps(session, ['tim', 'end-turn', 'ada', minutes(5) + GRACE]), 'ada')?.usedMs).toBe(seconds(90));
});

test('[TU-18] a slot that was nearly used up still has 15 seconds', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['ada', 'postpone-turn', 'ada', GRACE + seconds(115)],
    ['tim', 'skip-turn', 'ben', minutes(3)],
    ['tim', 'skip-turn', 'cem', minutes(3)],
  );
  expect(queue(session)?.running?.endsAt).toBe(minutes(3) + GRACE + seconds(15));
});

test('[TU-19] a pause is not counted and moves the end', () => {
  const paused = afterSteps(adaSpeaks(), ['tim', 'pause-turn', 'ada', seconds(38)]);
  expect(asked(paused, ['tim', 'resume-turn', 'ada', seconds(98)])).toEqual(
    accept({ type: 'turn-resumed', ...at('ada'), graceUntil: GRACE + minutes(1), endsAt: GRACE + SLOT + minutes(1) }),
  );
  const resumed = afterSteps(
    paused,
    ['tim', 'resume-turn', 'ada', seconds(98)],
    ['tim', 'end-turn', 'ada', seconds(108)],
  );
  expect(turn(resumed, 'ada')?.usedMs).toBe(seconds(40));
});

test('[TU-19] a turn that ends while it is paused has spoken until the pause', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['tim', 'pause-turn', 'ada', seconds(38)],
    ['tim', 'end-turn', 'ada', minutes(9)],
  );
  expect(turn(session, 'ada')?.usedMs).toBe(seconds(30));
});

test('[TU-19] a pause within the grace keeps the rest of the grace', () => {
  const session = afterSteps(
    adaSpeaks(),
    ['tim', 'pause-turn', 'ada', seconds(3)],
    ['tim', 'resume-turn', 'ada', seconds(60)],
  );
  expect(queue(session)?.running?.graceUntil).toBe(seconds(65));
});

test('[TU-19] pausing twice and resuming what runs are refused', () => {
  const paused = afterSteps(adaSpeaks(), ['tim', 'pause-turn', 'ada', 9]);
  expect(asked(paused, ['fay', 'pause-turn', 'ada', 10])).toEqual(reject('already-paused'));
  expect(asked(adaSpeaks(), ['fay', 'resume-turn', 'ada', 10])).toEqual(reject('not-paused'));
});

test('[TU-20] extending adds to the end and to what is granted', () => {
  expect(asked(adaSpeaks(), ['tim', 'extend-turn', 'ada', seconds(20)])).toEqual(
    accept({ type: 'turn-extended', ...at('ada'), endsAt: GRACE + SLOT + seconds(30), slotMs: SLOT + seconds(30) }),
  );
});

test('[TU-20] [TU-21] extending in overtime counts from now', () => {
  const now = GRACE + SLOT + seconds(40);
  expect(asked(adaSpeaks(), ['tim', 'extend-turn', 'ada', now])).toEqual(
    accept({ type: 'turn-extended', ...at('ada'), endsAt: now + seconds(30), slotMs: SLOT + seconds(70) }),
  );
});

test('[TU-20] in a paused overtime, now is where the clock stands', () => {
  const over = GRACE + SLOT + seconds(40);
  const paused = afterSteps(adaSpeaks(), ['tim', 'pause-turn', 'ada', over]);
  expect(queue(afterSteps(paused, ['tim', 'extend-turn', 'ada', over + minutes(3)]))?.running?.endsAt).toBe(
    over + seconds(30),
  );
});

test('[TU-21] overtime is counted', () => {
  const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', GRACE + minutes(3)]);
  expect(turn(session, 'ada')).toMatchObject({ slotMs: SLOT, usedMs: minutes(3) });
});

test('[TU-22] a turn that starts in a paused phase waits for the phase', () => {
  const session = withPhaseClock(workshopAtTables(), { pausedAt: minutes(3) });
  const now = minutes(5);
  expect(asked(session, ['tim', 'start-turn', 'ada', now])).toEqual(
    accept(begun(minutes(15)), { type: 'inputs-held', roomId: TABLE_A, at: now, why: 'phase' }, started('ada', now), {
      type: 'turn-paused',
      ...at('ada'),
      at: now,
      by: 'phase',
    }),
  );
  const waiting = afterSteps(session, ['tim', 'start-turn', 'ada', now]);
  expect(asked(waiting, ['tim', 'resume-turn', 'ada', minutes(6)])).toEqual(reject('already-paused'));
});

test('[TU-17] [TU-22] a share that begins in a paused phase is of the input time that was left at the pause', () => {
  const running = afterSteps(workshopAtTables(SHARED_TEN_MINUTES), ['tim', 'start-turn', 'ada', 0]);
  const facts = pauseTurns(running.turns, minutes(2));
  const paused = withPhaseClock(withFacts(running, facts), { pausedAt: minutes(2) });
  expect(turn(afterSteps(paused, ['tim', 'end-turn', 'ada', minutes(7)]), 'ben')?.slotMs).toBe(minutes(4) - GRACE);
});

test('[TU-24] [TU-25] while a timekeeper is here the table does not pace itself', () => {
  expect(asked(workshopAtTables(), ['ada', 'start-turn', 'ada', 0])).toEqual(reject('staff-only'));
  expect(asked(adaSpeaks(), ['ben', 'extend-turn', 'ada', 9])).toEqual(reject('staff-only'));
  expect(asked(adaSpeaks(), ['ben', 'end-turn', 'ada', 9])).toEqual(reject('not-your-turn'));
  expect(asked(adaSpeaks(), ['ben', 'postpone-turn', 'cem', 9])).toEqual(reject('not-your-turn'));
});

const noTimekeeper = () => withSeat(workshopAtTables(), 'tim', { presence: 'away' });

test('[TU-25] without a timekeeper everybody at the table paces it', () => {
  const session = afterSteps(
    noTimekeeper(),
    ['ben', 'start-turn', 'ada', 0],
    ['cem', 'pause-turn', 'ada', 9],
    ['ada', 'resume-turn', 'ada', 10],
    ['ben', 'extend-turn', 'ada', 11],
    ['ben', 'end-turn', 'ada', 12],
    ['cem', 'skip-turn', 'ben', 13],
    ['ada', 'postpone-turn', 'cem', 14],
  );
  expect(turn(session, 'cem')?.state).toBe('waiting');
});

test('[TU-25] nobody paces a table where they do not sit', () => {
  expect(asked(noTimekeeper(), ['dan', 'start-turn', 'ada', 0])).toEqual(reject('not-at-this-table'));
  expect(asked(noTimekeeper(), ['sol', 'start-turn', 'ada', 0])).toEqual(reject('not-at-this-table'));
});

test('[TU-26] speakers end, pass and postpone their own turn whoever paces', () => {
  for (const type of ['end-turn', 'pass-turn', 'postpone-turn'] as const)
    expect(asked(adaSpeaks(), ['ada', type, 'ada', 9]).ok).toBe(true);
});

test('[TU-26] nobody passes for somebody else', () => {
  expect(asked(adaSpeaks(), ['fay', 'pass-turn', 'ada', 9])).toEqual(reject('not-your-turn'));
});

test('[TU-24] who is not admitted, and the house, pace nothing', () => {
  const session = withSeat(workshopAtTables(), 'tim', { admission: 'removed' });
  expect(asked(session, ['tim', 'start-turn', 'ada', 0])).toEqual(reject('not-admitted'));
  expect(decideTurns(session, turnCommand('start-turn', 'ada'), { actor: { kind: 'house' }, now: 0 })).toEqual(
    reject('not-admitted'),
  );
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
