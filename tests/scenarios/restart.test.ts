import { expect, test } from 'vitest';
import { goTo, must, next, phaseCommand, startNextTurn, tablesOf } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds, type Workshop } from '../support/workshop.ts';

/** Everything that people see of where the workshop stands. */
const standing = ({ people }: Workshop) =>
  people.map((person) => ({ name: person.name, you: person.you(), sees: person.sees(), room: person.room() }));

test.each(['intro', 'talk', 'round-1', 'round-2', 'round-3', 'reflection'])(
  '[AG-9] a restart during %s keeps deadline, turn and places',
  async (phaseId) => {
    const before = await givenWorkshop();
    await goTo(before, phaseId);
    for (const roomId of tablesOf(before)) await startNextTurn(before, roomId);
    await before.clock.advance(seconds(50));
    const stood = standing(before);

    const after = await before.restart();

    expect(standing(after)).toEqual(stood);
    expect(after.server.faults).toEqual([]);
    await after.close();
  },
);

test('[AG-9] a restart while people walk to their tables brings them there at the same second', async () => {
  const before = await givenWorkshop();
  await goTo(before, 'talk');
  await next(before);
  const at = before.facilitator.sees().tables?.gatherUntil ?? 0;
  await before.clock.advance(seconds(20));

  const after = await before.restart();
  await after.clock.advance(at - after.clock.now() - 1);
  expect(after.person('Ada').you().place).toBe('plenary');
  await after.clock.advance(1);

  expect(after.facilitator.sees().tables?.state).toBe('open');
  expect(after.person('Ada').room()?.roomId).toBe(after.person('Ada').you().place);
  await after.close();
});

test('[AG-7] a restart keeps a pause, however long it takes', async () => {
  const before = await givenWorkshop(['Ada']);
  await goTo(before, 'intro');
  await before.clock.advance(minutes(5));
  await must(before.facilitator.asks(phaseCommand('pause-phase', before)));

  const after = await before.restart();
  await after.clock.advance(minutes(30));
  await must(after.facilitator.asks(phaseCommand('resume-phase', after)));

  const clock = after.facilitator.sees().agenda.clock;
  expect((clock?.endsAt ?? 0) - after.clock.now()).toBe(minutes(10));
  await after.close();
});

test('[AG-9] after a long downtime at most one step is taken by itself', async () => {
  const before = await givenWorkshop({
    participants: ['Ada'],
    plan: (plan) => ({ ...plan, phases: plan.phases.map((phase) => ({ ...phase, onTimeUp: 'advance' as const })) }),
  });
  await goTo(before, 'intro');

  const after = await before.restartAfter(minutes(300));
  await after.clock.advance(0);

  expect(after.facilitator.sees().agenda.clock).toMatchObject({ phaseId: 'talk', startedAt: after.clock.now() });
  await after.close();
});

test('[PE-7] who does not come back after a restart has left, who comes back has never been away', async () => {
  const before = await givenWorkshop(['Ada', 'Ben']);
  await goTo(before, 'intro');

  const after = await before.restartAlone();
  await Promise.all([after.facilitator.enters(), after.person('Ada').enters()]);
  await after.clock.advance(seconds(19));
  expect(after.facilitator.sees().people.ben?.presence).toBe('here');
  await after.clock.advance(seconds(1));

  expect(after.facilitator.sees().people.ben?.presence).toBe('away');
  expect(after.facilitator.sees().people.ada?.presence).toBe('here');
  await after.close();
});
