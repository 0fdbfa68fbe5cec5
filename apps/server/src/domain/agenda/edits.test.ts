import type { AgendaView, FacilitatorsView, PhaseChange, PhasePlan, Replan } from '@werkraum/protocol';
import { forecast } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { nextDeadline } from '../deadlines.ts';
import { mayTry } from '../permissions.ts';
import { seatOf } from '../seats.ts';
import { slices } from '../slices.ts';
import { standingOf } from '../standing.ts';
import {
  arrivedAt,
  assembled,
  type drafted,
  HOUSE,
  idOf,
  minutes,
  phase,
  seat,
  seatedAt,
  type Workshop,
} from '../testing/workshop.ts';
import { agendaInputs, agendaView } from './view.ts';

const frieda = seat('Frieda');
const view = ({ session }: Workshop): AgendaView => agendaView(agendaInputs(session));
const orderOf = (workshop: Workshop) => view(workshop).order;
const rejected = (rejection: string) => ({ ok: false, rejection });
const nothing = { ok: true, facts: [] };

const pause: PhasePlan = {
  ...{ id: phase('pause'), kind: 'break', title: 'Break', onTimeUp: 'hold' },
  ...{ plannedMs: minutes(10), minMs: minutes(5) },
};
const add = (item: PhasePlan, before?: string) =>
  ({ type: 'add-phase', phase: item, ...(before && { before: phase(before) }) }) as const;
const change = (id: string, what: PhaseChange) => ({ type: 'change-phase', phaseId: phase(id), change: what }) as const;
const move = (id: string, before?: string) =>
  ({ type: 'move-phase', phaseId: phase(id), ...(before && { before: phase(before) }) }) as const;
const drop = (id: string) => ({ type: 'drop-phase', phaseId: phase(id) }) as const;
const restore = (id: string, before?: string) =>
  ({ type: 'restore-phase', phaseId: phase(id), ...(before && { before: phase(before) }) }) as const;
const next = (id: string) => ({ type: 'advance-phase', phaseId: phase(id) }) as const;

describe('[AG-17] what has not begun can be changed', () => {
  test('a break is put in, and the agenda goes through it', () => {
    const round = arrivedAt('round-1').doing(add(pause, 'round-2'), frieda, minutes(1));
    expect(orderOf(round)).toEqual(['intro', 'talk', 'round-1', 'pause', 'round-2', 'round-3', 'reflection']);
    const resting = round.doing(next('round-1'), frieda, minutes(20));
    expect(view(resting).clock).toEqual({ phaseId: 'pause', startedAt: minutes(20), endsAt: minutes(30) });
    expect(view(resting.doing(next('pause'), frieda, minutes(30))).clock?.phaseId).toBe('round-2');
  });

  test('a change touches what it names and nothing else, so two people who change different things both succeed', () => {
    const both = arrivedAt('intro')
      .doing(change('talk', { title: 'Guest' }), frieda, 1)
      .doing(change('talk', { plannedMs: minutes(25) }), frieda, 2);
    expect(view(both).phases.talk).toMatchObject({ title: 'Guest', plannedMs: minutes(25), originalMs: minutes(20) });
  });

  test('texts are taken away with null, and a round keeps what is not named', () => {
    const changed = assembled()
      .doing(change('round-2', { question: null, topic: 'Tools', turns: null }), frieda, 1)
      .doing(change('round-2', { task: null }), frieda, 1);
    const round = changed.session.agenda.phases.find(({ id }) => id === 'round-2');
    expect(round).toMatchObject({ kind: 'breakout-round', round: { topic: 'Tools', tables: 2, groups: 'new' } });
    expect(round).not.toHaveProperty('task');
    expect(round).not.toHaveProperty('round.question');
    expect(round).not.toHaveProperty('round.turns');
    expect(assembled().when(change('talk', { topic: 'Tools' }), frieda, 1)).toEqual(rejected('not-a-round'));
  });

  test('what is so already changes nothing', () => {
    const workshop = assembled();
    expect(workshop.when(change('talk', { plannedMs: minutes(20), locked: false }), frieda, 1)).toEqual(nothing);
    expect(workshop.when(move('talk', 'round-1'), frieda, 1)).toEqual(nothing);
    expect(workshop.when(move('reflection'), frieda, 1)).toEqual(nothing);
    expect(workshop.when(restore('talk'), frieda, 1)).toEqual(nothing);
    const dropped = workshop.doing(drop('talk'), frieda, 1);
    expect(dropped.when(drop('talk'), frieda, 2)).toEqual(nothing);
  });

  test('what has begun stays as it is, and nothing is put before it', () => {
    const talk = arrivedAt('talk');
    for (const command of [change('intro', { title: 'x' }), move('talk'), drop('talk'), move('round-1', 'talk')]) {
      expect(talk.when(command, frieda, 1)).toEqual(rejected('phase-already-begun'));
    }
    expect(talk.when(add(pause, 'intro'), frieda, 1)).toEqual(rejected('phase-already-begun'));
    expect(talk.when(add(pause, 'nowhere'), frieda, 1)).toEqual(rejected('no-such-phase'));
    expect(talk.when(drop('nowhere'), frieda, 1)).toEqual(rejected('no-such-phase'));
  });

  test('a phase that was gone back from can be dropped', () => {
    const back = arrivedAt('talk').doing({ type: 'undo-phase', phaseId: phase('talk') }, frieda, 1);
    expect(view(back.doing(drop('talk'), frieda, 2)).order[1]).toBe('round-1');
  });

  test('rounds are numbered in their order', () => {
    const moved = assembled().doing(move('round-3', 'round-1'), frieda, 1);
    const { phases } = view(moved);
    expect(['round-3', 'round-1', 'round-2'].map((id) => phases[id]?.round?.number)).toEqual([1, 2, 3]);
  });

  test('a round that is put in gets its tables, and they open', () => {
    const extra: PhasePlan = {
      ...{ ...pause, id: phase('extra'), title: 'More' },
      ...{ kind: 'breakout-round', round: { topic: 'More', tables: 3, groups: 'new' } },
    };
    const added = arrivedAt('talk').doing(add(extra, 'round-1'), frieda, 1);
    const open = added.doing(next('talk'), frieda, 2);
    expect(open.session.breakouts.rounds[phase('extra')]).toMatchObject({ openings: 1, tables: { length: 3 } });
    expect(open.session.breakouts.open?.phaseId).toBe('extra');
  });

  test('a round that is dropped loses its tables and gets them back as they were, openings counted', () => {
    const planned = seatedAt('round-1').doing(next('round-1'), frieda, minutes(9));
    const back = planned.doing({ type: 'undo-phase', phaseId: phase('round-2') }, frieda, minutes(10));
    const before = back.session.breakouts.rounds[phase('round-2')];
    expect(before).toMatchObject({ openings: 1, planned: true });
    const without = back.doing(drop('round-2'), frieda, minutes(11));
    expect(without.session.breakouts.rounds).not.toHaveProperty('round-2');
    expect(
      without.when({ type: 'set-tables', phaseId: phase('round-2'), tables: 5 }, frieda, minutes(11)),
    ).toMatchObject({ ok: false });
    const again = without.doing(restore('round-2'), frieda, minutes(12));
    expect(again.session.breakouts.rounds[phase('round-2')]).toEqual(before);
    expect(orderOf(again)).toEqual(orderOf(back));
  });

  test('a dropped phase is named, and comes back where it was or where somebody wants it', () => {
    const without = arrivedAt('intro').doing(drop('talk'), frieda, 1).doing(drop('round-1'), frieda, 2);
    expect(view(without).dropped).toEqual([
      { phaseId: 'talk', kind: 'input-talk', title: 'Input talk', plannedMs: minutes(20), originalMs: minutes(20) },
      expect.objectContaining({ phaseId: 'round-1', kind: 'breakout-round' }),
    ]);
    const back = without.doing(restore('talk'), frieda, 3);
    expect(orderOf(back)).toEqual(['intro', 'talk', 'round-2', 'round-3', 'reflection']);
    expect(orderOf(back.doing(restore('round-1', 'reflection'), frieda, 4)).at(-2)).toBe('round-1');
  });

  test('an id is used once', () => {
    const without = assembled().doing(add(pause), frieda, 1).doing(drop('pause'), frieda, 1);
    expect(without.when(add(pause), frieda, 2)).toEqual(rejected('phase-exists'));
  });

  test('limits: sixty phases, a day, one phase at least, no phase below its minimum', () => {
    const full = assembled((plan) => ({
      ...plan,
      phases: Array.from({ length: 60 }, (_, at) => ({ ...pause, id: phase(`p${at}`) })),
    }));
    expect(full.when(add(pause), frieda, 1)).toEqual(rejected('too-many-phases'));
    expect(assembled().when(add({ ...pause, plannedMs: minutes(23 * 60) }), frieda, 1)).toEqual(
      rejected('agenda-too-long'),
    );
    const single = assembled((plan) => ({ ...plan, phases: [pause] }));
    expect(single.when(drop('pause'), frieda, 1)).toEqual(rejected('last-phase'));
    expect(single.when(change('pause', { plannedMs: minutes(4) }), frieda, 1)).toEqual(rejected('below-minimum'));
    expect(single.when(change('pause', { plannedMs: minutes(4), minMs: minutes(4) }), frieda, 1).ok).toBe(true);
  });

  test('a locked phase is neither re-timed nor dropped until it is unlocked; its name may change', () => {
    const locked = assembled().doing(change('talk', { locked: true }), frieda, 1);
    expect(view(locked).phases.talk?.locked).toBe(true);
    expect(locked.when(change('talk', { plannedMs: minutes(15) }), frieda, 2)).toEqual(rejected('phase-locked'));
    expect(locked.when(drop('talk'), frieda, 2)).toEqual(rejected('phase-locked'));
    expect(locked.when(change('talk', { title: 'Guest' }), frieda, 2).ok).toBe(true);
    expect(locked.when(change('talk', { plannedMs: minutes(15), locked: false }), frieda, 2).ok).toBe(true);
  });

  test('only facilitators change the agenda, and not after the end', () => {
    expect(assembled().when(drop('talk'), seat('Theo'), 1)).toEqual(rejected('facilitator-only'));
    const over = arrivedAt('reflection').doing({ type: 'end-session' }, frieda, 1);
    expect(over.when(drop('talk'), frieda, 2)).toEqual(rejected('session-already-ended'));
  });

  test('an automatic phase whose followers were all dropped is the last, and waits for people', () => {
    const plan = (id: string) => (workshop: Parameters<NonNullable<Parameters<typeof drafted>[0]>>[0]) => ({
      ...workshop,
      phases: workshop.phases.map((item) => (item.id === id ? { ...item, onTimeUp: 'advance' as const } : item)),
    });
    const last = arrivedAt('round-3', 0, plan('round-3'))
      .until(minutes(1))
      .doing(drop('reflection'), frieda, minutes(2));
    expect(nextDeadline(last.session)).toBeUndefined();
    expect(nextDeadline(last.doing(restore('reflection'), frieda, minutes(3)).session)?.at).toBe(minutes(19));
  });

  test('those who wait outside see the programme as it is now', () => {
    const knocked = assembled().doing(add(pause, 'talk'), frieda, 1);
    const waiting = knocked
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 2)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 2);
    const document = slices(waiting.session).documents.get(`seat:${idOf('Zoe')}`);
    expect(document).toMatchObject({
      lobby: { phases: expect.arrayContaining([expect.objectContaining({ title: 'Break' })]) },
    });
  });
});

/** Eight minutes behind in round 2 of the model workshop, whose hard end is after 120 minutes. */
const late = () => seatedAt('round-2', minutes(68));
const plan = (to: { [id: string]: number }, more: Partial<Replan> = {}): Replan => ({
  ...{ type: 'replan', phaseId: phase('round-2'), drop: [] },
  lengths: Object.entries(to).map(([id, planned]) => ({
    ...{ phaseId: phase(id), fromMs: minutes(id === 'reflection' ? 15 : 20) },
    plannedMs: minutes(planned),
  })),
  ...more,
});
const undo = (number = 1) => ({ type: 'undo-replan', number }) as const;
const seen = ({ session }: Workshop) => (slices(session).documents.get('facilitators') as FacilitatorsView).replanned;

describe('[AG-18] a plan is applied at once', () => {
  test('lengths, drops and the running deadline change together, in one fact', () => {
    const before = late();
    const command = plan(
      { 'round-3': 15 },
      { drop: [phase('reflection')], ends: { from: minutes(93), to: minutes(95) } },
    );
    const decision = before.when(command, frieda, minutes(80));
    expect(decision).toMatchObject({ ok: true, facts: [{ type: 'agenda-replanned' }] });
    const after = before.doing(command, frieda, minutes(80));
    expect(orderOf(after)).toEqual(['intro', 'talk', 'round-1', 'round-2', 'round-3']);
    expect(view(after).clock?.endsAt).toBe(minutes(95));
    expect(view(after).phases['round-3']).toMatchObject({ plannedMs: minutes(15), originalMs: minutes(20) });
  });

  test('behind is counted against the plan of the start: recovered time is no delay', () => {
    const replanned = (to: object) => late().doing(plan({ 'round-3': 15, reflection: 12, ...to }), frieda, minutes(80));
    const started = minutes(68);
    expect(view(late()).startedAt).toBe(started);
    expect(forecast(view(late()), minutes(80))?.behindMs).toBe(-minutes(60));
    expect(forecast(view(replanned({})), minutes(80))?.behindMs).toBe(-minutes(68));
  });

  test('figures that are no longer so refuse the whole', () => {
    const touched = late().doing(change('round-3', { plannedMs: minutes(19) }), frieda, minutes(80));
    expect(touched.when(plan({ 'round-3': 15 }), frieda, minutes(80))).toEqual(rejected('agenda-changed-meanwhile'));
    const extended = late().doing(
      { type: 'extend-phase', phaseId: phase('round-2'), byMs: 60_000 },
      frieda,
      minutes(80),
    );
    const ends = { ends: { from: minutes(93), to: minutes(95) } };
    expect(extended.when(plan({}, ends), frieda, minutes(80))).toEqual(rejected('agenda-changed-meanwhile'));
    expect(late().when({ ...plan({}), phaseId: phase('round-1') }, frieda, minutes(80))).toEqual(
      rejected('phase-already-ended'),
    );
  });

  test("a co-facilitator's other change is not lost", () => {
    const renamed = late().doing(change('round-3', { title: 'Outlook' }), frieda, minutes(80));
    const after = renamed.doing(plan({ 'round-3': 15 }), frieda, minutes(80));
    expect(view(after).phases['round-3']).toMatchObject({ title: 'Outlook', plannedMs: minutes(15) });
  });

  test('minima and locks are held against it, and what has begun', () => {
    expect(late().when(plan({ 'round-3': 11 }), frieda, minutes(80))).toEqual(rejected('below-minimum'));
    const locked = late().doing(change('round-3', { locked: true }), frieda, minutes(80));
    expect(locked.when(plan({ 'round-3': 15 }), frieda, minutes(80))).toEqual(rejected('phase-locked'));
    expect(locked.when(plan({}, { drop: [phase('round-3')] }), frieda, minutes(80))).toEqual(rejected('phase-locked'));
    expect(late().when(plan({ talk: 15 }), frieda, minutes(80))).toEqual(rejected('phase-already-begun'));
    expect(late().when(plan({ nowhere: 15 }), frieda, minutes(80))).toEqual(rejected('no-such-phase'));
  });

  test('a phase is named once', () => {
    const twice = plan({ 'round-3': 15 }, { drop: [phase('round-3')] });
    expect(late().when(twice, frieda, minutes(80))).toEqual(rejected('malformed-command'));
  });

  test('a plan that changes nothing is none', () => {
    expect(late().when(plan({ 'round-3': 20 }), frieda, minutes(80))).toEqual(nothing);
  });

  test('the deadline never moves into the past', () => {
    const cut = late().doing(plan({}, { ends: { from: minutes(93), to: minutes(70) } }), frieda, minutes(80));
    expect(view(cut).clock?.endsAt).toBe(minutes(80));
  });

  test('more time while tables close keeps them open, and who went back waits for their turn again', () => {
    const closing = late().doing(
      { type: 'close-tables', phaseId: phase('round-2'), inMs: 60_000 },
      frieda,
      minutes(80),
    );
    const after = closing.doing(plan({}, { ends: { from: minutes(93), to: minutes(95) } }), frieda, minutes(80));
    expect(after.session.breakouts.open?.state).toBe('open');
    expect(after.session.breakouts.open).not.toHaveProperty('closesAt');
  });

  test('alarms follow the new deadline', () => {
    const automatic = seatedAt('round-2', minutes(68), (workshop) => ({
      ...workshop,
      phases: workshop.phases.map((item) => (item.id === 'round-2' ? { ...item, onTimeUp: 'advance' as const } : item)),
    }));
    expect(nextDeadline(automatic.session)?.at).toBe(minutes(92));
    const after = automatic.doing(plan({}, { ends: { from: minutes(93), to: minutes(95) } }), frieda, minutes(80));
    expect(nextDeadline(after.session)?.at).toBe(minutes(94));
  });
});

describe('[AG-19] a re-plan can be taken back', () => {
  const planned = () =>
    late().doing(
      plan({ 'round-3': 15 }, { drop: [phase('reflection')], ends: { from: minutes(93), to: minutes(95) } }),
      frieda,
      minutes(80),
    );

  test('everything is as it was, order included', () => {
    const back = planned().doing(undo(), frieda, minutes(81));
    expect(back.session.agenda).toEqual({ ...late().session.agenda, edits: expect.any(Array) });
    expect(back.session.breakouts).toEqual(late().session.breakouts);
  });

  test('all facilitators see that it can be', () => {
    expect(seen(late())).toBeUndefined();
    expect(seen(planned())).toEqual({ number: 1, at: minutes(80), by: 'frieda' });
    expect(seen(planned().doing(undo(), frieda, minutes(81)))).toBeUndefined();
    const may = ({ session }: Workshop) => {
      const own = seatOf(session, idOf('Frieda'));
      return own && mayTry(standingOf(session, own), 'undo-replan');
    };
    expect([may(late()), may(planned())]).toEqual([false, true]);
  });

  test('once, and only the one that was seen', () => {
    const second = planned().doing(
      plan(
        { 'round-3': 14 },
        { lengths: [{ phaseId: phase('round-3'), fromMs: minutes(15), plannedMs: minutes(14) }] },
      ),
      frieda,
      minutes(81),
    );
    expect(second.when(undo(1), frieda, minutes(82))).toEqual(rejected('replan-over'));
    const back = second.doing(undo(2), frieda, minutes(82));
    expect(view(back).phases['round-3']?.plannedMs).toBe(minutes(15));
    expect(back.when(undo(2), frieda, minutes(83))).toEqual(rejected('replan-over'));
  });

  test('not once a phase it changed has begun', () => {
    const begun = planned().doing(next('round-2'), frieda, minutes(95));
    expect(begun.when(undo(), frieda, minutes(96))).toEqual(rejected('replan-over'));
    expect(seen(begun)).toBeUndefined();
  });

  test('what somebody has changed since stays as they left it', () => {
    const touched = planned()
      .doing(change('round-3', { plannedMs: minutes(17) }), frieda, minutes(81))
      .doing(restore('reflection'), frieda, minutes(81))
      .doing({ type: 'extend-phase', phaseId: phase('round-2'), byMs: minutes(3) }, frieda, minutes(82));
    const back = touched.doing(undo(), frieda, minutes(83));
    expect(view(back).phases['round-3']?.plannedMs).toBe(minutes(17));
    expect(orderOf(back)).toEqual(orderOf(late()));
    expect(view(back).clock?.endsAt).toBe(minutes(96));
  });
});
