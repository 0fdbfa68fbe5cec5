import type { PhaseKind, Role } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Session } from '../session.ts';
import {
  seatId,
  TABLE_A,
  withOpenRound,
  withPhaseClock,
  withSeat,
  withStageFacts,
  workshopAtTables,
  workshopIn,
} from '../testing/turns-fixtures.ts';
import { publishOf } from './publish.ts';

const ROLE_OF = { fay: 'facilitator', tim: 'timekeeper', sol: 'speaker', ada: 'participant' } as const satisfies Record<
  string,
  Role
>;

/** "mcs": microphone, camera, screen. */
function sends(session: Session, name: string): string {
  const { microphone, camera, screen } = publishOf(session, seatId(name));
  return `${microphone ? 'm' : ''}${camera ? 'c' : ''}${screen ? 's' : ''}`;
}

const everybody = (session: Session) =>
  Object.fromEntries(Object.entries(ROLE_OF).map(([name, role]) => [role, sends(session, name)]));

const presenting = { facilitator: 'mcs', timekeeper: 'mc', speaker: 'mcs', participant: 'mc' };

const table: [Exclude<PhaseKind, 'breakout-round'> | 'no-phase', Record<Role, string>][] = [
  ['no-phase', { facilitator: 'mcs', timekeeper: 'mcs', speaker: 'mcs', participant: 'mc' }],
  ['intro', presenting],
  ['plenary-reflection', presenting],
  ['input-talk', { facilitator: 'mcs', timekeeper: 'mc', speaker: 'mcs', participant: 'c' }],
  ['break', { facilitator: 'mc', timekeeper: 'mc', speaker: 'mc', participant: 'mc' }],
];

test.each(table)('[ST-1] in the plenary during %s', (kind, expected) => {
  expect(everybody(workshopIn(kind))).toEqual(expected);
});

test('[ST-1] in the plenary during a breakout round', () => {
  const walking = withOpenRound(workshopAtTables(), { state: 'gathering' });
  expect(everybody(walking)).toEqual(presenting);
});

test('[ST-1] a pause changes nothing', () => {
  const session = workshopIn('input-talk');
  expect(everybody(withPhaseClock(session, { pausedAt: 1 }))).toEqual(everybody(session));
});

test('[ST-2] at a table everybody who sits there sends everything', () => {
  expect(sends(workshopAtTables(), 'ada')).toBe('mcs');
  expect(sends(withSeat(workshopAtTables(), 'ada', { role: 'timekeeper' }), 'ada')).toBe('mcs');
});

test('[ST-3] a visiting facilitator is seen and heard', () => {
  expect(sends(withOpenRound(workshopAtTables(), { visits: { [seatId('fay')]: TABLE_A } }), 'fay')).toBe('mc');
});

test('[ST-4] the word adds microphone and screen in the plenary', () => {
  const word = (name: string) => ({ type: 'word-given' as const, seatId: seatId(name), at: 0 });
  expect(sends(withStageFacts(workshopIn('input-talk'), [word('ada')]), 'ada')).toBe('mcs');
  const elsewhere = withOpenRound(withStageFacts(workshopAtTables(), [word('fay')]), {
    visits: { [seatId('fay')]: TABLE_A },
  });
  expect(sends(elsewhere, 'fay')).toBe('mc');
});

test.each(['expected', 'waiting', 'removed'] as const)('[ST-5] who is %s sends nothing', (admission) => {
  expect(sends(withSeat(workshopIn('intro'), 'ada', { admission }), 'ada')).toBe('');
});

test('[ST-5] a seat that never was sends nothing', () => {
  expect(sends(workshopIn('intro'), 'nobody')).toBe('');
});
