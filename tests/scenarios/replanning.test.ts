import type { Command, PhaseId, PhasePlan } from '@werkraum/protocol';
import { SessionRecord } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { planSheet, type SheetModel } from '../../apps/client/src/features/agenda/replanning/plans.model.ts';
import { goTo, must, next, phaseOf } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds, type Workshop } from '../support/workshop.ts';

const NO_WISH = { shiftMs: 0, moreMs: 0 };

/** What the facilitator's re-planning sheet shows now. */
function sheetOf({ facilitator, clock }: Workshop, wish = NO_WISH): SheetModel {
  const sheet = planSheet(facilitator.sees().agenda, facilitator.you(), wish, clock.now());
  if (!sheet) throw new Error('there is nothing to re-plan');
  return sheet;
}

function commandOf(sheet: SheetModel, strategy: string): Command {
  const command = sheet.plans.find((plan) => plan.strategy === strategy)?.command;
  if (!command) throw new Error(`${strategy} offers nothing`);
  return command;
}

const planned = ({ facilitator }: Workshop, id: string): number | undefined => {
  const ms = facilitator.sees().agenda.phases[id]?.plannedMs;
  return ms === undefined ? undefined : ms / minutes(1);
};

/** Round 2 runs, begun so late that the session would end eight minutes past its hard end. */
async function eightMinutesBehind(): Promise<Workshop> {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'intro');
  await workshop.clock.advance(minutes(15));
  await next(workshop);
  await workshop.clock.advance(minutes(28));
  await next(workshop);
  await workshop.clock.advance(minutes(25));
  await next(workshop);
  await workshop.clock.advance(minutes(2));
  return workshop;
}

test('[AG-12, AG-18] eight minutes behind in round 2, shared out over what is left: the hard end is kept', async () => {
  const workshop = await eightMinutesBehind();
  const { facilitator, person, clock, server } = workshop;
  const { hardEndAt = 0 } = facilitator.sees().agenda;
  const sheet = sheetOf(workshop);
  expect(sheet.before.endsAt).toBe(hardEndAt + minutes(8));
  await must(facilitator.asks(commandOf(sheet, 'spread')));

  expect([planned(workshop, 'round-3'), planned(workshop, 'reflection')]).toEqual([15, 12]);
  expect(sheetOf(workshop).before.endsAt).toBe(hardEndAt);
  expect(person('Ada').sees().agenda).toEqual(facilitator.sees().agenda);

  await clock.advance(minutes(23));
  await next(workshop);
  const { startedAt = 0, endsAt = 0 } = facilitator.sees().agenda.clock ?? {};
  expect(endsAt - startedAt).toBe(minutes(15));
  await clock.advance(minutes(15));
  await next(workshop);
  await clock.advance(minutes(12));
  await must(facilitator.asks({ type: 'end-session' }));
  expect(clock.now()).toBe(hardEndAt);
  expect(server.faults).toEqual([]);
  await workshop.close();
});

test('[AG-19, AG-21] it is undone in one step, after a restart too, and stays in the record', async () => {
  const before = await eightMinutesBehind();
  const agenda = before.facilitator.sees().agenda;
  await must(before.facilitator.asks(commandOf(sheetOf(before), 'drop')));
  expect(before.facilitator.sees().agenda.dropped).toMatchObject([{ phaseId: 'round-3' }]);
  expect(before.facilitator.facilitators()?.replanned).toMatchObject({ number: 1, by: 'frieda' });

  const after = await before.restart();
  await must(after.facilitator.asks({ type: 'undo-replan', number: 1 }));
  expect(after.facilitator.sees().agenda).toEqual(agenda);
  expect(await after.facilitator.asks({ type: 'undo-replan', number: 1 })).toEqual({
    ...{ ok: false, rejection: 'replan-over' },
  });

  const record = await (await after.server.api('GET', `/api/v1/sessions/${after.sessionId}/record`)).json();
  expect(SessionRecord.parse(record).changes.map(({ type }) => type)).toEqual(['replanned', 'replan-undone']);
  await after.close();
});

test("[AG-17, AG-18] two facilitators at once: neither loses the other's change", async () => {
  const workshop = await eightMinutesBehind();
  const { facilitator } = workshop;
  const other = await workshop.invite('Fritz', 'facilitator');
  await other.enters();
  const stale = commandOf(sheetOf(workshop), 'spread');

  const change = { title: 'Outlook', locked: true };
  await must(other.asks({ type: 'change-phase', phaseId: 'round-3' as PhaseId, change }));
  expect(await facilitator.asks(stale)).toEqual({ ok: false, rejection: 'phase-locked' });
  expect(planned(workshop, 'reflection')).toBe(15);

  await must(other.asks({ type: 'change-phase', phaseId: 'round-3' as PhaseId, change: { locked: false } }));
  await must(facilitator.asks(stale));
  expect(other.sees().agenda.phases['round-3']).toMatchObject({ title: 'Outlook', plannedMs: minutes(15) });
  const doings = Object.values(other.facilitators()?.doings ?? {});
  expect(doings.at(-1)).toMatchObject({ type: 'replan', by: 'frieda' });
  await workshop.close();
});

test('[AG-14] when nothing fits the sheet says so, and what to take out fits', async () => {
  const workshop = await eightMinutesBehind();
  await workshop.clock.advance(minutes(38));
  const sheet = sheetOf(workshop);
  expect(sheet.plans[0]?.shortMs).toBe(minutes(10));
  const [first] = sheet.reliefs ?? [];
  expect(first).toMatchObject({ shortMs: 0 });
  if (!first?.command) throw new Error('nothing to take out');
  await must(workshop.facilitator.asks(first.command));
  expect(sheetOf(workshop).before.endsAt).toBeLessThanOrEqual(workshop.facilitator.sees().agenda.hardEndAt ?? 0);
  await workshop.close();
});

test('[AG-8, AG-18] alarms follow a re-plan: tables are warned and close when the plan says so', async () => {
  const workshop = await givenWorkshop({
    plan: (plan) => ({ ...plan, phases: plan.phases.map((phase) => ({ ...phase, onTimeUp: 'advance' as const })) }),
  });
  const { facilitator, clock } = workshop;
  await goTo(workshop, 'round-1');
  await must(facilitator.asks(commandOf(sheetOf(workshop, { shiftMs: 0, moreMs: minutes(5) }), 'spread')));
  const { endsAt = 0 } = facilitator.sees().agenda.clock ?? {};

  await clock.advance(endsAt - seconds(60) - clock.now() - 1);
  expect(facilitator.sees().tables?.state).toBe('open');
  await clock.advance(1);
  expect(facilitator.sees().tables?.state).toBe('closing');
  await clock.advance(seconds(60));
  expect(phaseOf(workshop)).toBe('round-2');
  await workshop.close();
});

test('[AG-17] a break put in while a round runs is gone through by everybody, and who waits outside sees it', async () => {
  const workshop = await givenWorkshop();
  const { facilitator, person, people, clock } = workshop;
  await goTo(workshop, 'round-1');
  const pause: PhasePlan = {
    ...{ id: 'pause' as PhaseId, kind: 'break', title: 'Coffee', onTimeUp: 'advance' },
    ...{ plannedMs: minutes(5), minMs: minutes(5) },
  };
  await must(facilitator.asks({ type: 'add-phase', phase: pause, before: 'round-2' as PhaseId }));
  await next(workshop);
  expect(people.map((one) => one.sees().agenda.clock?.phaseId)).toEqual(people.map(() => 'pause'));
  expect(person('Ada').you().place).toBe('plenary');
  await clock.advance(minutes(5));
  expect(phaseOf(workshop)).toBe('round-2');
  expect(facilitator.sees().tables?.phaseId).toBe('round-2');
  await workshop.close();
});
