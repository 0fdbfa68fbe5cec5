import type { PhaseChange, PhaseId, PhasePlan } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ids } from '../records.ts';
import type { AnyCommand, Session } from '../session.ts';
import { type Slices, slices } from '../slices.ts';
import { arrivedAt, fold, minutes, phase, seat, type Workshop } from '../testing/workshop.ts';

const frieda = seat('Frieda');

/** One press at the desk or the run sheet; positions count from the end of the agenda, where things can be changed. */
const step = fc.record({
  what: fc.constantFrom(
    ...([
      'add',
      'change',
      'move',
      'move',
      'drop',
      'drop',
      'restore',
      'restore',
      'replan',
      'replan',
      'undo-replan',
    ] as const),
    ...(['advance', 'undo'] as const),
  ),
  one: fc.nat({ max: 5 }),
  other: fc.nat({ max: 5 }),
  minutes: fc.integer({ min: 5, max: 40 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function commandOf({ agenda }: Session, { what, one, other, minutes: length }: Step, count: number): AnyCommand {
  const at = (back: number): PhaseId => agenda.phases.at(-1 - back)?.id ?? phase('none');
  const running = agenda.phases[agenda.running?.index ?? 0]?.id ?? phase('none');
  const before = other < 4 ? { before: at(other) } : {};
  switch (what) {
    case 'add':
      return { type: 'add-phase', phase: newPhase(`new-${count}`, one, length), ...before };
    case 'change':
      return { type: 'change-phase', phaseId: at(one), change: changeOf(one, length) };
    case 'move':
      return { type: 'move-phase', phaseId: at(one), ...before };
    case 'drop':
      return { type: 'drop-phase', phaseId: at(one) };
    case 'restore':
      return {
        type: 'restore-phase',
        phaseId: agenda.dropped.at(-1)?.phase.id ?? phase('none'),
        ...(one > 2 && before),
      };
    case 'replan': {
      const lengths = agenda.phases.slice(-1 - one).map(({ id, plannedMs }) => ({ phaseId: id, fromMs: plannedMs }));
      const planned = lengths.map((each) => ({ ...each, plannedMs: each.fromMs + minutes(other) }));
      const from = agenda.running?.endsAt ?? 0;
      return {
        ...{
          type: 'replan',
          phaseId: running,
          lengths: planned.slice(1),
          drop: planned.slice(0, 1).map(({ phaseId }) => phaseId),
        },
        ...(other > 2 && { ends: { from, to: from + minutes(other) } }),
      };
    }
    case 'undo-replan':
      return { type: 'undo-replan', number: agenda.replanned?.number ?? 1 };
    case 'advance':
      return { type: 'advance-phase', phaseId: running };
    case 'undo':
      return { type: 'undo-phase', phaseId: running };
  }
}

function newPhase(id: string, kind: number, length: number): PhasePlan {
  const base = { id: phase(id), title: id, plannedMs: minutes(length), minMs: 0, onTimeUp: 'hold' as const };
  if (kind < 3) return { ...base, kind: 'break' };
  return { ...base, kind: 'breakout-round', round: { topic: id, tables: kind, groups: 'new' } };
}

const changeOf = (one: number, length: number): PhaseChange =>
  one > 3 ? { locked: length % 2 === 0 } : { plannedMs: minutes(length), minMs: minutes(5) };

/** Presses one after another; what is refused changes nothing. */
function pressed(
  steps: readonly Step[],
  check: (before: Workshop, after: Workshop, command: AnyCommand) => void,
): void {
  let workshop = arrivedAt('talk', 0, undefined, ['Ada', 'Ben', 'Cem', 'Dora']);
  for (const [count, each] of steps.entries()) {
    const command = commandOf(workshop.session, each, count);
    const decision = workshop.when(command, frieda, minutes(count));
    if (!decision.ok || decision.facts.length === 0) continue;
    const after = workshop.doing(command, frieda, minutes(count));
    check(workshop, after, command);
    workshop = after;
    if (after.session.status === 'ended') return;
  }
}

const always = (check: Parameters<typeof pressed>[1], numRuns = 120) =>
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => pressed(steps, check)),
    { numRuns },
  );

test('[AG-17] whatever is pressed, what has begun stands first, ids are used once, and rounds have their tables', () => {
  const seen = new Set<string>();
  always((before, { session }, command) => {
    const { phases, past, running, dropped } = session.agenda;
    seen.add(command.type);
    const all = [...phases, ...dropped.map((each) => each.phase)].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    expect(past.map(({ phaseId }) => phaseId)).toEqual(phases.slice(0, past.length).map(({ id }) => id));
    if (running) expect(running.index).toBe(past.length);
    const rounds = phases.filter(({ kind }) => kind === 'breakout-round').map(({ id }) => id);
    expect(ids(session.breakouts.rounds).toSorted()).toEqual(rounds.toSorted());
    for (const id of rounds) {
      const was = before.session.breakouts.rounds[id] ?? before.session.breakouts.shelf?.[id];
      expect(session.breakouts.rounds[id]?.openings ?? 0).toBeGreaterThanOrEqual(was?.openings ?? 0);
    }
  });
  expect([...seen]).toEqual(expect.arrayContaining(['restore-phase', 'undo-replan', 'move-phase', 'replan']));
});

test('[AG-19] a re-plan that is taken back at once leaves no trace but the record', () => {
  always((before, after, command) => {
    if (command.type !== 'replan') return;
    const { number = 0 } = after.session.agenda.replanned ?? {};
    const back = after.doing({ type: 'undo-replan', number }, frieda, minutes(0)).session;
    expect(back.agenda.phases).toEqual(before.session.agenda.phases);
    expect(back.agenda.dropped).toEqual(before.session.agenda.dropped);
    expect(back.agenda.running).toEqual(before.session.agenda.running);
    expect(back.breakouts).toEqual(before.session.breakouts);
  });
});

test('[KE-1, WI-26] facts tell the whole of it, and documents made from those before say the same as new ones', () => {
  let held: Slices | undefined;
  always((before, after) => {
    held = slices(after.session, held?.session === before.session ? held : slices(before.session));
    expect(held.documents).toStrictEqual(slices(after.session).documents);
    expect(fold(JSON.parse(JSON.stringify(after.facts)))).toEqual(after.session);
  }, 20);
});
