import { fingerprint, type SurveyResult, type SurveyResults } from '@werkraum/protocol';
import { scaleName } from './said-sources.ts';
import type { BookletSources, ChartSource } from './sources.ts';

/** What came back to a survey, as a booklet tells it: nothing of a question that too few have answered. */
export function surveySource({ answers, questions }: SurveyResults): BookletSources['survey'] {
  return {
    answers,
    charts: questions.flatMap(chartOf),
    open: questions.flatMap((question) => {
      if (question.kind !== 'text') return [];
      // They come in another order each time: what they are called by must not depend on it, nor on who wrote first.
      const texts = question.texts.map((text) => ({ id: fingerprint(text), text }));
      texts.sort((one, other) => (one.id < other.id ? -1 : 1));
      return [{ id: question.id, title: question.prompt, texts }];
    }),
  };
}

function chartOf(question: SurveyResult): ChartSource[] {
  if (question.kind === 'text' || question.counts === undefined) return [];
  const { id, prompt: title, counts, answered = 0 } = question;
  const name = (index: number): string =>
    question.kind === 'scale' ? scaleName(question.from + index, question) : (question.options[index] ?? '');
  return [{ id, title, bars: counts.map((count, index) => ({ label: name(index), count })), answers: answered }];
}
