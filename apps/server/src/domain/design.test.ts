import type { QuestionId, SessionPlan } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { slices } from './slices.ts';
import { drafted, HOUSE, idOf, type Workshop } from './testing/workshop.ts';

const withTopics = (plan: SessionPlan): SessionPlan => ({
  ...plan,
  phases: plan.phases.map((phase) =>
    phase.id === 'round-2' && phase.kind === 'breakout-round'
      ? { ...phase, round: { ...phase.round, topic: 'Instruments', tables: 3, tableTopics: ['Open data', 'Budgets'] } }
      : phase,
  ),
});

function topicsIn({ session }: Workshop, phaseId: string): readonly string[] {
  const staff = slices(session).documents.get('staff');
  if (!staff || !('seating' in staff)) throw new Error('no document for staff');
  return Object.values(staff.seating[phaseId]?.rooms ?? {}).map(({ topic }) => topic);
}

test('[DE-3] a table works on its own topic, and on the topic of the round where it has none', () => {
  const workshop = drafted(withTopics);

  expect(topicsIn(workshop, 'round-2')).toEqual(['Open data', 'Budgets', 'Instruments']);
  expect(topicsIn(workshop, 'round-3')).toEqual(['Stakeholder integration', 'Stakeholder integration']);
});

test('[DE-2] a plan keeps when it begins and what people are asked beforehand', () => {
  const asked = {
    startsAt: 1_000,
    questions: [{ id: 'q1' as QuestionId, kind: 'text' as const, prompt: 'Who are you?' }],
  };

  expect(drafted((plan) => ({ ...plan, ...asked })).session).toMatchObject(asked);
  expect(drafted().session).not.toHaveProperty('startsAt');
});

test('[DE-2] who waits at the door sees when it is planned to begin', () => {
  const waiting = drafted((plan) => ({ ...plan, startsAt: 1_000 })).doing(
    { type: 'arrive', seatId: idOf('Ada') },
    HOUSE,
    0,
  );

  expect(slices(waiting.session).documents.get('seat:ada')).toMatchObject({ lobby: { startsAt: 1_000 } });
});
