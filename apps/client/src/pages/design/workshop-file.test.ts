import { modelWorkshop, WORKSHOP_FILE_BYTES } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTemplate, toFile } from './draft.ts';
import { type FileProblem, readWorkshopFile } from './workshop-file.ts';

const good = toFile(fromTemplate(modelWorkshop('en')), 'https://werkraum.example');
const problems = (content: unknown): readonly FileProblem[] => {
  const read = readWorkshopFile(typeof content === 'string' ? content : JSON.stringify(content));
  return read.ok ? [] : read.problems;
};
const phases = good.plan.phases.map((phase, index) => (index === 0 ? { ...phase, title: '' } : phase));

test.each<[string, unknown, FileProblem[]]>([
  ['no JSON', 'not a workshop', [{ code: 'not-json' }]],
  ['something else', [1, 2], [{ code: 'not-ours' }]],
  ['a later house wrote it', { ...good, version: 7 }, [{ code: 'later-version', version: 7 }]],
  ['too large', JSON.stringify(good) + ' '.repeat(WORKSHOP_FILE_BYTES), [{ code: 'too-large' }]],
  ['an entry nobody knows', { ...good, script: 1 }, [{ code: 'unknown-entry', path: [], entry: 'script' }]],
  [
    ...(['an entry nobody knows, inside', { ...good, plan: { ...good.plan, onload: 'x' } }] as const),
    [{ code: 'unknown-entry', path: ['plan'], entry: 'onload' }],
  ],
  [
    'a phase without a title',
    { ...good, plan: { ...good.plan, phases } },
    [{ code: 'too-short', path: ['plan', 'phases', 0, 'title'] }],
  ],
  ['nobody said who comes', { ...good, people: undefined }, [{ code: 'missing', path: ['people'] }]],
  [
    ...(['a role there is not', { ...good, people: [{ name: 'Ada', role: 'king' }] }] as const),
    [{ code: 'not-allowed', path: ['people', 0, 'role'] }],
  ],
  [
    ...(['a name in another kind', { ...good, people: [{ name: 5, role: 'participant' }] }] as const),
    [{ code: 'wrong-kind', path: ['people', 0, 'name'] }],
  ],
  [
    ...([
      'the same phase twice',
      { ...good, plan: { ...good.plan, phases: [good.plan.phases[0], good.plan.phases[0]] } },
    ] as const),
    [{ code: 'twice', path: ['plan', 'phases'] }],
  ],
])('[DE-12] %s: it says where and why', (_what, content, expected) => {
  expect(problems(content)).toEqual(expected);
});

test('[DE-12] any text at all is answered', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readWorkshopFile(text).ok).toBe(false);
    }),
  );
});

test('a byte order mark in front does no harm', () => {
  expect(readWorkshopFile(`\ufeff${JSON.stringify(good)}`).ok).toBe(true);
});
