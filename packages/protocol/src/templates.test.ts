import { expect, test } from 'vitest';
import { SessionPlan } from './http.ts';
import { modelWorkshop } from './templates.ts';
import { Language } from './views.ts';

test('[AG-2] the model workshop is a valid plan of two hours in every language', () => {
  for (const language of Language.options) {
    const { plan, seats } = modelWorkshop(language);
    expect(SessionPlan.parse(plan)).toEqual(plan);
    expect(plan.phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0)).toBe(plan.hardEndMs);
    expect(seats.filter(({ role }) => role === 'participant')).toHaveLength(9);
  }
});
