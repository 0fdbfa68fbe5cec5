import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fit, fitToLength, type PhaseToFit, replan, replans, STRATEGIES } from './replan.ts';

const MINUTE = 60_000;
const min = (count: number): number => count * MINUTE;
const item = (id: string, planned: number, least: number, more: Partial<PhaseToFit> = {}): PhaseToFit => ({
  ...{ id, plannedMs: min(planned), minMs: min(least) },
  ...more,
});
const minutesOf = ({ phases }: Fit) => Object.fromEntries(phases.map(({ id, plannedMs }) => [id, plannedMs / MINUTE]));

/** What is to come in the middle of round 2 of the model workshop. */
const AHEAD = [item('round-3', 20, 12), item('break', 5, 5), item('reflection', 15, 10)];

describe('taking time', () => {
  test('[AG-12] spread: each gives in proportion to what it can', () => {
    expect(minutesOf(fitToLength(AHEAD, min(32), 'spread'))).toEqual({ 'round-3': 15, break: 5, reflection: 12 });
  });

  test('[AG-12] next: the nearest gives first, the others when it has nothing left', () => {
    expect(minutesOf(fitToLength(AHEAD, min(34), 'next'))).toEqual({ 'round-3': 14, break: 5, reflection: 15 });
    expect(minutesOf(fitToLength(AHEAD, min(30), 'next'))).toEqual({ 'round-3': 12, break: 5, reflection: 13 });
  });

  test('[AG-12] longest: levels the longest down', () => {
    expect(minutesOf(fitToLength(AHEAD, min(36), 'longest'))).toEqual({ 'round-3': 16, break: 5, reflection: 15 });
    expect(minutesOf(fitToLength(AHEAD, min(32), 'longest'))).toEqual({ 'round-3': 14, break: 5, reflection: 13 });
  });

  test('[AG-12] drop: one phase goes, the shortest that is enough, and the rest keeps its length', () => {
    expect(fitToLength(AHEAD, min(36), 'drop')).toMatchObject({ dropped: ['break'], spareMs: min(1), shortMs: 0 });
    expect(fitToLength(AHEAD, min(30), 'drop').dropped).toEqual(['reflection']);
    expect(fitToLength(AHEAD, min(19), 'drop').dropped).toEqual(['round-3', 'break']);
  });

  test('[AG-12] drop: what is dear goes only when the rest is not enough', () => {
    const dear = AHEAD.map((phase) => ({ ...phase, dear: phase.id === 'reflection' }));
    expect(fitToLength(dear, min(30), 'drop').dropped).toEqual(['round-3']);
    expect(fitToLength(dear, min(10), 'drop').dropped).toEqual(['round-3', 'reflection']);
    expect(fitToLength(dear, min(20), 'spread').reliefs.map(({ id }) => id)).toEqual([
      'round-3',
      'reflection',
      'break',
    ]);
  });

  test('[AG-13] locked phases neither shrink nor go', () => {
    const locked = AHEAD.map((phase) => ({ ...phase, locked: phase.id !== 'break' }));
    for (const strategy of STRATEGIES) {
      const { phases } = fitToLength(locked, min(30), strategy);
      expect(phases).toEqual(expect.arrayContaining([{ id: 'round-3', plannedMs: min(20) }]));
      expect(phases).toEqual(expect.arrayContaining([{ id: 'reflection', plannedMs: min(15) }]));
    }
  });

  test('[AG-14] when nothing fits it says how much is missing and what dropping each phase would bring', () => {
    const fit = fitToLength(AHEAD, min(20), 'spread');
    expect(fit).toMatchObject({ shortMs: min(7), totalMs: min(27) });
    expect(fit.reliefs).toEqual([
      { id: 'reflection', givesMs: min(15), shortMs: 0 },
      { id: 'round-3', givesMs: min(20), shortMs: 0 },
      { id: 'break', givesMs: min(5), shortMs: min(2) },
    ]);
  });

  test('[AG-12] lengths are whole minutes but for one that takes the odd rest', () => {
    const odd = fitToLength(AHEAD, min(32) + 17_000, 'spread').phases.filter(({ plannedMs }) => plannedMs % MINUTE);
    expect(odd).toEqual([{ id: 'round-3', plannedMs: min(15) + 17_000 }]);
  });

  test('[AG-12] an agenda rehearsed in seconds is fitted in seconds', () => {
    const seconds = AHEAD.map((phase) => ({
      ...phase,
      plannedMs: phase.plannedMs / 60,
      minMs: phase.minMs / 60,
    }));
    expect(fitToLength(seconds, 32_000, 'spread').phases.map(({ plannedMs }) => plannedMs)).toEqual([
      15_000, 5_000, 12_000,
    ]);
  });

  test('[AG-15] a round whose inputs no longer fit is named', () => {
    const round = item('round-3', 20, 10, { neededMs: min(12) });
    expect(fitToLength([round], min(12), 'next').squeezed).toEqual([]);
    expect(fitToLength([round], min(11), 'next').squeezed).toEqual(['round-3']);
    expect(fitToLength([{ ...round, plannedMs: min(11) }], min(10), 'next').squeezed).toEqual([]);
  });
});

describe('giving time back', () => {
  const shrunk = [
    item('round-3', 12, 12, { wishMs: min(20) }),
    item('break', 5, 5, { wishMs: min(5) }),
    item('reflection', 11, 10, { wishMs: min(15) }),
  ];

  test('[AG-16] phases grow back towards what they were, and no further', () => {
    expect(minutesOf(fitToLength(shrunk, min(34), 'spread'))).toEqual({ 'round-3': 16, break: 5, reflection: 13 });
    expect(minutesOf(fitToLength(shrunk, min(34), 'next'))).toEqual({ 'round-3': 18, break: 5, reflection: 11 });
    expect(minutesOf(fitToLength(shrunk, min(34), 'longest'))).toEqual({ 'round-3': 17, break: 5, reflection: 12 });
    expect(fitToLength(shrunk, min(60), 'spread')).toMatchObject({ totalMs: min(40), spareMs: min(20) });
  });

  test('[AG-16] while a session is designed there is no such limit', () => {
    expect(minutesOf(fitToLength(AHEAD, min(80), 'spread'))).toEqual({ 'round-3': 40, break: 10, reflection: 30 });
  });
});

describe('a session that runs', () => {
  const situation = (lateMs: number) => ({ freeAt: lateMs, until: min(40), ahead: AHEAD });

  test('[AG-12] the end is met in whole minutes, with less than one to spare', () => {
    const plan = replan(situation(min(7) + 20_000), 'spread');
    expect(minutesOf(plan)).toEqual({ 'round-3': 15, break: 5, reflection: 12 });
    expect(plan).toMatchObject({ endsAt: min(39) + 20_000, spareMs: 40_000, shortMs: 0 });
  });

  test('[AG-12] where the minima leave no whole minute the last seconds are used', () => {
    const ahead = [item('round-3', 20, 12), item('reflection', 20, 15.5)];
    const plan = replan({ freeAt: min(12) + 20_000, until: min(40), ahead }, 'spread');
    expect(plan).toMatchObject({ endsAt: min(40), spareMs: 0, shortMs: 0 });
  });

  test('[AG-14] past the end the missing time is counted from the end', () => {
    expect(replan(situation(min(50)), 'spread')).toMatchObject({ shortMs: min(37), endsAt: min(77) });
  });

  test('[AG-12] strategies that come to the same are shown once', () => {
    expect(replans(situation(min(8))).map(({ strategy }) => strategy)).toEqual(['spread', 'next', 'longest', 'drop']);
    expect(replans(situation(0)).map(({ strategy }) => strategy)).toEqual(['spread']);
  });
});

const phaseToFit = fc
  .record({
    plannedMs: fc.oneof(fc.integer({ min: 1, max: 480 }).map(min), fc.integer({ min: 1_000, max: min(60) })),
    least: fc.double({ min: 0, max: 1.2, noNaN: true }),
    locked: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  })
  .map(({ plannedMs, least, locked }) => ({ plannedMs, minMs: Math.round(plannedMs * least), locked }));
const anyPhases = fc
  .array(phaseToFit, { maxLength: 12 })
  .map((phases): PhaseToFit[] => phases.map((phase, at) => ({ id: `p${at}`, ...phase })));
const taking = fc.constantFrom('spread', 'next', 'longest' as const);
const anyStrategy = fc.constantFrom(...STRATEGIES);
const total = (phases: readonly { plannedMs: number }[]): number =>
  phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
/** A length between nothing and half as much again. */
const anyShare = fc.double({ min: 0, max: 1.5, noNaN: true });
const share = (phases: readonly PhaseToFit[], part: number): number => Math.round(total(phases) * part);

describe('whatever the agenda', () => {
  test('[AG-12] the sum is exact: what fits fits to the millisecond, and what does not is short by the difference', () => {
    fc.assert(
      fc.property(anyPhases, anyShare, anyStrategy, (phases, part, strategy) => {
        const fit = fitToLength(phases, share(phases, part), strategy);
        expect(fit.totalMs).toBe(total(fit.phases));
        expect(fit.totalMs - fit.shortMs + fit.spareMs).toBe(share(phases, part));
        expect(Math.min(fit.shortMs, fit.spareMs)).toBe(0);
        const stuck = phases.every(({ locked }) => locked);
        if (strategy !== 'drop' && !stuck) expect(fit.spareMs).toBe(0);
      }),
    );
  });

  test('[AG-13] minima and locks hold, lengths stay positive, nothing is lost or invented', () => {
    fc.assert(
      fc.property(anyPhases, anyShare, anyStrategy, (phases, part, strategy) => {
        const fit = fitToLength(phases, share(phases, part), strategy);
        const lengths = new Map(fit.phases.map(({ id, plannedMs }) => [id, plannedMs]));
        expect([...lengths.keys(), ...fit.dropped].sort()).toEqual(phases.map(({ id }) => id).sort());
        for (const phase of phases) {
          const after = lengths.get(phase.id);
          if (phase.locked) expect(after).toBe(phase.plannedMs);
          if (after === undefined) continue;
          expect(after).toBeGreaterThanOrEqual(Math.min(phase.plannedMs, Math.max(phase.minMs, 1_000)));
        }
      }),
    );
  });

  test('[AG-12] asking again changes nothing', () => {
    fc.assert(
      fc.property(anyPhases, anyShare, taking, (phases, part, strategy) => {
        const once = fitToLength(phases, share(phases, part), strategy);
        const again = phases.map((phase, at) => ({ ...phase, plannedMs: once.phases[at]?.plannedMs ?? 0 }));
        expect(fitToLength(again, share(phases, part), strategy).phases).toEqual(once.phases);
      }),
    );
  });

  test('[AG-12] less time never lengthens a phase', () => {
    fc.assert(
      fc.property(anyPhases, anyShare, anyShare, taking, (phases, one, other, strategy) => {
        const more = fitToLength(phases, share(phases, Math.max(one, other)), strategy).phases;
        const less = fitToLength(phases, share(phases, Math.min(one, other)), strategy).phases;
        for (const [at, { plannedMs }] of less.entries()) {
          expect(plannedMs).toBeLessThanOrEqual(more[at]?.plannedMs ?? 0);
        }
      }),
    );
  });

  test('[AG-16] with the time back, everything is as it was', () => {
    fc.assert(
      fc.property(anyPhases, fc.double({ min: 0, max: 1, noNaN: true }), taking, taking, (phases, part, down, up) => {
        const shrunk = fitToLength(phases, share(phases, part), down).phases;
        const asking = phases.map((phase, at) => ({
          ...{ ...phase, wishMs: phase.plannedMs },
          plannedMs: shrunk[at]?.plannedMs ?? 0,
        }));
        const back = fitToLength(asking, total(phases), up).phases;
        expect(back).toEqual(phases.map(({ id, plannedMs }) => ({ id, plannedMs })));
      }),
    );
  });

  test('[AG-12] a plan that made the longest phase short is looked at no more closely than it was made', () => {
    const ahead = [item('talk', 2, 0.5, { wishMs: min(2) }), item('round', 1.5, 0.5, { wishMs: min(1.5) })];
    const until = min(3.5) - 1_000;
    const plan = replan({ freeAt: 0, until, ahead }, 'longest');
    expect(minutesOf(plan)).toEqual({ talk: 1.5, round: 1.5 });
    const after = ahead.map((phase, at) => ({ ...phase, plannedMs: plan.phases[at]?.plannedMs ?? 0 }));
    expect(replan({ freeAt: 0, until, ahead: after }, 'longest').phases).toEqual(plan.phases);
  });

  test('[AG-12] a re-plan that can meet the end meets it, and applied it has nothing left to do', () => {
    fc.assert(
      fc.property(anyPhases, anyShare, taking, (phases, part, strategy) => {
        const asking = phases.map((phase) => ({ ...phase, wishMs: phase.plannedMs }));
        const until = share(phases, part);
        const plan = replan({ freeAt: 0, until, ahead: asking }, strategy);
        const least = fitToLength(asking, 0, strategy).totalMs;
        expect(plan.shortMs).toBe(Math.max(0, least - until));
        const after = asking.map((phase, at) => ({ ...phase, plannedMs: plan.phases[at]?.plannedMs ?? 0 }));
        expect(replan({ freeAt: 0, until, ahead: after }, strategy).phases).toEqual(plan.phases);
      }),
    );
  });
});
