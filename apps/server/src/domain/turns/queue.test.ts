import { describe, expect, test } from 'vitest';
import type { Session } from '../session.ts';
import {
  minutes,
  ROUND,
  seatId,
  seconds,
  TABLE_A,
  type TABLE_B,
  turnOf,
  withFacts,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { adaSpeaks, afterSteps, at, GRACE, queue, started } from '../testing/turns-steps.ts';
import { evolveTurns } from './evolve.ts';
import { leaveQueue } from './next.ts';
import { appendTurn, closeTurns, dropSeat, pauseTurns, reopenTurns, resumeTurns } from './queue.ts';
import type { TurnsFact } from './turns.ts';

const folded = (session: Session, facts: readonly TurnsFact[]) => withFacts(session, facts);

describe('sitting down late and leaving', () => {
  test('[TU-4] a late person is appended once', () => {
    const facts = appendTurn(queue(workshopAtTables()), TABLE_A, seatId('dan'));
    expect(facts).toEqual([{ type: 'turn-appended', ...at('dan'), seatId: 'dan' }]);
    const session = folded(workshopAtTables(), facts);
    expect(queue(session)?.order.at(-1)).toBe(turnOf('dan'));
    expect(appendTurn(queue(session), TABLE_A, seatId('dan'))).toEqual([]);
  });

  test('[TU-4] there is nothing to append to at a table without timed inputs', () => {
    expect(appendTurn(undefined, TABLE_A, seatId('dan'))).toEqual([]);
  });

  test('[TU-14] coming back changes nothing about a running, waiting or finished turn', () => {
    const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', minutes(1)]);
    for (const name of ['ada', 'ben', 'cem']) expect(appendTurn(queue(session), TABLE_A, seatId(name))).toEqual([]);
  });

  test('[TU-6] who moves away before speaking leaves no trace', () => {
    const session = folded(workshopAtTables(), dropSeat(queue(workshopAtTables()), seatId('ben'), 0));
    expect(queue(session)?.order).toEqual([turnOf('ada'), turnOf('cem')]);
    expect(queue(session)?.turns).not.toHaveProperty(turnOf('ben'));
  });

  test('[TU-6] who moves away while speaking keeps the spoken time, and the next begins', () => {
    const now = GRACE + seconds(20);
    expect(leaveQueue(adaSpeaks(), queue(adaSpeaks()), seatId('ada'), now)).toEqual([
      { type: 'turn-ended', ...at('ada'), usedMs: seconds(20) },
      started('ben', now),
    ]);
  });

  test('[TU-6] who moves away in the grace leaves no trace, and the next begins', () => {
    const session = folded(adaSpeaks(), leaveQueue(adaSpeaks(), queue(adaSpeaks()), seatId('ada'), seconds(2)));
    expect(queue(session)).toMatchObject({ running: { turnId: turnOf('ben') }, order: [turnOf('ben'), turnOf('cem')] });
  });

  test('[TU-6] who moves away while somebody else speaks changes nothing about that turn', () => {
    const session = folded(adaSpeaks(), leaveQueue(adaSpeaks(), queue(adaSpeaks()), seatId('ben'), seconds(20)));
    expect(queue(session)?.running).toEqual(queue(adaSpeaks())?.running);
  });

  test('[TU-6] who moves away in the grace leaves no trace, and the table can start another turn', () => {
    const session = folded(adaSpeaks(), dropSeat(queue(adaSpeaks()), seatId('ada'), seconds(2)));
    expect(queue(session)?.running).toBeUndefined();
    expect(queue(afterSteps(session, ['tim', 'start-turn', 'ben', seconds(3)]))?.running?.turnId).toBe(turnOf('ben'));
  });

  test('[TU-6] who moves away after speaking stays on record', () => {
    const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', minutes(1)]);
    expect(dropSeat(queue(session), seatId('ada'), minutes(2))).toEqual([]);
    const postponed = afterSteps(adaSpeaks(), ['tim', 'postpone-turn', 'ada', GRACE + seconds(9)]);
    expect(dropSeat(queue(postponed), seatId('ada'), minutes(2))).toEqual([
      { type: 'turn-ended', ...at('ada'), usedMs: seconds(9) },
    ]);
  });

  test('[TU-6] a turn that ended before a word was spoken is still over after moving away and back', () => {
    const session = afterSteps(adaSpeaks(), ['tim', 'end-turn', 'ada', seconds(2)]);
    expect(dropSeat(queue(session), seatId('ada'), minutes(1))).toEqual([]);
  });

  test('[TU-6] who never had a turn here leaves nothing', () => {
    expect(dropSeat(queue(workshopAtTables()), seatId('dan'), 0)).toEqual([]);
    expect(dropSeat(undefined, seatId('dan'), 0)).toEqual([]);
  });
});

describe('with the phase and the tables', () => {
  test('[TU-22] the running turn and the input time stop and go on with the phase', () => {
    const paused = pauseTurns(adaSpeaks().turns, minutes(1));
    expect(paused).toEqual([
      { type: 'turn-paused', ...at('ada'), at: minutes(1), by: 'phase' },
      { type: 'inputs-held', roomId: TABLE_A, at: minutes(1), why: 'phase' },
    ]);
    expect(resumeTurns(folded(adaSpeaks(), paused).turns, minutes(4))).toEqual([
      { type: 'turn-resumed', ...at('ada'), graceUntil: GRACE + minutes(3), endsAt: GRACE + minutes(5) },
      { type: 'inputs-resumed', roomId: TABLE_A, endsAt: minutes(13) },
    ]);
  });

  test('[TU-22] what a person paused stays paused when the phase goes on', () => {
    const byPerson = afterSteps(adaSpeaks(), ['tim', 'pause-turn', 'ada', seconds(30)]);
    const session = folded(byPerson, pauseTurns(byPerson.turns, minutes(1)));
    const resumed = folded(session, resumeTurns(session.turns, minutes(2)));
    expect(queue(resumed)?.running).toMatchObject({ pausedAt: seconds(30), pausedBy: 'person' });
  });

  test('[TU-22] a round of inputs that has not begun has nothing to stop', () => {
    expect(pauseTurns(workshopAtTables().turns, minutes(1))).toEqual([]);
    expect(resumeTurns(workshopAtTables().turns, minutes(1))).toEqual([]);
  });

  test('[TU-23] closing ends the running turn and holds the input time', () => {
    expect(closeTurns(adaSpeaks().turns, ROUND, minutes(1))).toEqual([
      { type: 'turn-ended', ...at('ada'), usedMs: minutes(1) - GRACE },
      { type: 'inputs-held', roomId: TABLE_A, at: minutes(1), why: 'closed' },
    ]);
  });

  test('[TU-23] closing while the phase is paused holds the input time from the pause on', () => {
    const paused = folded(adaSpeaks(), pauseTurns(adaSpeaks().turns, minutes(1)));
    const closed = folded(paused, closeTurns(paused.turns, ROUND, minutes(9)));
    expect(queue(closed)).toMatchObject({ inputsHeld: { at: minutes(1), why: 'closed' } });
    expect(queue(closed)?.turns[turnOf('ada')]?.usedMs).toBe(minutes(1) - GRACE);
  });

  test('[TU-23] tables that open again go on with the input time that was left and the people who sit there now', () => {
    const closed = folded(adaSpeaks(), closeTurns(adaSpeaks().turns, ROUND, minutes(1)));
    expect(resumeTurns(closed.turns, minutes(2))).toEqual([]);
    const held = queue(closed);
    const facts = held ? reopenTurns(held, ['ada', 'ben', 'dan'].map(seatId), minutes(31)) : [];
    expect(facts).toEqual([
      { type: 'inputs-resumed', roomId: TABLE_A, endsAt: minutes(40) },
      { type: 'turn-dropped', ...at('cem') },
      { type: 'turn-appended', ...at('dan'), seatId: 'dan' },
    ]);
    expect(queue(folded(closed, facts))).not.toHaveProperty('inputsHeld');
  });

  test('[TU-23] rounds close on their own', () => {
    expect(closeTurns(adaSpeaks().turns, 'another' as typeof ROUND, minutes(1))).toEqual([]);
  });
});

describe('a corrupt log', () => {
  const fact = { type: 'turn-absent', roomId: TABLE_A, turnId: turnOf('nobody') } as const;
  test.each([
    ['a queue that never was', { ...fact, roomId: 'elsewhere' as typeof TABLE_B }],
    ['a turn that never was', fact],
    ['a clock that does not run', { type: 'turn-paused', ...at('ada'), at: 0, by: 'person' } as const],
  ])('says so when it names %s', (_what, corrupt) => {
    expect(() => evolveTurns(workshopAtTables().turns, corrupt)).toThrow();
  });
});
