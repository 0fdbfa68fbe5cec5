import { expect, test } from 'vitest';
import { reject } from '../session.ts';
import { withSeat, workshopAtTables } from '../testing/turns-fixtures.ts';
import { adaSpeaks, afterSteps, asked, turn, turnCommand } from '../testing/turns-steps.ts';
import { decideTurns } from './decide.ts';

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
