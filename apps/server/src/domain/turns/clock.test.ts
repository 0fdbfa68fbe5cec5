import { expect, test } from 'vitest';
import { accept, reject } from '../session.ts';
import {
  minutes,
  SHARED_TEN_MINUTES,
  seconds,
  TABLE_A,
  turnOf,
  withFacts,
  withPhaseClock,
  workshopAtTables,
} from '../testing/turns-fixtures.ts';
import { adaSpeaks, afterSteps, asked, at, begun, GRACE, queue, SLOT, started, turn } from '../testing/turns-steps.ts';
import { pauseTurns } from './queue.ts';

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
