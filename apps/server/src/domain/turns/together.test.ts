import type { RoomId, TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { accept, type Decision, reject, type Session } from '../session.ts';
import {
  as,
  minutes,
  ROUND,
  SHARED_TEN_MINUTES,
  seatId,
  seconds,
  TABLE_A,
  TABLE_B,
  turnOf,
  withFacts,
  withPhaseClock,
  withSeat,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { afterSteps, asked, at, GRACE, queue, SLOT, turn } from '../testing/turns-steps.ts';
import { decideTurns, type TurnsCommand } from './decide.ts';
import { leaveQueue } from './next.ts';
import { appendTurn } from './queue.ts';

const done = (session: Session, command: TurnsCommand, now: number): Session => {
  const decision = decideTurns(session, command, { actor: as('tim'), now });
  if (!decision.ok) throw new Error(`${command.type}: ${decision.rejection}`);
  return withFacts(session, decision.facts);
};
const together = (session = workshopAtTables(), on = true) =>
  done(session, { type: 'pace-together', phaseId: ROUND, on }, 0);
const beatAsked = (session: Session, beat: number, now: number): Decision =>
  decideTurns(session, { type: 'start-beat', phaseId: ROUND, beat }, { actor: as('tim'), now });
const beaten = (session: Session, beat: number, now: number) =>
  done(session, { type: 'start-beat', phaseId: ROUND, beat }, now);

const turnAtB = (name: string): TurnId => `${TABLE_B}_${name}` as TurnId;
const running = (session: Session, roomId: RoomId) => session.turns.queues[roomId]?.running;
const clocks = (session: Session) => [TABLE_A, TABLE_B].map((roomId) => running(session, roomId));

test('[TU-32] a beat starts the next turn at every table with the same clock', () => {
  const session = beaten(together(), 1, minutes(1));
  const clock = { graceUntil: minutes(1) + GRACE, endsAt: minutes(1) + GRACE + SLOT };
  expect(clocks(session)).toEqual([
    { turnId: turnOf('ada'), ...clock },
    { turnId: turnAtB('dan'), ...clock },
  ]);
  expect(session.turns.pace).toEqual({ phaseId: ROUND, together: true, beats: 1 });
});

test('[TU-32] the next beat ends what runs, with the time spoken, also what is paused or was extended', () => {
  const first = afterSteps(
    beaten(together(), 1, 0),
    ['tim', 'extend-turn', 'ada', 1],
    ['tim', 'pause-turn', 'ada', minutes(1)],
  );
  const second = beaten(first, 2, GRACE + SLOT);
  expect(turn(second, 'ada')).toMatchObject({ state: 'done', usedMs: minutes(1) - GRACE });
  expect(second.turns.queues[TABLE_B]?.turns[turnAtB('dan')]).toMatchObject({ state: 'done', usedMs: SLOT });
  expect(clocks(second).map((clock) => clock?.turnId)).toEqual([turnOf('ben'), turnAtB('eva')]);
});

test('[TU-31] a turn that ends early is followed by nobody before the beat', () => {
  const session = beaten(together(), 1, 0);
  for (const type of ['end-turn', 'skip-turn', 'postpone-turn'] as const)
    expect(running(afterSteps(session, ['tim', type, 'ada', minutes(1)]), TABLE_A)).toBeUndefined();
  expect(running(afterSteps(session, ['ada', 'pass-turn', 'ada', minutes(1)]), TABLE_A)).toBeUndefined();
});

test('[TU-31] no turn is started by hand, by nobody', () => {
  for (const who of ['tim', 'fay'])
    expect(asked(together(), [who, 'start-turn', 'ada', 0])).toEqual(reject('waits-for-beat'));
});

test('[TU-31] a speaker who is moved away is followed by nobody before the beat', () => {
  const session = beaten(together(), 1, 0);
  expect(leaveQueue(session, queue(session), seatId('ada'), minutes(1)).map(({ type }) => type)).toEqual([
    'turn-ended',
  ]);
});

test('[TU-31] without staff nobody could start a beat, so the tables go on by themselves', () => {
  const away = { presence: 'away' } as const;
  const alone = withSeat(withSeat(beaten(together(), 1, 0), 'tim', away), 'fay', away);
  expect(running(afterSteps(alone, ['ada', 'end-turn', 'ada', minutes(1)]), TABLE_A)?.turnId).toBe(turnOf('ben'));
});

test('[TU-33] a late click on a beat that has begun starts nothing', () => {
  expect(beatAsked(beaten(together(), 1, 0), 1, 1)).toEqual(reject('beat-already-started'));
  expect(beatAsked(together(), 2, 1)).toEqual(reject('beat-already-started'));
  expect(beatAsked(workshopAtTables(), 1, 1)).toEqual(reject('not-paced-together'));
  const { open: _closed, ...breakouts } = workshopAtTables().breakouts;
  expect(beatAsked({ ...together(), breakouts }, 1, 1)).toEqual(reject('tables-not-open'));
});

test('[TU-11] [TU-32] on a beat the absent are passed over, and a table with nobody is finished', () => {
  const away = { presence: 'away' } as const;
  const session = withSeat(withSeat(withSeat(together(), 'ada', away), 'dan', away), 'eva', away);
  const begun = beaten(session, 1, 0);
  expect(clocks(begun).map((clock) => clock?.turnId)).toEqual([turnOf('ben'), undefined]);
  expect(turn(begun, 'ada')?.state).toBe('absent');
});

test('[TU-32] a beat with nothing to end and nobody to start is none', () => {
  const empty = ['ada', 'ben', 'cem'].reduce(
    (held, name) => afterSteps(held, ['tim', 'skip-turn', name, 0]),
    together(),
  );
  const away = withSeat(withSeat(empty, 'dan', { presence: 'away' }), 'eva', { presence: 'away' });
  expect(beatAsked(beaten(away, 1, 0), 2, 1)).toEqual(accept());
});

test('[TU-34] with fair shares all tables get the smallest share of any', () => {
  const session = beaten(together(workshopAtTables(SHARED_TEN_MINUTES)), 1, 0);
  expect(clocks(session).map((clock) => (clock?.endsAt ?? 0) - GRACE)).toEqual([seconds(192), seconds(192)]);
});

test('[TU-34] who spoke before being postponed has the rest of the slot', () => {
  const spoke = afterSteps(beaten(together(), 1, 0), ['tim', 'postpone-turn', 'ada', GRACE + seconds(30)]);
  const last = beaten(beaten(beaten(spoke, 2, minutes(2)), 3, minutes(4)), 4, minutes(6));
  expect(running(last, TABLE_A)).toEqual({
    turnId: turnOf('ada'),
    graceUntil: minutes(6) + GRACE,
    endsAt: minutes(6) + GRACE + SLOT - seconds(30),
  });
});

test('[TU-22] [TU-32] a beat in a paused phase waits for the phase', () => {
  const session = beaten(withPhaseClock(together(), { pausedAt: minutes(1) }), 1, minutes(2));
  expect(clocks(session)).toEqual([
    expect.objectContaining({ pausedAt: minutes(2), pausedBy: 'phase' }),
    expect.objectContaining({ pausedAt: minutes(2), pausedBy: 'phase' }),
  ]);
});

test('[TU-4] [TU-31] a late person waits for the beat and gets one', () => {
  const over = afterSteps(beaten(beaten(beaten(together(), 1, 0), 2, 1), 3, 2), ['tim', 'end-turn', 'cem', 3]);
  const late = withFacts(over, appendTurn(queue(over), TABLE_A, seatId('ada2')));
  expect(running(late, TABLE_A)).toBeUndefined();
  const seated = withSeat(late, 'ada2', {});
  const { open, rounds } = seated.breakouts;
  const round = rounds[ROUND];
  if (!open || !round) throw new Error('no round');
  const seats = { ...round.seats, [seatId('ada2')]: TABLE_A };
  const there = { ...seated, breakouts: { ...seated.breakouts, rounds: { ...rounds, [ROUND]: { ...round, seats } } } };
  expect(running(beaten(there, 4, 9), TABLE_A)?.turnId).toBe(turnOf('ada2'));
});

test('[TU-35] off again, each table goes at its own pace, and what runs runs on', () => {
  const session = beaten(together(), 1, 0);
  const apart = together(session, false);
  expect(clocks(apart)).toEqual(clocks(session));
  expect(running(afterSteps(apart, ['tim', 'end-turn', 'ada', minutes(1)]), TABLE_A)?.turnId).toBe(turnOf('ben'));
  expect(beatAsked(together(apart), 1, minutes(2))).toEqual(reject('beat-already-started'));
});

test('[TU-35] what is already so changes nothing, and another round is not this one', () => {
  expect(
    decideTurns(together(), { type: 'pace-together', phaseId: ROUND, on: true }, { actor: as('tim'), now: 1 }),
  ).toEqual(accept());
  const other = { type: 'pace-together', phaseId: 'elsewhere' as never, on: true } as const;
  expect(decideTurns(workshopAtTables(), other, { actor: as('tim'), now: 1 })).toEqual(reject('tables-not-open'));
});

test('[TU-20] a turn is extended at its own table only', () => {
  const session = afterSteps(beaten(together(), 1, 0), ['tim', 'extend-turn', 'ada', minutes(1)]);
  expect(clocks(session).map((clock) => clock?.endsAt)).toEqual([GRACE + SLOT + seconds(30), GRACE + SLOT]);
  expect(at('ada').turnId).toBe(running(session, TABLE_A)?.turnId);
});
