import { Language, modelWorkshop, type PhaseId, TEMPLATES } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { completePlan, type Draft, draftPerson, fromNothing, fromTemplate } from '../draft.ts';
import { withLength, withMoved, withNewPhase, withoutPhase, withPhase, withPlan, withRound } from '../edits.ts';
import { designChecks } from './design-checks.ts';

const model = fromTemplate(modelWorkshop('en'));
const codes = (draft: Draft) => designChecks(draft, 0).map(({ level, code }) => `${level} ${code}`);
const find = (draft: Draft, code: string) => designChecks(draft, 0).find((each) => each.code === code);
const ROUND = 'round-2' as PhaseId;
const INTRO = 'intro' as PhaseId;
const people = (participants: number) => ({
  ...model,
  people: [
    draftPerson('Fay', 'facilitator'),
    ...Array.from({ length: participants }, (_, at) => draftPerson(`P${at}`, 'participant')),
  ],
});
const allRounds = (draft: Draft, change: Parameters<typeof withRound>[2]) =>
  draft.plan.phases.reduce((soFar, { id }) => withRound(soFar, id, change), draft);

describe.each(Object.entries(TEMPLATES))('[DE-20] template %s', (id, make) => {
  test.each(Language.options)('passes its own checks, in %s', (language) => {
    const found = designChecks(fromTemplate(make(language)), 0).filter(({ level }) => level !== 'note');
    expect(found.map(({ code }) => code)).toEqual(id === 'model' ? ['no-break'] : []);
  });
});

test('[DE-16] the model workshop: everybody meets, and two hours without a break are pointed out', () => {
  expect(codes(model)).toEqual(['hint no-break', 'note no-start']);
});

test('[DE-17] without a facilitator, a title, a topic or a name no workshop can be made', () => {
  const broken = {
    ...withPlan(withRound(withPhase(model, INTRO, { title: ' ' }), ROUND, { topic: '' }), { title: '' }),
    people: [draftPerson('', 'participant'), draftPerson('Ada', 'participant'), draftPerson('ada ', 'speaker')],
  };
  expect(codes(broken).filter((code) => code.startsWith('error'))).toEqual([
    ...['error no-title', 'error no-phase-title', 'error no-topic'],
    ...['error no-facilitator', 'error no-name', 'error same-name'],
  ]);
  expect(find(broken, 'no-topic')?.at).toEqual({ pane: 'programme', phaseId: ROUND, field: 'topic' });
});

test('[DE-17] there is an error exactly when no plan can be made', () => {
  const strange = withPhase(model, INTRO, { title: 'A\u202eb' });
  for (const draft of [model, strange, fromNothing('en'), withPlan(model, { title: ' ' })])
    expect(designChecks(draft, 0).some(({ level, at }) => level === 'error' && at.pane !== 'people')).toBe(
      completePlan(draft) === undefined,
    );
  expect(find(strange, 'bad-phase')).toMatchObject({ at: { phaseId: INTRO, field: 'title' } });
});

test('[DE-16] inputs that do not fit into their round are told, with what they need', () => {
  expect(find(people(9), 'inputs-too-long')).toBeUndefined();
  expect(find(people(24), 'inputs-too-long')).toMatchObject({ values: { title: 'Round 1', minutes: 27, planned: 25 } });
  const shared = { mode: 'fair-share', slotMs: 60_000, inputsMs: 40 * 60_000, graceMs: 0 } as const;
  expect(find(withRound(model, ROUND, { turns: shared }), 'inputs-too-long')?.at).toMatchObject({ phaseId: ROUND });
});

test('[DE-16] who cannot meet is counted', () => {
  expect(find(people(9), 'not-all-meet')).toBeUndefined();
  expect(find(people(10), 'not-all-meet')).toMatchObject({ values: { people: 10, count: 3, rounds: 3 } });
  expect(find(allRounds(people(10), { sizes: { least: 4, most: 6 } }), 'not-all-meet')).toBeUndefined();
  expect(find(allRounds(people(10), { groups: 'choose' }), 'not-all-meet')).toBeUndefined();
});

test('[DE-16] tables: too many, too large, sizes that cannot be', () => {
  expect(find(withRound(people(6), ROUND, { tables: 4 }), 'too-many-tables')).toMatchObject({ values: { used: 3 } });
  expect(find(people(20), 'large-tables')).toMatchObject({ values: { most: 10 } });
  expect(find(withRound(people(9), ROUND, { sizes: { least: 2, most: 4 } }), 'sizes-impossible')).toBeDefined();
});

test('[DE-16] time: beyond the end, and beyond it even at the minimum', () => {
  expect(find(withLength(model, INTRO, 20 * 60_000), 'over-end')).toMatchObject({ values: { minutes: 5 } });
  expect(find(withPlan(model, { hardEndMs: 3_600_000 }), 'minima-over-end')).toMatchObject({ values: { minutes: 6 } });
  expect(find(withPhase(model, INTRO, { minMs: 999_000 }), 'minimum-above-length')?.at).toMatchObject({
    field: 'minimum',
  });
});

test('[DE-16] a break within ninety minutes is enough', () => {
  const { draft, id } = withNewPhase(model, 'break');
  expect(find(withMoved(draft, id, 3), 'no-break')).toBeUndefined();
  expect(find(model, 'no-break')?.at).toMatchObject({ phaseId: 'round-3' });
});

test('[DE-16] beginnings, ends, first groups and questions', () => {
  expect(find(withoutPhase(model, INTRO), 'no-intro')).toBeDefined();
  expect(find(withoutPhase(model, 'reflection' as PhaseId), 'no-reflection')).toBeDefined();
  expect(find(withMoved(model, 'reflection' as PhaseId, 0), 'no-reflection')).toBeDefined();
  expect(find(withRound(model, 'round-1' as PhaseId, { groups: 'same' }), 'first-same')).toBeDefined();
  expect(find(withRound(model, ROUND, { question: ' ' }), 'no-question')).toBeDefined();
  const questions = [{ id: 'q' as never, kind: 'choice' as const, prompt: '', options: ['a', ' '] }];
  expect(codes(withPlan(model, { questions }))).toContain('error no-prompt');
  expect(codes(withPlan(model, { questions }))).toContain('error few-options');
});

test('[DE-16] the planned start: missing, past, to come', () => {
  const at = (startsAt: number) => designChecks(withPlan(model, { startsAt }), 1_000).map(({ code }) => code);
  expect(at(999)).toContain('start-past');
  expect(at(1_001)).not.toContain('start-past');
});
