import { CreateSession, modelWorkshop, type PhaseId, SessionPlan, TEMPLATES, WorkshopFile } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completePlan, type Draft, fromFile, fromNothing, fromSession, fromTemplate, tidied, toFile } from './draft.ts';
import {
  withCopy,
  withKind,
  withLength,
  withMoved,
  withNewPhase,
  withoutPhase,
  withPhase,
  withRound,
} from './edits.ts';
import { pastePreview, withNewPerson, withoutPerson, withPerson } from './people-edits.ts';
import { offsetsOf, totalsOf } from './totals.ts';
import { readWorkshopFile } from './workshop-file.ts';

const model = fromTemplate(modelWorkshop('en'));
const idOf = (draft: Draft, at: number): PhaseId => draft.plan.phases[at]?.id ?? ('' as PhaseId);
const ids = ({ plan }: Draft) => plan.phases.map(({ id }) => id);
const names = ({ people }: Draft) => people.map(({ name }) => name);

/** Any draft one gets by pressing everything in any order. */
const anyDraft = fc
  .tuple(
    fc.constantFrom(...Object.values(TEMPLATES)),
    fc.array(fc.record({ at: fc.nat(9), what: fc.nat(6), to: fc.nat(12), text: fc.string({ maxLength: 12 }) }), {
      maxLength: 12,
    }),
  )
  .map(([make, steps]) => steps.reduce(press, fromTemplate(make('en'))));

function press(draft: Draft, { at, what, to, text }: { at: number; what: number; to: number; text: string }): Draft {
  const id = idOf(draft, at % draft.plan.phases.length);
  const kinds = ['intro', 'input-talk', 'breakout-round', 'plenary-reflection', 'break'] as const;
  const steps = [
    () => withMoved(draft, id, to),
    () => withLength(draft, id, to * 60_000),
    () => withKind(draft, id, kinds[to % 5] ?? 'break'),
    () => withNewPhase(draft, kinds[to % 5] ?? 'break', id).draft,
    () => withoutPhase(draft, id),
    () => withCopy(draft, id).draft,
    () => withPhase(draft, id, { title: text, task: { instructions: text } }),
  ];
  return steps[what]?.() ?? draft;
}

test('[DE-4] whatever is pressed, ids differ, lengths hold and no minimum is above its length', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      expect(new Set(ids(draft)).size).toBe(ids(draft).length);
      for (const { plannedMs, minMs } of draft.plan.phases) {
        expect(plannedMs).toBeGreaterThanOrEqual(1_000);
        expect(minMs).toBeLessThanOrEqual(plannedMs);
      }
    }),
  );
});

test('[DE-11] a complete draft says the same after it was written to a file and read again', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const plan = completePlan(draft);
      fc.pre(plan !== undefined);
      const read = readWorkshopFile(JSON.stringify(toFile(draft, 'https://werkraum.example')));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(completePlan(read.draft)).toEqual(plan);
      expect(names(read.draft)).toEqual(names(draft));
    }),
  );
});

test('[DE-13] addresses stand in the file and in nothing that is sent', () => {
  const draft = withPerson(model, model.people[3]?.id ?? '', { address: ' ada@example.org ' });
  const file = WorkshopFile.parse(toFile(draft, 'https://werkraum.example'));
  expect(file.people[3]).toEqual({ name: 'Ada', role: 'participant', address: 'ada@example.org' });
  expect(fromFile(file).people[3]?.address).toBe('ada@example.org');
  expect(JSON.stringify(completePlan(draft))).not.toContain('ada@example.org');
  expect(JSON.stringify(CreateSession.shape.plan.parse(completePlan(draft)))).not.toContain('@');
});

test('what was left empty is not sent', () => {
  const round = idOf(model, 2);
  const emptied = withRound(
    withPhase(model, round, { task: { instructions: ' ', bringBack: '' }, notes: ' ' }),
    round,
    {
      ...{ question: '', tableTopics: ['', 'Budgets', ''] },
    },
  );
  const phase = tidied(emptied.plan).phases[2];
  expect(phase).not.toHaveProperty('task');
  expect(phase).not.toHaveProperty('notes');
  expect(phase).toMatchObject({ round: { tableTopics: ['Strategies, structures, processes', 'Budgets'] } });
  expect(phase).not.toHaveProperty('round.question');
  expect(SessionPlan.safeParse(tidied(emptied.plan)).success).toBe(true);
});

test('phases are moved, copied, turned into another kind and removed, the last one excepted', () => {
  expect(ids(withMoved(model, idOf(model, 5), 1))).toEqual([
    'intro',
    'reflection',
    'talk',
    'round-1',
    'round-2',
    'round-3',
  ]);
  expect(withMoved(model, idOf(model, 0), -3)).toBe(model);
  expect(ids(withCopy(model, idOf(model, 0)).draft).slice(0, 2)).toEqual(['intro', 'intro-1']);
  const turned = withKind(model, idOf(model, 1), 'breakout-round').plan.phases[1];
  expect(turned).toMatchObject({ id: 'talk', title: 'Round 4', plannedMs: 20 * 60_000, round: { tables: 2 } });
  expect(withKind(model, idOf(model, 2), 'break').plan.phases[2]).not.toHaveProperty('round');
  const one = ids(model)
    .slice(1)
    .reduce((draft, id) => withoutPhase(draft, id), model);
  expect(withoutPhase(one, idOf(one, 0))).toBe(one);
});

test('[DE-5] totals tell what is planned, what it could shrink to, and what is free', () => {
  expect(totalsOf(model.plan)).toEqual({
    ...{ plannedMs: 7_200_000, leastMs: (8 + 12 + 36 + 10) * 60_000, availableMs: 7_200_000, freeMs: 0 },
  });
  expect(totalsOf(withPhase(model, idOf(model, 1), { locked: true }).plan).leastMs).toBe((8 + 20 + 36 + 10) * 60_000);
  const { hardEndMs: _, ...open } = model.plan;
  expect(totalsOf(open).freeMs).toBeUndefined();
  expect([...offsetsOf(model.plan).values()].map((ms) => ms / 60_000)).toEqual([0, 15, 35, 60, 85, 105]);
});

test('[DE-30] a pasted list joins the people or takes their place; who is known gets the missing address', () => {
  const pasted = [
    { name: 'ada', address: 'ada@x.de', role: undefined },
    { name: 'Zoe', address: '', role: 'speaker' as const },
  ];
  const joined = pastePreview(model, pasted, false);
  expect(joined).toMatchObject({ added: 1, known: 1, tooMany: 0 });
  expect(joined.people.find(({ name }) => name === 'Ada')).toMatchObject({ address: 'ada@x.de', role: 'participant' });
  expect(joined.people.at(-1)).toMatchObject({ name: 'Zoe', role: 'speaker' });
  expect(pastePreview(model, pasted, true).people.map(({ name }) => name)).toEqual(['ada', 'Zoe']);
  const crowd = Array.from({ length: 600 }, (_, at) => ({ name: `P${at}`, address: '', role: undefined }));
  expect(pastePreview(model, crowd, true)).toMatchObject({ tooMany: 100 });
});

test('people are added, renamed and removed', () => {
  const { draft, id } = withNewPerson(model);
  expect(names(withPerson(draft, id, { name: 'Zoe' })).at(-1)).toBe('Zoe');
  expect(names(withoutPerson(draft, id))).toEqual(names(model));
});

test('[DE-15] a duplicate has the plan and the people of the original and no date', () => {
  const seats = [{ seatId: 's1' as never, name: 'Ada', role: 'participant' as const }];
  const draft = fromSession({ ...model.plan, startsAt: 5 }, seats);
  expect(draft.plan).toEqual(model.plan);
  expect(draft.people).toMatchObject([{ name: 'Ada', role: 'participant', address: '' }]);
  expect(draft.people[0]?.id).not.toBe('s1');
});

test('an empty draft has what every workshop begins with', () => {
  expect(fromNothing('de').plan.phases.map(({ title }) => title)).toEqual([
    'Einführung',
    'Runde 1',
    'Reflexion im Plenum',
  ]);
});
