import type { PhaseId, RequestId, RoomId, RuleId, SeatId } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { modelSession } from '../../gallery/model-session.ts';
import { meetings, strangers, tourFigures, tourOf } from './encounters.model.ts';
import { conflicting, type LiteralRotation, literalRotation, proposing, workingOn } from './literal-rotation.ts';
import { rotationModel } from './rotation.model.ts';
import { type SeatingDocuments, seatings } from './seating.model.ts';

const names = (seats: readonly { name: string }[] | undefined) => seats?.map(({ name }) => name);
const seat = (name: string) => name as SeatId;

function documentsOf(literal: LiteralRotation): SeatingDocuments {
  const { session, you, staff, facilitators } = literalRotation(literal);
  if (!staff || !facilitators) throw new Error('Frieda facilitates');
  return { session, you, staff, rules: facilitators.rotation.rules };
}

function modelOf(literal: LiteralRotation) {
  const { session, you, staff, facilitators } = literalRotation(literal);
  if (!staff) throw new Error('Frieda is staff');
  return rotationModel(session, you, staff, facilitators);
}

/** The model workshop as the gallery knows it, with two planned rounds of ten. */
function modelDocuments(): SeatingDocuments {
  const { session, you, staff } = modelSession({ moment: 'talk', you: 'frieda' });
  if (!staff) throw new Error('Frieda is staff');
  return { session, you, staff, rules: {} };
}

describe('the seating of one round', () => {
  test('counts new encounters while all rounds before are known', () => {
    const [first, second, third] = seatings(modelDocuments());
    expect(first?.encounters).toEqual({ fresh: 20, again: 0 });
    // Three people of one table and two of the other at each: 3 + 1 pairs of ten know each other already.
    expect(second?.encounters).toEqual({ fresh: 12, again: 8 });
    expect(third).toMatchObject({ planned: false, encounters: undefined });
    expect(first?.sameAsBefore).toBeUndefined();
    expect(second?.sameAsBefore).toEqual({ type: 'plan-groups', phaseId: 'round-2', method: 'same', seed: 0 });
  });

  test('keeps a seat for who is still expected; who waits at the door has none yet', () => {
    const seated = names(seatings(modelDocuments())[0]?.tables.flatMap(({ seats }) => seats));
    expect(seated).toContain('Lars');
    expect(seated).not.toContain('Jonas');
  });

  test('shows people without a table apart, to be seated', () => {
    const [first] = seatings(modelDocuments());
    expect(names(first?.tables.at(-1)?.seats)).toEqual(['Frieda', 'Lars', 'Theo']);
    expect(first?.assign?.(seat('theo'), 'round-1-b' as RoomId)).toEqual({
      ...{ type: 'assign-seat', phaseId: 'round-1' },
      ...{ seatId: 'theo', roomId: 'round-1-b' },
    });
  });

  test('[BR-17] stays to be looked at when the round is over, and nothing about it can be changed', () => {
    const [first, second] = seatings(documentsOf({ moment: 'inputs' }));
    expect([first?.state, second?.state]).toEqual(['now', 'ahead']);
    const [held] = seatings(documentsOf({ moment: 'reflection' }));
    expect(held).toMatchObject({ state: 'held', planned: true });
    for (const action of ['setTables', 'setGroups', 'newGroups', 'sameAsBefore', 'assign', 'lock'] as const)
      expect(held?.[action]).toBeUndefined();
  });

  test('[BR-14] is made by one of four ways, with limits', () => {
    const [first] = seatings(documentsOf({ moment: 'talk' }));
    expect(first?.setGroups?.('choose', { least: 2, most: 5 })).toEqual({
      ...{ type: 'set-groups', phaseId: 'round-1' },
      ...{ groups: 'choose', sizes: { least: 2, most: 5 } },
    });
    expect(first?.setGroups?.('by-hand', undefined)).toEqual({
      type: 'set-groups',
      phaseId: 'round-1',
      groups: 'by-hand',
    });
  });

  test('[RO-21] a seat is locked where it is, and unlocked by dropping the rule; nobody is locked at no table', () => {
    const pin = {
      kind: 'pin',
      phaseId: 'round-1' as PhaseId,
      seatId: seat('ada'),
      roomId: 'round-1-a' as RoomId,
    } as const;
    const [first] = seatings(documentsOf({ moment: 'talk', rules: { held: pin } }));
    const seats = first?.tables.flatMap((table) => table.seats) ?? [];
    expect(seats.filter(({ locked }) => locked).map(({ name }) => name)).toEqual(['Ada']);
    expect(first?.lock?.(seat('ada'), 'new' as RuleId)).toEqual({ type: 'drop-seating-rule', ruleId: 'held' });
    expect(first?.lock?.(seat('ben'), 'new' as RuleId)).toMatchObject({
      ...{ type: 'add-seating-rule', ruleId: 'new' },
      rule: { kind: 'pin', phaseId: 'round-1', seatId: 'ben' },
    });
    expect(first?.lock?.(seat('frieda'), 'new' as RuleId)).toBeUndefined();
  });
});

describe('all rounds', () => {
  test('[RO-6] are counted by who meets whom, whether planned, running or over', () => {
    for (const moment of ['talk', 'inputs', 'reflection'] as const) {
      const tour = tourOf(documentsOf({ moment }));
      expect(tourFigures(tour)).toMatchObject({ met: 36, never: 0, pairs: 36, perfect: true });
      expect(strangers(tour, meetings(tour))).toEqual([]);
    }
  });

  test('move their figures with a single seat', () => {
    const documents = documentsOf({ moment: 'talk', planned: 1 });
    const { staff } = documents;
    const round = staff.seating['round-1'];
    if (!round) throw new Error('no round');
    const all = {
      ...round,
      seats: Object.fromEntries(Object.keys(round.seats).map((id) => [id, round.order[0] as RoomId])),
    };
    const before = tourFigures(tourOf(documents));
    const after = tourFigures(
      tourOf({ ...documents, staff: { ...staff, seating: { ...staff.seating, 'round-1': all } } }),
    );
    expect([before?.met, after?.met]).toEqual([16, 36]);
  });

  test('tell whom each person misses, the longest list first', () => {
    const tour = tourOf(documentsOf({ moment: 'talk', planned: 1 }));
    const lists = strangers(tour, meetings(tour));
    expect(lists).toHaveLength(9);
    expect(lists[0]?.misses).toHaveLength(5);
    expect(lists.at(-1)?.misses).toHaveLength(4);
    expect(lists.every(({ guest, misses }) => !misses.includes(guest.name))).toBe(true);
  });

  test('[RO-20] are planned anew, or improved once something is planned; not without a round that takes new groups', () => {
    const [id, planned, open] = [
      'r' as RequestId,
      modelOf({ moment: 'talk' }),
      modelOf({ moment: 'talk', planned: 0 }),
    ];
    expect(planned.planAll?.(id, 4)).toEqual({ type: 'ask-rotation', requestId: 'r', seed: 4, method: 'anew' });
    expect(planned.improve?.(id, 4)).toMatchObject({ method: 'improve' });
    expect(open.planAll).toBeDefined();
    expect(open.improve).toBeUndefined();
    expect(open.figures).toBeUndefined();
    expect(modelOf({ moment: 'reflection' }).planAll).toBeUndefined();
  });
});

describe('a proposal', () => {
  test('[RO-23] shows what it is worth against what there is, and every seat that changes', () => {
    const { proposal } = modelOf({
      moment: 'talk',
      planned: 1,
      proposal: proposing({ method: 'anew', by: seat('frieda') }),
    });
    expect(proposal).toMatchObject({
      ...{ byHouse: false, rounds: { first: 1, last: 3 } },
      state: { kind: 'plan', before: 16, figures: { met: 36 }, improving: false },
      accept: { type: 'accept-rotation', requestId: 'wish', basis: 'here' },
      dismiss: { type: 'dismiss-rotation', requestId: 'wish' },
    });
    const changes = proposal?.state.kind === 'plan' ? proposal.state.changes : [];
    expect(changes.filter(({ round }) => round === 'Round 2')).toHaveLength(9);
    expect(changes.find(({ round }) => round === 'Round 2')).toMatchObject({ from: undefined });
  });

  test('[RO-26] names who is missing in the next round and who has come', () => {
    const literal: LiteralRotation = { moment: 'talk', away: ['Ben'], proposal: proposing({ method: 'attendance' }) };
    const { session, you, staff, facilitators } = literalRotation(literal);
    if (!staff) throw new Error('Frieda is staff');
    const seating = Object.fromEntries(
      Object.entries(staff.seating).map(
        ([
          id,
          {
            seats: { cem: _come, ...seats },
            ...round
          },
        ]) => [id, { ...round, seats }],
      ),
    );
    const { proposal } = rotationModel(session, you, { ...staff, seating } as typeof staff, facilitators);
    expect(proposal).toMatchObject({ byHouse: true, method: 'attendance', missing: ['Ben'], newcomers: ['Cem'] });
  });

  test('[RO-26] is compared with what is left of the seating without whoever is missing', () => {
    const metBefore = (away: readonly string[]) => {
      const { proposal } = modelOf({ moment: 'talk', away, proposal: proposing({ method: 'attendance' }) });
      return proposal?.state.kind === 'plan' ? proposal.state.before : undefined;
    };
    expect(metBefore([])).toBe(36);
    expect(metBefore(['Ben'])).toBeLessThan(36);
  });

  test('[RO-24] that is outdated cannot be accepted', () => {
    const { proposal } = modelOf({ moment: 'talk', proposal: proposing({ method: 'anew' }, { outdated: true }) });
    expect(proposal?.accept).toBeUndefined();
    expect(proposal?.dismiss).toBeDefined();
  });

  test('[RO-22, RO-27] may be none yet, or a conflict with the people it is about', () => {
    expect(modelOf({ moment: 'talk', proposal: workingOn() }).proposal?.state).toEqual({ kind: 'working' });
    const conflict = {
      kind: 'too-many-apart',
      seats: [seat('ada'), seat('ben')],
      tables: [],
      phaseId: 'round-2' as PhaseId,
    } as const;
    const { proposal } = modelOf({
      moment: 'talk',
      proposal: conflicting({ ...conflict, seats: [...conflict.seats], tables: [] }),
    });
    expect(proposal?.state).toMatchObject({ kind: 'conflict', names: ['Ada', 'Ben'], round: 'Round 2' });
    expect(proposal?.accept).toBeUndefined();
  });
});
