import type { AgendaView, PhaseId, SeatView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { modelSession, type Scene } from '../../../gallery/model-session.ts';
import { extended, gist, offers, planSheet } from './plans.model.ts';

const MINUTE = 60_000;
const NO_WISH = { shiftMs: 0, moreMs: 0 };

/** The model workshop, in which the input talk ran four minutes over. */
const at = (scene: Scene) => {
  const { session, you, now } = modelSession({ you: 'frieda', ...scene });
  return { agenda: session.agenda, you, now };
};
const sheetAt = (scene: Scene, wish = NO_WISH) => {
  const { agenda, you, now } = at(scene);
  const sheet = planSheet(agenda, you, wish, now);
  if (!sheet) throw new Error('the session does not run');
  return sheet;
};
const changed = (agenda: AgendaView, ids: { [id: string]: object }): AgendaView => ({
  ...agenda,
  phases: Object.fromEntries(Object.entries(agenda.phases).map(([id, phase]) => [id, { ...phase, ...ids[id] }])),
});

describe('the strategies side by side', () => {
  test('four minutes behind, each way to meet the hard end, with a command that names what it replaces', () => {
    const { plans, target, before, grows } = sheetAt({ moment: 'inputs' });
    expect([target.kind, grows]).toEqual(['hardEnd', false]);
    expect(before.endsAt - target.at).toBe(4 * MINUTE);
    expect(plans.map(({ strategy }) => strategy)).toEqual(['spread', 'next', 'drop']);
    const next = plans.find(({ strategy }) => strategy === 'next');
    expect(next?.endsAt).toBe(target.at);
    expect(next?.command).toEqual({
      ...{ type: 'replan', phaseId: 'round-1', drop: [] },
      lengths: [{ phaseId: 'round-2', fromMs: 25 * MINUTE, plannedMs: 21 * MINUTE }],
    });
    expect(next?.segments.find(({ id }) => id === 'round-2')).toMatchObject({ ms: 21 * MINUTE, wasMs: 25 * MINUTE });
    const drop = plans.find(({ strategy }) => strategy === 'drop');
    expect(drop).toMatchObject({ dropped: ['Round 3'], spareMs: 16 * MINUTE });
  });

  test('strips share one scale, on which the end is marked', () => {
    const { plans, before, untilShare } = sheetAt({ moment: 'inputs' });
    expect(before.share).toBe(1);
    expect(untilShare).toBeLessThan(1);
    for (const { share, strategy } of plans) if (strategy !== 'drop') expect(share).toBeCloseTo(untilShare, 5);
  });

  test('more time for the running phase is part of the plan', () => {
    const { plans, target } = sheetAt({ moment: 'inputs' }, { shiftMs: 0, moreMs: 2 * MINUTE });
    const { agenda } = at({ moment: 'inputs' });
    const from = agenda.clock?.endsAt ?? 0;
    expect(plans[0]?.command).toMatchObject({ ends: { from, to: from + 2 * MINUTE } });
    expect(plans[0]?.endsAt).toBe(target.at);
  });

  test('in overtime more time counts from now', () => {
    const scene: Scene = { moment: 'inputs', elapsedMs: 27 * MINUTE };
    const { agenda, now } = at(scene);
    const { plans } = sheetAt(scene, { shiftMs: 0, moreMs: MINUTE });
    expect(plans[0]?.command).toMatchObject({ ends: { from: agenda.clock?.endsAt, to: now + MINUTE } });
  });

  test('on time nothing has to change', () => {
    const { plans, grows, reliefs } = sheetAt({ moment: 'intro' });
    expect({ plans, grows, reliefs }).toEqual({ plans: [], grows: true, reliefs: undefined });
  });

  test('a later end gives time back to phases that were shortened', () => {
    const { agenda, you, now } = at({ moment: 'inputs' });
    const short = changed(agenda, { 'round-2': { plannedMs: 15 * MINUTE } });
    const sheet = planSheet(short, you, NO_WISH, now);
    expect(sheet?.grows).toBe(true);
    expect(sheet?.plans[0]?.segments.find(({ id }) => id === 'round-2')).toMatchObject({ ms: 21 * MINUTE });
  });

  test('when nothing fits it says what is missing and what to take out', () => {
    const { plans, reliefs, target } = sheetAt({ moment: 'inputs' }, { shiftMs: -40 * MINUTE, moreMs: 0 });
    expect(target.kind).toBe('chosenEnd');
    expect(plans[0]?.shortMs).toBeGreaterThan(0);
    expect(reliefs?.[0]).toMatchObject({ title: expect.stringMatching(/^Round/), shortMs: expect.any(Number) });
    expect(reliefs?.[0]?.command).toMatchObject({ type: 'replan', drop: [reliefs?.[0]?.id] });
  });

  test('rounds whose inputs no longer fit are named', () => {
    const { agenda, you, now } = at({ moment: 'inputs' });
    const loose = changed(agenda, { 'round-2': { minMs: 5 * MINUTE }, 'round-3': { locked: true } });
    const sheet = planSheet(loose, you, { shiftMs: -12 * MINUTE, moreMs: 0 }, now);
    expect(sheet?.plans.find(({ strategy }) => strategy === 'next')?.squeezed).toEqual(['Round 2']);
  });

  test('who may not re-plan gets no command', () => {
    const { agenda, you, now } = at({ moment: 'inputs' });
    const nobody: SeatView = { ...you, may: [] };
    expect(planSheet(agenda, nobody, NO_WISH, now)?.plans.every(({ command }) => command === undefined)).toBe(true);
  });

  test('before the start and after the end there is nothing to re-plan', () => {
    for (const moment of ['doors-open', 'ended'] as const) {
      const { agenda, you, now } = at({ moment });
      expect(planSheet(agenda, you, NO_WISH, now)).toBeUndefined();
    }
  });
});

describe('in short', () => {
  test('what would shrink to meet the end', () => {
    const { agenda, now } = at({ moment: 'inputs' });
    expect(gist(agenda, now)).toMatchObject({ key: 'shrinks', endsAt: agenda.hardEndAt });
  });

  test('nothing, when all is well', () => {
    const { agenda, now } = at({ moment: 'intro' });
    expect(gist(agenda, now)).toBeUndefined();
  });

  test('how much is missing when it cannot be met', () => {
    const { agenda, now } = at({ moment: 'reflection', elapsedMs: 0 });
    expect(gist(agenda, now)).toMatchObject({ key: 'short', shortMs: 4 * MINUTE });
  });

  test('what an extension leads to', () => {
    const { agenda, now } = at({ moment: 'inputs' });
    expect(extended(agenda, now, 5 * MINUTE)?.pastMs).toBe(9 * MINUTE);
  });
});

describe('more time before tables close', () => {
  test('+1, +2, +5 take from the rest, so that the end stays', () => {
    const { agenda, you, now } = at({ moment: 'closing' });
    const all = offers(agenda, you, now);
    expect(all.map(({ minutes, laterMs }) => [minutes, laterMs])).toEqual([
      [1, 0],
      [2, 0],
      [5, 0],
    ]);
    for (const { minutes, changes, command } of all) {
      const given = changes.reduce((sum, { ms, wasMs = 0 }) => sum + wasMs - ms, 0);
      expect(given).toBe(minutes * MINUTE);
      const from = agenda.clock?.endsAt ?? 0;
      expect(command).toMatchObject({ type: 'replan', drop: [], ends: { from, to: from + minutes * MINUTE } });
    }
  });

  test('where nothing can give, the end moves and says so', () => {
    const { agenda, you, now } = at({ moment: 'closing' });
    const ids = agenda.order.filter((id: PhaseId) => agenda.phases[id]?.state === 'ahead');
    const stiff = changed(agenda, Object.fromEntries(ids.map((id) => [id, { locked: true }])));
    expect(offers(stiff, you, now)[1]).toMatchObject({ laterMs: 2 * MINUTE, pastHardEndMs: 6 * MINUTE, changes: [] });
  });
});
