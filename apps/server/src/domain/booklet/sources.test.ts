import { type QuestionId, type RichText, SurveyResults } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { safeHref } from './make-after.ts';
import { proseOf } from './prose.ts';
import { surveySource } from './survey-source.ts';

test('[BK-11] handed-over notes keep headings, numbers and emphasis, and lose links that lead elsewhere', () => {
  const text: RichText = [
    { kind: 'heading', level: 2, runs: [{ text: 'Traffic' }] },
    { kind: 'paragraph', runs: [{ text: ' ' }] },
    {
      ...{ kind: 'list', ordered: true },
      items: [
        { depth: 0, runs: [{ text: 'one', bold: true }] },
        { depth: 1, runs: [{ text: 'within' }] },
        { depth: 0, runs: [{ text: 'two', link: 'https://example.org/"><x' }] },
      ],
    },
  ];
  expect(proseOf(text)).toEqual([
    { part: 'p0', as: 'heading', runs: [{ text: 'Traffic' }] },
    { part: 'p2', as: 'number', number: 1, runs: [{ text: 'one', bold: true }] },
    { part: 'p3', as: 'number', number: 1, depth: 1, runs: [{ text: 'within' }] },
    { part: 'p4', as: 'number', number: 2, runs: [{ text: 'two' }] },
  ]);
});

test('[BK-11] links lead to https and mail, and hold nothing that ends an attribute', () => {
  for (const href of ['https://example.org/a?b=c#d', 'mailto:ada@example.org']) expect(safeHref(href)).toBe(true);
  for (const href of ['http://example.org', 'javascript:alert(1)', 'https://x.y/"', 'https://x.y/<b>', 'https://x y'])
    expect(safeHref(href)).toBe(false);
});

test('[BK-8] open answers are called by what they say, whatever order they come in', () => {
  const asked = { id: 'q1' as QuestionId, prompt: 'And?', kind: 'text' as const };
  const made = (texts: string[]) =>
    surveySource(SurveyResults.parse({ title: 'T', answers: 5, questions: [{ ...asked, texts }] }));
  expect(made(['one', 'two', 'three'])).toEqual(made(['three', 'one', 'two']));
});

test('[BK-5] a question of the survey that too few have answered makes no chart', () => {
  const scale = { prompt: 'How?', kind: 'scale', from: 1, to: 2, labels: { from: 'bad' } };
  const questions = [
    { ...scale, id: 'q1' },
    { ...scale, id: 'q2', answered: 5, counts: [2, 3] },
  ];
  const bars = [
    { label: '1 · bad', count: 2 },
    { label: '2', count: 3 },
  ];
  const made = surveySource(SurveyResults.parse({ title: 'T', answers: 6, questions }));
  expect(made?.charts).toEqual([{ id: 'q2', title: 'How?', bars, answers: 5 }]);
});
