import type { PhaseId, Reply, RequestId, RoomId, SessionId } from '@werkraum/protocol';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../adapters/memory/fake-clock.ts';
import { createPlannerInProcess } from '../adapters/planning/in-process.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { rotationQuestion } from '../domain/rotation/question.ts';
import type { Actor, AnyCommand, Session } from '../domain/session.ts';
import {
  arrivedAt,
  assembled,
  HOUSE,
  idOf,
  minutes,
  phase,
  seat,
  seconds,
  type Workshop,
} from '../domain/testing/workshop.ts';
import type { RotationPlanner } from '../ports/rotation-planner.ts';
import { createRotationDesk } from './rotation-desk.ts';

const ID = 'model' as SessionId;
const frieda = seat('Frieda');
const round1 = phase('round-1') as PhaseId;
const ASK = { type: 'ask-rotation', requestId: 'wish' as RequestId, seed: 3, method: 'anew' } as const;

/** One session with a desk beside it, and a house that does what it is told at once. */
function givenDesk(workshop: Workshop, planner: RotationPlanner = createPlannerInProcess({ steps: 40 })) {
  let { session } = workshop;
  let refusing = false;
  const faults: unknown[] = [];
  const clock = createFakeClock(0, async () => {
    await planner.idle();
    await new Promise((resolve) => setImmediate(resolve));
    await planner.idle();
  });
  const handle = async (_id: SessionId, command: AnyCommand, actor: Actor): Promise<Reply> => {
    if (refusing) return { ok: false, rejection: 'not-saving' };
    const decision = decide(session, command, { actor, now: clock.now() });
    if (!decision.ok) return decision;
    session = decision.facts.reduce<Session>(evolve, session);
    if (decision.facts.length > 0) desk.watch(ID, session);
    return { ok: true };
  };
  const create = () => createRotationDesk({ clock, planner, handle, report: (error) => void faults.push(error) });
  let desk = create();
  desk.watch(ID, session);
  onTestFinished(() => desk.stop());
  const does = async (command: AnyCommand, actor: Actor = frieda) => {
    expect(await handle(ID, command, actor)).toEqual({ ok: true });
    await clock.advance(0);
  };
  return {
    clock,
    faults,
    does,
    session: () => session,
    request: () => session.rotation.request,
    refuse(yes: boolean) {
      refusing = yes;
    },
    leaves: (name: string) => does({ type: 'leave', seatId: idOf(name) }, HOUSE),
    arrives: (name: string) => does({ type: 'arrive', seatId: idOf(name) }, HOUSE),
    /** What was under way is gone; what was written down is there. */
    async restart() {
      desk.forget(ID);
      desk = create();
      desk.watch(ID, session);
      await clock.advance(0);
    },
    async plans() {
      await does(ASK);
      const { requestId, proposal } = session.rotation.request ?? {};
      if (!requestId || !proposal) throw new Error('nothing was proposed');
      await does({ type: 'accept-rotation', requestId, basis: proposal.basis });
    },
  };
}

describe('what is asked', () => {
  test('[RO-22] is worked out and put on the table', async () => {
    const desk = givenDesk(assembled());
    await desk.does(ASK);
    expect(desk.request()?.proposal).toMatchObject({ done: true, finding: { kind: 'plan', figures: { met: 36 } } });
  });

  test('[RO-24] is worked out anew a second after something has changed', async () => {
    const desk = givenDesk(assembled());
    await desk.does(ASK);
    const before = desk.request()?.proposal?.basis;
    await desk.does({ type: 'assign-seat', phaseId: round1, seatId: idOf('Ada'), roomId: 'round-1-a' as RoomId });
    expect(desk.request()?.proposal?.basis).toBe(before);
    await desk.clock.advance(seconds(1));
    const { basis } = desk.request()?.proposal ?? {};
    expect(basis).toBe(rotationQuestion(desk.session(), ASK)?.basis);
    expect(basis).not.toBe(before);
  });

  test('[RO-22] is worked out after a restart', async () => {
    const asked = assembled().doing(ASK, frieda, 1);
    const desk = givenDesk(asked);
    await desk.restart();
    expect(desk.request()?.proposal?.done).toBe(true);
  });

  test('[RO-22] is worked out although the planner failed, or nothing could be saved', async () => {
    const planner = createPlannerInProcess();
    let fails = true;
    const desk = givenDesk(assembled(), {
      ...planner,
      plan(task, listener) {
        if (!fails) return planner.plan(task, listener);
        queueMicrotask(() => listener.failed(new Error('no thread')));
        return () => {};
      },
    });
    await desk.does(ASK);
    expect(desk.faults).toHaveLength(1);
    fails = false;
    desk.refuse(true);
    await desk.clock.advance(seconds(1));
    expect(desk.request()?.proposal).toBeUndefined();
    desk.refuse(false);
    await desk.clock.advance(seconds(1));
    expect(desk.request()?.proposal?.done).toBe(true);
  });

  test('[RO-20] is taken off the table when there is nothing left to plan', async () => {
    const desk = givenDesk(assembled());
    await desk.does(ASK);
    for (const phaseId of ['round-1', 'round-2', 'round-3'].map(phase)) {
      await desk.does({ type: 'set-groups', phaseId, groups: 'by-hand' });
    }
    expect(desk.request()).toBeUndefined();
  });
});

describe('[RO-26] somebody missing', () => {
  const atTheTalk = async () => {
    const desk = givenDesk(arrivedAt('talk'));
    await desk.plans();
    return desk;
  };

  test('is asked about after five seconds, not before', async () => {
    const desk = await atTheTalk();
    await desk.leaves('Ben');
    await desk.clock.advance(seconds(4));
    expect(desk.request()).toBeUndefined();
    await desk.clock.advance(seconds(1));
    expect(desk.request()).toMatchObject({ method: 'attendance', proposal: { done: true, finding: { kind: 'plan' } } });
    expect(desk.request()).not.toHaveProperty('by');
  });

  test('and back within five seconds is nobody missing; back later takes the proposal away', async () => {
    const desk = await atTheTalk();
    await desk.leaves('Ben');
    await desk.clock.advance(seconds(4));
    await desk.arrives('Ben');
    await desk.clock.advance(seconds(9));
    expect(desk.request()).toBeUndefined();
    await desk.leaves('Ben');
    await desk.clock.advance(seconds(5));
    expect(desk.request()).toBeDefined();
    await desk.arrives('Ben');
    expect(desk.request()).toBeUndefined();
  });

  test('is left alone once a facilitator said so, until somebody else is missing, and not more often than every ten seconds', async () => {
    const desk = await atTheTalk();
    await desk.leaves('Ben');
    await desk.clock.advance(seconds(5));
    const { requestId } = desk.request() ?? {};
    if (!requestId) throw new Error('nothing was asked');
    await desk.does({ type: 'dismiss-rotation', requestId });
    await desk.clock.advance(seconds(1));
    expect(desk.request()).toBeUndefined();
    await desk.leaves('Cem');
    await desk.clock.advance(seconds(8));
    expect(desk.request()).toBeUndefined();
    await desk.clock.advance(seconds(1));
    expect(desk.request()).toBeDefined();
  });

  test('is not asked about in the first minute, while people come in', async () => {
    const desk = givenDesk(
      arrivedAt('intro', 0, (plan) => ({ ...plan, phases: plan.phases.filter(({ id }) => id !== 'talk') })),
    );
    await desk.plans();
    await desk.leaves('Ben');
    await desk.clock.advance(seconds(59));
    expect(desk.request()).toBeUndefined();
    await desk.clock.advance(seconds(1));
    expect(desk.request()).toBeDefined();
  });

  test('is asked about after a restart', async () => {
    const desk = await atTheTalk();
    await desk.leaves('Ben');
    await desk.restart();
    await desk.clock.advance(seconds(5));
    expect(desk.request()?.method).toBe('attendance');
  });
});

test('what ended needs no desk, and nothing waits for it', async () => {
  const desk = givenDesk(arrivedAt('talk'));
  await desk.plans();
  await desk.leaves('Ben');
  await desk.does({ type: 'end-session' });
  expect(desk.clock.waiting()).toEqual([]);
  await desk.clock.advance(minutes(1));
  expect(desk.request()).toBeUndefined();
});
