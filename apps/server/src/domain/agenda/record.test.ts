import { SessionPlan, SessionRecord } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { values } from '../records.ts';
import { holds } from '../testing/anything.ts';
import { arrivedAt, drafted, minutes, phase, seat, seatedAt } from '../testing/workshop.ts';
import { planOf } from './plan.ts';
import { recordOf } from './record.ts';

const frieda = seat('Frieda');
const next = (id: string) => ({ type: 'advance-phase', phaseId: phase(id) }) as const;

test('[AG-21] planned and actual stand side by side, dropped phases last', () => {
  const { session } = arrivedAt('intro')
    .doing({ type: 'drop-phase', phaseId: phase('talk') }, frieda, minutes(2))
    .doing(next('intro'), frieda, minutes(18));
  const { phases, changes, plannedMs } = recordOf(session);
  expect(plannedMs).toBe(minutes(120));
  expect(phases.map(({ phaseId, fate }) => [phaseId, fate])).toEqual([
    ['intro', 'held'],
    ['round-1', 'running'],
    ['round-2', 'ahead'],
    ['round-3', 'ahead'],
    ['reflection', 'ahead'],
    ['talk', 'dropped'],
  ]);
  expect(phases[0]).toMatchObject({ originalMs: minutes(15), startedAt: 0, endedAt: minutes(18) });
  expect(changes).toEqual([{ type: 'dropped', at: minutes(2), by: 'frieda', phaseId: 'talk' }]);
});

test('[AG-21] each table has its times, its people and its turns, also when it was opened twice', () => {
  const round = seatedAt('round-1');
  const queue = values(round.session.turns.queues).find(({ phaseId }) => phaseId === 'round-1');
  const [turnId, roomId] = [queue?.order[0], queue?.roomId];
  if (!turnId || !roomId) throw new Error('no turns');
  const { session } = round
    .doing({ type: 'start-turn', roomId, turnId }, frieda, minutes(2))
    .doing({ type: 'end-turn', roomId, turnId }, frieda, minutes(3))
    .doing(next('round-1'), frieda, minutes(20))
    .doing({ type: 'undo-phase', phaseId: phase('round-2') }, frieda, minutes(21))
    .doing(next('round-1'), frieda, minutes(25));
  const record = recordOf(session).phases.find(({ phaseId }) => phaseId === 'round-1')?.round;
  expect(record?.opened).toEqual([
    { at: 0, closedAt: minutes(20) },
    { at: minutes(21), closedAt: minutes(25) },
  ]);
  expect(record?.tables.map(({ label }) => label)).toEqual(['A', 'B']);
  const counts = record?.tables.map(({ headcounts }) => headcounts);
  expect(counts?.map((both) => both.length)).toEqual([2, 2]);
  expect(counts?.flat().reduce((sum, count) => sum + count, 0)).toBe(18);
  const turn = record?.tables.flatMap(({ turns }) => turns).find(({ state }) => state === 'done');
  expect(turn).toMatchObject({ name: expect.stringMatching(/^[A-Z]/), grantedMs: minutes(2), usedMs: 52_000 });
});

test('[AG-21] a re-plan is kept with what it replaced', () => {
  const lengths = [{ phaseId: phase('reflection'), fromMs: minutes(15), plannedMs: minutes(12) }];
  const { session } = arrivedAt('intro').doing(
    { type: 'replan', phaseId: phase('intro'), lengths, drop: [phase('talk')] },
    frieda,
    minutes(1),
  );
  expect(recordOf(session).changes).toMatchObject([
    {
      type: 'replanned',
      lengths: [{ phaseId: 'reflection', fromMs: minutes(15), toMs: minutes(12) }],
      dropped: ['talk'],
    },
  ]);
});

test('[AG-22] the plan of now is the plan that was made, until something is changed', () => {
  const made = drafted((plan) => ({ ...plan, startsAt: 1_000 }));
  const { startsAt: _other, ...plan } = { ...planOf(drafted().session, 'planned'), startsAt: 0 };
  expect(planOf(made.session, 'planned')).toEqual(plan);
});

test('[AG-22] for the next workshop, phases may have the length they took', () => {
  const { session } = arrivedAt('intro')
    .doing(next('intro'), frieda, minutes(18) + 20_000)
    .doing(next('talk'), frieda, minutes(19))
    .doing({ type: 'set-tables', phaseId: phase('round-2'), tables: 3 }, frieda, minutes(20));
  const lengths = planOf(session, 'actual').phases.map(({ plannedMs }) => plannedMs / 1_000);
  expect(lengths).toEqual([18 * 60, 40, 25 * 60, 25 * 60, 20 * 60, 15 * 60]);
  const round = planOf(session, 'planned').phases.find(({ id }) => id === 'round-2');
  expect(round).toMatchObject({ round: { tables: 3 } });
});

test('[AG-21, AG-22] whatever happened, record and plan have the published shape', () => {
  holds((_before, _facts, after) => {
    expect(SessionRecord.safeParse(JSON.parse(JSON.stringify(recordOf(after)))).error).toBeUndefined();
    expect(SessionPlan.safeParse(JSON.parse(JSON.stringify(planOf(after, 'actual')))).error).toBeUndefined();
  }, 30);
});
