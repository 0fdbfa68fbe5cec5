import { expect, test } from 'vitest';
import { SessionPlan } from './http.ts';
import { modelWorkshop } from './template-model.ts';
import { WorkshopFile, workshopFileSchema } from './workshop-file.ts';

const file = {
  format: 'werkraum-workshop',
  version: 1,
  plan: modelWorkshop('en').plan,
  people: [{ name: 'Ada', role: 'participant', address: 'ada@example.org' }],
};

test('[DE-10] the published schema is the one files are read with', async () => {
  await expect(`${JSON.stringify(workshopFileSchema(), undefined, 2)}\n`).toMatchFileSnapshot(
    '../../../apps/client/public/schemas/workshop-1.json',
  );
});

test('[DE-1] a title, a language, admission and one phase are a plan', () => {
  const phase = { id: 'intro', kind: 'intro', title: 'Welcome', plannedMs: 60_000, minMs: 0, onTimeUp: 'hold' };
  const plan = { title: 'Bare', language: 'en', admission: 'automatic', phases: [phase] };
  expect(SessionPlan.parse(plan)).toEqual(plan);
});

test('[DE-11] a file says the same after it was read', () => {
  expect(WorkshopFile.parse(file)).toEqual(file);
});

test.each([
  ['another format', { ...file, format: 'agenda' }],
  ['a later version', { ...file, version: 2 }],
  ['an entry nobody knows', { ...file, script: 'alert(1)' }],
  ['an entry nobody knows inside', { ...file, plan: { ...file.plan, onload: 'alert(1)' } }],
  ['no address', { ...file, people: [{ name: 'Ada', role: 'participant', address: 'javascript:alert(1)' }] }],
])('[DE-12] %s is refused', (_what, hostile) => {
  expect(WorkshopFile.safeParse(hostile).success).toBe(false);
});
