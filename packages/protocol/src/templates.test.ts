import { describe, expect, test } from 'vitest';
import { CreateSession, SessionPlan } from './http.ts';
import { modelWorkshop } from './template-model.ts';
import { TEMPLATES } from './templates.ts';
import { Language } from './views.ts';

const total = ({ phases }: SessionPlan): number => phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);

test('[AG-2] the model workshop is a valid plan of two hours in every language', () => {
  for (const language of Language.options) {
    const { plan, seats } = modelWorkshop(language);
    expect(total(plan)).toBe(plan.hardEndMs);
    expect(seats.filter(({ role }) => role === 'participant')).toHaveLength(9);
    expect(plan.questions).toHaveLength(6);
  }
});

describe.each(Object.entries(TEMPLATES))('[DE-20] template %s', (_id, make) => {
  test.each(Language.options)('creates a session that ends in time, in %s', (language) => {
    const { plan, seats } = make(language);
    expect(SessionPlan.parse(plan)).toEqual(plan);
    expect(plan.language).toBe(language);
    expect(total(plan)).toBeLessThanOrEqual(plan.hardEndMs ?? 0);
    const linkHash = 'a'.repeat(64);
    const invited = seats.map((seat, index) => ({ ...seat, seatId: `s${index}`, linkHash }));
    expect(CreateSession.safeParse({ plan, seats: invited }).success).toBe(true);
    expect(new Set(seats.map(({ name }) => name)).size).toBe(seats.length);
  });

  test('is the same workshop in every language', () => {
    const [one, ...others] = Language.options.map((language) => shape(make(language).plan));
    for (const other of others) expect(other).toEqual(one);
  });

  test('was made for about as many people as it suggests', () => {
    const { about, seats } = make('en');
    const participants = seats.filter(({ role }) => role === 'participant').length;
    expect(participants).toBeGreaterThanOrEqual(about.people.least);
    expect(participants).toBeLessThanOrEqual(about.people.most);
  });
});

/** A plan without its words. */
const shape = ({ phases, questions, hardEndMs }: SessionPlan) => ({
  hardEndMs,
  questions: questions?.map(({ id, kind }) => [id, kind]),
  phases: phases.map(({ id, kind, plannedMs, minMs, ...phase }) => [
    ...[id, kind, plannedMs, minMs],
    'round' in phase && [phase.round.tables, phase.round.groups, phase.round.turns],
  ]),
});
