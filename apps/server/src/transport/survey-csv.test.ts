import type { QuestionId, SurveyResults } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { surveyCsv } from './survey-csv.ts';

const written = (...texts: string[]): SurveyResults => ({
  ...{ title: 'Survey', answers: 5 },
  questions: [{ kind: 'text', id: 'words' as QuestionId, prompt: 'And?', texts }],
});

test('[SU-18] lines of one answer stay one cell, so that none of them begins a row and computes', () => {
  const [, ...rows] = surveyCsv(written('first\n=1+1', 'one\r@SUM(1)'), 'en').split('\r\n');
  expect(rows).toEqual(['1,And?,"first\n=1+1",', '1,And?,"one\r@SUM(1)",', '']);
});
