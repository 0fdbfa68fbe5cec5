import type { RoomId, RuleId, SeatingRule } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { values } from '../records.ts';
import { arrivedAt, idOf, PARTICIPANTS, phase, seat, type Workshop } from '../testing/workshop.ts';

const frieda = seat('Frieda');
const round1 = phase('round-1');
const plan = { type: 'plan-groups', phaseId: round1, method: 'new', seed: 2 } as const;
const seatsIn = ({ session }: Workshop) => session.breakouts.rounds[round1]?.seats ?? {};

const ruled = (workshop: Workshop, ...rules: SeatingRule[]) =>
  rules.reduce(
    (soFar, rule, at) => soFar.doing({ type: 'add-seating-rule', ruleId: `r${at}` as RuleId, rule }, frieda, 1),
    workshop,
  );

const sizesOf = (workshop: Workshop): number[] =>
  [...Map.groupBy(values(seatsIn(workshop)), (room) => room).values()].map((there) => there.length).toSorted();

test('[BR-2, RO-21] groups for one round keep to the rules, a host of staff among them', () => {
  const workshop = ruled(
    arrivedAt('talk'),
    { kind: 'together', seats: [idOf('Ada'), idOf('Ben'), idOf('Cem')] },
    { kind: 'host', seatId: idOf('Salma'), table: 1 },
  ).doing(plan, frieda, 2);
  const seats = seatsIn(workshop);
  expect(new Set(['Ada', 'Ben', 'Cem'].map((name) => seats[idOf(name)])).size).toBe(1);
  expect(seats[idOf('Salma')]).toBe('round-1-b');
});

test('[BR-14] groups for one round keep to its limits', () => {
  const limited = arrivedAt('talk')
    .doing({ type: 'set-groups', phaseId: round1, groups: 'new', sizes: { least: 3, most: 6 } }, frieda, 1)
    .doing({ type: 'set-tables', phaseId: round1, tables: 3 }, frieda, 2)
    .doing(plan, frieda, 3);
  expect(sizesOf(limited)).toEqual([3, 3, 3]);
});

test('[RO-27] rules that contradict each other are told to who asks for groups, and keep no round from opening', () => {
  const seats = [idOf('Ada'), idOf('Ben')];
  const both = ruled(arrivedAt('talk'), { kind: 'together', seats }, { kind: 'apart', seats });
  expect(both.when(plan, frieda, 2)).toEqual({ ok: false, rejection: 'rules-contradict' });
  const opened = both.doing({ type: 'advance-phase', phaseId: phase('talk') }, frieda, 3);
  expect(Object.keys(seatsIn(opened)).toSorted()).toEqual(PARTICIPANTS.map(idOf));
  expect(sizesOf(opened)).toEqual([4, 5]);
});

test('[BR-13] other tables deal out anew what was planned, or leave it open when the rules do not allow it', () => {
  const pin = { kind: 'pin', phaseId: round1, seatId: idOf('Ada'), roomId: 'round-1-b' as RoomId } as const;
  const planned = ruled(arrivedAt('talk'), pin).doing(plan, frieda, 2);
  const three = planned.doing({ type: 'set-tables', phaseId: round1, tables: 3 }, frieda, 3);
  expect(seatsIn(three)[idOf('Ada')]).toBe('round-1-b');
  const [one, two] = [idOf('Ben'), idOf('Cem')];
  const apart = ruled(three, { kind: 'apart', seats: [one, two] });
  const single = apart.doing({ type: 'set-tables', phaseId: round1, tables: 1 }, frieda, 4);
  expect(single.session.breakouts.rounds[round1]).toMatchObject({ seats: {}, planned: false });
});
