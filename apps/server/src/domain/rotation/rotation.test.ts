import { planRotation } from '@werkraum/planning/rotation';
import type {
  FacilitatorsView,
  PhaseId,
  RequestId,
  RoomId,
  RotationFinding,
  RotationMethod,
  RuleId,
  SeatingRule,
  SessionPlan,
} from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { entries, ids, values } from '../records.ts';
import { slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import {
  arrivedAt,
  assembled,
  drafted,
  HOUSE,
  idOf,
  minutes,
  PARTICIPANTS,
  phase,
  seat,
  type Workshop,
} from '../testing/workshop.ts';
import { attendanceGap } from './attendance.ts';
import { findingOf } from './finding.ts';
import { rotationQuestion } from './question.ts';

const frieda = seat('Frieda');
const [round1, round2, round3] = ['round-1', 'round-2', 'round-3'].map(phase) as [PhaseId, PhaseId, PhaseId];
const wish = (name = 'wish') => name as RequestId;
const rejected = (rejection: string) => ({ ok: false, rejection });
const seatsIn = ({ session }: Workshop, phaseId: PhaseId) => session.breakouts.rounds[phaseId]?.seats ?? {};
const rotationOf = ({ session }: Workshop) =>
  (slices(session).documents.get('facilitators') as FacilitatorsView).rotation;

/** Before the doors open, with the facilitator there. */
const prepared = (...plan: Parameters<typeof drafted>) =>
  drafted(...plan).doing({ type: 'arrive', seatId: idOf('Frieda') }, HOUSE, 0);

const ask = (workshop: Workshop, method: RotationMethod = 'anew', now = 1, requestId = wish()) =>
  workshop.doing({ type: 'ask-rotation', requestId, seed: 4, method }, frieda, now);

/** The house has the planner work to the end and puts what it found on the table. */
function found(workshop: Workshop, now = 2): Workshop {
  const { request } = workshop.session.rotation;
  const question = request && rotationQuestion(workshop.session, request);
  if (!request || !question) throw new Error('nothing is asked');
  const work = planRotation(question.task);
  let step = work.next();
  while (!step.done) step = work.next();
  const { requestId } = request;
  const finding = findingOf(question, step.value);
  return workshop.doing(
    { type: 'propose-rotation', requestId, basis: question.basis, finding, done: true },
    HOUSE,
    now,
  );
}

function accepted(workshop: Workshop, now = 3): Workshop {
  const { requestId, proposal } = workshop.session.rotation.request ?? {};
  if (!requestId || !proposal) throw new Error('nothing is proposed');
  return workshop.doing({ type: 'accept-rotation', requestId, basis: proposal.basis }, frieda, now);
}

const rule = (workshop: Workshop, said: SeatingRule, name = JSON.stringify(said).length.toString()) =>
  workshop.doing({ type: 'add-seating-rule', ruleId: `rule-${name}` as RuleId, rule: said }, frieda, 1);

const togetherIn = (workshop: Workshop, one: string, other: string) =>
  [round1, round2, round3].filter((round) => {
    const seats = seatsIn(workshop, round);
    return seats[idOf(one)] !== undefined && seats[idOf(one)] === seats[idOf(other)];
  });

describe('a proposal', () => {
  test('[RO-20, RO-23] seats everybody in all rounds to come, so that all nine meet', () => {
    const planned = accepted(found(ask(prepared())));
    for (const round of [round1, round2, round3]) {
      expect(ids(seatsIn(planned, round)).toSorted()).toEqual(PARTICIPANTS.map(idOf));
      expect(planned.session.breakouts.rounds[round]?.planned).toBe(true);
    }
    const strangers = PARTICIPANTS.flatMap((a, at) =>
      PARTICIPANTS.slice(at + 1).filter((b) => togetherIn(planned, a, b).length === 0),
    );
    expect(strangers).toEqual([]);
    expect(planned.session.rotation.request).toBeUndefined();
  });

  test('[RO-28] stands in the document of facilitators and in no other', () => {
    const proposed = found(ask(prepared()));
    expect(rotationOf(proposed)).toMatchObject({
      proposal: { method: 'anew', by: 'frieda', found: { done: true, outdated: false, finding: { kind: 'plan' } } },
    });
    for (const [audience, document] of slices(proposed.session).documents)
      if (audience !== 'facilitators') expect(document).not.toHaveProperty('rotation');
  });

  test('[RO-24] for another state than there is now is outdated, and cannot be accepted', () => {
    const proposed = found(ask(prepared()));
    const basis = proposed.session.rotation.request?.proposal?.basis ?? '';
    const moved = proposed.doing(
      { type: 'assign-seat', phaseId: round2, seatId: idOf('Ada'), roomId: 'round-2-b' as RoomId },
      seat('Frieda'),
      4,
    );
    expect(rotationOf(moved).proposal?.found?.outdated).toBe(true);
    const accept = { type: 'accept-rotation', requestId: wish(), basis } as const;
    expect(moved.when(accept, frieda, 5)).toEqual(rejected('proposal-outdated'));
    expect(moved.when({ ...accept, requestId: wish('other') }, frieda, 5)).toEqual(rejected('no-proposal'));
    expect(found(moved).when(accept, frieda, 6)).toEqual(rejected('proposal-outdated'));
    expect(accepted(found(moved)).session.rotation.request).toBeUndefined();
  });

  test('[RO-24] that answers a question nobody asks any more changes nothing', () => {
    const asked = ask(prepared());
    const question = rotationQuestion(asked.session, { method: 'anew', seed: 4 });
    const finding: RotationFinding = { kind: 'conflict', conflict: { kind: 'sizes', seats: [], tables: [] } };
    const late = { type: 'propose-rotation', requestId: wish(), basis: 'old', finding, done: true } as const;
    expect(asked.when(late, HOUSE, 2)).toEqual({ ok: true, facts: [] });
    expect(asked.when({ ...late, basis: question?.basis ?? '', requestId: wish('x') }, HOUSE, 2)).toEqual({
      ok: true,
      facts: [],
    });
    expect(asked.when(late, frieda, 2)).toEqual(rejected('malformed-command'));
  });

  test('[RO-23] is accepted once, by whoever of two facilitators comes first', () => {
    const proposed = found(ask(prepared()));
    const basis = proposed.session.rotation.request?.proposal?.basis ?? '';
    const again = accepted(proposed).when({ type: 'accept-rotation', requestId: wish(), basis }, frieda, 9);
    expect(again).toEqual({ ok: true, facts: [] });
  });

  test('[RO-25] rounds that are over or running stay as they are, and count', () => {
    const running = arrivedAt('round-1');
    const held = seatsIn(running, round1);
    const planned = accepted(found(ask(running)));
    expect(seatsIn(planned, round1)).toEqual(held);
    expect(ids(seatsIn(planned, round3))).toHaveLength(9);
  });

  test('[RO-25] a round with the same groups as the one before follows it, others than new ones stay as they are', () => {
    const mixed = (plan: SessionPlan): SessionPlan => ({
      ...plan,
      phases: plan.phases.map((each) =>
        each.kind === 'breakout-round' && each.id !== round1
          ? { ...each, round: { ...each.round, groups: each.id === round2 ? 'same' : 'by-hand' } }
          : each,
      ),
    });
    const planned = accepted(found(ask(prepared(mixed))));
    const letters = (round: PhaseId) => entries(seatsIn(planned, round)).map(([id, room]) => [id, room.at(-1)]);
    expect(letters(round2)).toEqual(letters(round1));
    expect(seatsIn(planned, round3)).toEqual({});
  });

  test('[RO-20] without a round to come that takes new groups there is nothing to plan', () => {
    const askNow = { type: 'ask-rotation', requestId: wish(), seed: 1, method: 'anew' } as const;
    expect(arrivedAt('round-3').when(askNow, frieda, 1)).toEqual(rejected('nothing-to-plan'));
    expect(prepared(undefined, ['Ada']).when(askNow, frieda, 1)).toEqual(rejected('nothing-to-plan'));
  });

  test('[RO-20] the opening of a round takes what was proposed before off the table', () => {
    const opened = found(ask(arrivedAt('talk'))).doing({ type: 'advance-phase', phaseId: phase('talk') }, frieda, 5);
    expect(opened.session.rotation.request).toBeUndefined();
  });
});

describe('rules', () => {
  const A = 'round-2-a' as RoomId;

  test('[RO-21] keep together, keep apart, lock a seat and let a host stay', () => {
    const ruled = rule(
      rule(
        rule(rule(prepared(), { kind: 'together', seats: [idOf('Ada'), idOf('Ben')] }), {
          kind: 'apart',
          seats: [idOf('Cem'), idOf('Dora')],
        }),
        { kind: 'pin', phaseId: round2, seatId: idOf('Emil'), roomId: A },
      ),
      { kind: 'host', seatId: idOf('Salma'), table: 1 },
    );
    expect(seatsIn(ruled, round2)[idOf('Emil')]).toBe(A);
    const planned = accepted(found(ask(ruled)));
    expect(togetherIn(planned, 'Ada', 'Ben')).toHaveLength(3);
    expect(togetherIn(planned, 'Cem', 'Dora')).toHaveLength(0);
    expect(seatsIn(planned, round2)[idOf('Emil')]).toBe(A);
    expect([round1, round2, round3].map((round) => seatsIn(planned, round)[idOf('Salma')])).toEqual([
      'round-1-b',
      'round-2-b',
      'round-3-b',
    ]);
  });

  test('[RO-27] that contradict each other come back as a conflict with the people it is about', () => {
    const seats = [idOf('Ada'), idOf('Ben')];
    const both = rule(rule(prepared(), { kind: 'together', seats }, 'a'), { kind: 'apart', seats }, 'b');
    expect(found(ask(both)).session.rotation.request?.proposal?.finding).toMatchObject({
      kind: 'conflict',
      conflict: { kind: 'together-apart', seats },
    });
    const basis = found(ask(both)).session.rotation.request?.proposal?.basis ?? '';
    expect(found(ask(both)).when({ type: 'accept-rotation', requestId: wish(), basis }, frieda, 9)).toEqual(
      rejected('no-proposal'),
    );
  });

  test('[RO-21] stand beside each other, vanish with the people they are about, and are dropped', () => {
    const group = { kind: 'apart', seats: ['Ada', 'Ben', 'Cem'].map(idOf) } as const;
    const two = rule(
      rule(assembled(), { ...group, seats: [...group.seats] }, 'one'),
      { kind: 'together', seats: [idOf('Ada'), idOf('Emil')] },
      'two',
    );
    const without = two.doing({ type: 'remove-person', seatId: idOf('Ada') }, frieda, 2);
    expect(values(without.session.rotation.rules)).toEqual([{ kind: 'apart', seats: [idOf('Ben'), idOf('Cem')] }]);
    const none = without.doing({ type: 'drop-seating-rule', ruleId: 'rule-one' as RuleId }, frieda, 3);
    expect(none.session.rotation.rules).toEqual({});
    expect(none.when({ type: 'drop-seating-rule', ruleId: 'rule-one' as RuleId }, frieda, 4)).toEqual({
      ok: true,
      facts: [],
    });
  });

  test('[RO-21] are refused about nobody, about a table there is not, about a round that runs', () => {
    const add = (workshop: Workshop, said: SeatingRule) =>
      workshop.when({ type: 'add-seating-rule', ruleId: 'r' as RuleId, rule: said }, frieda, 1);
    const pin = { kind: 'pin', phaseId: round1, seatId: idOf('Ada'), roomId: 'round-1-a' as RoomId } as const;
    expect(add(prepared(), { kind: 'host', seatId: idOf('Nobody'), table: 0 })).toEqual(rejected('no-such-person'));
    expect(add(prepared(), { ...pin, roomId: 'round-1-z' as RoomId })).toEqual(rejected('no-such-table'));
    expect(add(prepared(), { ...pin, phaseId: phase('talk') })).toEqual(rejected('not-a-round'));
    expect(add(arrivedAt('round-1'), pin)).toEqual(rejected('round-already-begun'));
  });

  test('[RO-21] a locked seat that somebody moves by hand is locked no longer', () => {
    const pinned = rule(prepared(), { kind: 'pin', phaseId: round2, seatId: idOf('Ada'), roomId: A }, 'pin');
    const stays = pinned.doing({ type: 'assign-seat', phaseId: round2, seatId: idOf('Ben'), roomId: A }, frieda, 2);
    expect(ids(stays.session.rotation.rules)).toHaveLength(1);
    const moved = stays.doing(
      { type: 'assign-seat', phaseId: round2, seatId: idOf('Ada'), roomId: 'round-2-b' as RoomId },
      frieda,
      3,
    );
    expect(moved.session.rotation.rules).toEqual({});
  });
});

describe('somebody missing', () => {
  const planned = () => accepted(found(ask(arrivedAt('talk'))));
  const without = (name: string, workshop = planned()) =>
    workshop.doing({ type: 'leave', seatId: idOf(name) }, HOUSE, 5);
  const late = (workshop: Workshop, name = 'Zoe') =>
    workshop
      .doing({ type: 'invite-person', seatId: idOf(name), name, role: 'participant', linkHash: name }, frieda, 6)
      .doing({ type: 'arrive', seatId: idOf(name) }, HOUSE, 6);

  test('[RO-26] in the next round, and somebody without a chair in it, are seen only where a seating is planned', () => {
    expect(attendanceGap(planned().session)).toBeUndefined();
    expect(attendanceGap(late(without('Ben')).session)).toMatchObject({
      phaseId: round1,
      missing: [idOf('Ben')],
      newcomers: [idOf('Zoe')],
    });
    expect(attendanceGap(late(without('Ben', arrivedAt('talk'))).session)).toBeUndefined();
    expect(attendanceGap(late(without('Ben', accepted(found(ask(arrivedAt('intro')))))).session)).toBeUndefined();
  });

  test('[RO-26] gives up their chair in the next round, keeps it in later ones, and newcomers are seated in all', () => {
    const gap = late(without('Ben'));
    const request = { type: 'ask-rotation', requestId: wish('house'), seed: 1, method: 'attendance' } as const;
    const solved = accepted(found(gap.doing(request, HOUSE, 7)));
    expect(seatsIn(solved, round1)[idOf('Ben')]).toBeUndefined();
    expect(seatsIn(solved, round2)[idOf('Ben')]).toBeDefined();
    for (const round of [round1, round2, round3]) expect(seatsIn(solved, round)[idOf('Zoe')]).toBeDefined();
    expect(attendanceGap(solved.session)).toBeUndefined();
  });

  test('[RO-26] is not asked about again once a facilitator left it as it is', () => {
    const request = { type: 'ask-rotation', requestId: wish('house'), seed: 1, method: 'attendance' } as const;
    const asked = found(without('Ben').doing(request, HOUSE, 7));
    expect(rotationOf(asked).proposal?.by).toBeUndefined();
    const left = asked.doing({ type: 'dismiss-rotation', requestId: wish('house') }, frieda, 8);
    expect(left.session.rotation.left).toBe(attendanceGap(left.session)?.key);
    const taken = asked.doing({ type: 'dismiss-rotation', requestId: wish('house') }, HOUSE, 8);
    expect(taken.session.rotation.left).toBeUndefined();
  });

  test('[RO-26] the house never takes a facilitator’s own wish off the table', () => {
    const own = ask(without('Ben'), 'improve', 7, wish('own'));
    const request = { type: 'ask-rotation', requestId: wish('house'), seed: 1, method: 'attendance' } as const;
    expect(own.when(request, HOUSE, 9)).toEqual({ ok: true, facts: [] });
  });
});

test(
  '[RO-24] whatever people press, a plan that is accepted seats only people there are, at tables there are',
  () => {
    holds((_before, facts, after) => {
      for (const fact of facts) {
        if (fact.type !== 'rotation-accepted') continue;
        for (const [phaseId, seats] of entries(fact.rounds)) {
          const rooms = after.breakouts.rounds[phaseId]?.tables.map(({ roomId }) => roomId) ?? [];
          for (const [seatId, roomId] of entries(seats ?? {})) {
            expect(after.people.seats[seatId]).toBeDefined();
            expect(rooms).toContain(roomId);
          }
        }
      }
    });
  },
  minutes(1),
);
