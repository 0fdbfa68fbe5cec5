import type { Grouping, RoomId, SessionPlan, TableSizes } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { entries } from '../records.ts';
import { slices } from '../slices.ts';
import { arrivedAt, HOUSE, idOf, minutes, PARTICIPANTS, phase, seat, type Workshop } from '../testing/workshop.ts';

const frieda = seat('Frieda');
const round1 = phase('round-1');
const A = 'round-1-a' as RoomId;
const B = 'round-1-b' as RoomId;
const rejected = (rejection: string) => ({ ok: false, rejection });

/** The model workshop with its first round made in another way. */
const grouped =
  (groups: Grouping, sizes?: TableSizes) =>
  (plan: SessionPlan): SessionPlan => ({
    ...plan,
    phases: plan.phases.map((each) =>
      each.kind === 'breakout-round' && each.id === round1
        ? { ...each, round: { ...each.round, groups, ...(sizes && { sizes }) } }
        : each,
    ),
  });

const choosing = (names = PARTICIPANTS, sizes?: TableSizes) => arrivedAt('round-1', 0, grouped('choose', sizes), names);
const chooses = (workshop: Workshop, name: string, roomId: RoomId, now = 1) =>
  workshop.doing({ type: 'choose-table', phaseId: round1, roomId }, seat(name), now);
const at = ({ session }: Workshop, roomId: RoomId) =>
  entries(session.breakouts.rounds[round1]?.seats ?? {})
    .filter(([, room]) => room === roomId)
    .map(([id]) => id);

describe('people choose', () => {
  test('[BR-15] nobody is seated when the tables open, and everybody sees how many may sit at each', () => {
    const opened = choosing();
    expect([...at(opened, A), ...at(opened, B)]).toEqual([]);
    expect(slices(opened.session).documents.get('session')).toMatchObject({ tables: { choosing: { most: 5 } } });
    expect(slices(opened.until(minutes(1)).session).documents.get('session')).not.toHaveProperty('tables.choosing');
  });

  test('[BR-15] a chair can be changed until one goes there, and a queue takes whoever sits down', () => {
    const chosen = chooses(chooses(choosing(), 'Ada', A), 'Ada', B);
    expect(at(chosen, B)).toEqual([idOf('Ada')]);
    const there = chosen.doing({ type: 'go-to-table', phaseId: round1 }, seat('Ada'), 2);
    expect(there.when({ type: 'choose-table', phaseId: round1, roomId: A }, seat('Ada'), 3)).toEqual(
      rejected('tables-not-gathering'),
    );
    const queued = Object.values(there.session.turns.queues[B]?.turns ?? {}).map((turn) => turn?.seatId);
    expect(queued).toEqual([idOf('Ada')]);
    expect(Object.values(there.session.turns.queues[A]?.turns ?? {})).toEqual([]);
  });

  test('[BR-15] a full table takes nobody, whether its limit is given or an even share', () => {
    const five = PARTICIPANTS.slice(0, 5).reduce((soFar, name) => chooses(soFar, name, A), choosing());
    const sixth = { type: 'choose-table', phaseId: round1, roomId: A } as const;
    expect(five.when(sixth, seat('Ines'), 2)).toEqual(rejected('table-full'));

    const two = chooses(chooses(choosing(PARTICIPANTS, { least: 1, most: 2 }), 'Ada', A), 'Ben', A);
    expect(two.when(sixth, seat('Ines'), 2)).toEqual(rejected('table-full'));
    expect(two.when({ ...sixth, roomId: 'round-1-z' as RoomId }, seat('Ines'), 2)).toEqual(rejected('no-such-table'));
  });

  test('[BR-15] whoever has not chosen is seated at the emptiest table, and nobody stays alone', () => {
    const four = ['Ada', 'Ben', 'Cem', 'Dora'];
    const rest = chooses(chooses(choosing(four), 'Ada', A), 'Ben', A).until(minutes(1));
    expect([at(rest, A).length, at(rest, B).length]).toEqual([2, 2]);

    const split = chooses(chooses(choosing(['Ada', 'Ben', 'Cem'], { least: 1, most: 3 }), 'Ada', A), 'Ben', A);
    const alone = chooses(split, 'Cem', B).until(minutes(1));
    expect(at(alone, A)).toHaveLength(3);
  });

  test('[BR-15] gathering is not over before everybody who is here has chosen and gone', () => {
    const go = { type: 'go-to-table', phaseId: round1 } as const;
    const two = ['Ada', 'Ben'];
    const first = chooses(choosing(two), 'Ada', A).doing(go, seat('Ada'), 1);
    expect(first.session.breakouts.open?.state).toBe('gathering');
    const both = chooses(first, 'Ben', A).doing(go, seat('Ben'), 2);
    expect(both.session.breakouts.open?.state).toBe('open');
  });

  test('[BR-7, BR-15] who comes while the others choose chooses too; who comes later is seated', () => {
    const late = (workshop: Workshop, now: number) =>
      workshop
        .doing(
          { type: 'invite-person', seatId: idOf('Zoe'), name: 'Zoe', role: 'participant', linkHash: 'z' },
          frieda,
          now,
        )
        .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, now);
    expect(late(choosing(), 5).session.breakouts.rounds[round1]?.seats[idOf('Zoe')]).toBeUndefined();
    const seated = late(choosing().until(minutes(1)), minutes(2));
    expect(seated.session.breakouts.rounds[round1]?.seats[idOf('Zoe')]).toBeDefined();
  });

  test('[BR-15] there is nothing to choose in any other round', () => {
    const choose = { type: 'choose-table', phaseId: round1, roomId: A } as const;
    expect(arrivedAt('round-1').when(choose, seat('Ada'), 1)).toEqual(rejected('nothing-to-choose'));
    expect(choosing().when(choose, frieda, 1)).toEqual(rejected('nothing-to-choose'));
  });
});

describe('how groups come about', () => {
  test('[BR-14] is set until the round runs, with limits', () => {
    const set = { type: 'set-groups', phaseId: round1, groups: 'choose', sizes: { least: 2, most: 6 } } as const;
    const changed = arrivedAt('intro').doing(set, frieda, 1);
    expect(changed.session.breakouts.rounds[round1]).toMatchObject({ groups: 'choose', sizes: { least: 2, most: 6 } });
    expect(changed.when(set, frieda, 2)).toEqual({ ok: true, facts: [] });
    const without = changed.doing({ type: 'set-groups', phaseId: round1, groups: 'new' }, frieda, 2);
    expect(without.session.breakouts.rounds[round1]).not.toHaveProperty('sizes');
    expect(arrivedAt('round-1').when(set, frieda, 1)).toEqual(rejected('round-already-begun'));
    expect(arrivedAt('intro').when({ ...set, groups: 'same' }, frieda, 1)).toEqual(rejected('no-round-before'));
  });

  test('[BR-16] by hand, only those are seated whom nobody seated', () => {
    const byHand = arrivedAt('talk', 0, grouped('by-hand'), ['Ada', 'Ben', 'Cem', 'Dora']);
    const placed = ['Ada', 'Ben', 'Cem'].reduce(
      (soFar, name) => soFar.doing({ type: 'assign-seat', phaseId: round1, seatId: idOf(name), roomId: A }, frieda, 1),
      byHand.doing({ type: 'assign-seat', phaseId: round1, seatId: idOf('Salma'), roomId: B }, frieda, 1),
    );
    const opened = placed.doing({ type: 'advance-phase', phaseId: phase('talk') }, frieda, 2);
    expect(at(opened, A)).toEqual(['Ada', 'Ben', 'Cem'].map(idOf));
    expect(at(opened, B)).toEqual(['Salma', 'Dora'].map(idOf));
  });

  test('[BR-13, BR-16] fewer tables leave those seated by hand whose table is still there', () => {
    const three = arrivedAt('talk', 0, grouped('by-hand'))
      .doing({ type: 'assign-seat', phaseId: round1, seatId: idOf('Ada'), roomId: A }, frieda, 1)
      .doing({ type: 'assign-seat', phaseId: round1, seatId: idOf('Ben'), roomId: B }, frieda, 1)
      .doing({ type: 'set-tables', phaseId: round1, tables: 1 }, frieda, 2);
    expect(three.session.breakouts.rounds[round1]?.seats).toEqual({ [idOf('Ada')]: A });
  });

  test('[BR-17] staff still see who sat where in a round that is over', () => {
    const over = arrivedAt('round-2');
    expect(slices(over.session).documents.get('staff')).toMatchObject({
      seating: { 'round-1': { seats: over.session.breakouts.rounds[round1]?.seats, groups: 'new' } },
    });
  });
});
