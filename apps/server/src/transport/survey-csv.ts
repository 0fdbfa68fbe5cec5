import type { Language, SurveyResult, SurveyResults } from '@werkraum/protocol';
import { stringify } from 'csv-stringify/sync';

const HEADS: Record<Language, readonly string[]> = {
  de: ['Nr.', 'Frage', 'Antwort', 'Anzahl'],
  en: ['No.', 'Question', 'Answer', 'Count'],
};

/**
 * The results as a table for spreadsheets: one row per figure, option or text, never one per person. With a byte order mark, so that
 * umlauts survive, and with cells escaped that a spreadsheet would compute.
 */
export const surveyCsv = ({ questions }: SurveyResults, language: Language): string =>
  stringify(
    questions.flatMap((question, index) =>
      rowsOf(question).map(([answer, count]) => [index + 1, question.prompt, answer, count]),
    ),
    {
      ...{ header: true, columns: [...HEADS[language]], bom: true, escape_formulas: true, record_delimiter: 'windows' },
      // A lone line feed ends a row as well, for whoever reads the file: without quotes the next line would be a cell of its own.
      quoted_match: /[\r\n]/,
    },
  );

type Row = readonly [answer: string, count: number | ''];

function rowsOf(result: SurveyResult): readonly Row[] {
  if (result.kind === 'text') return result.texts.map((text) => [text, '']);
  const { counts } = result;
  return counts ? counts.map((count, index) => [choiceOf(result, index), count]) : [];
}

function choiceOf(result: Exclude<SurveyResult, { kind: 'text' }>, index: number): string {
  if (result.kind !== 'scale') return result.options[index] ?? '';
  const { from, to, labels } = result;
  const figure = from + index;
  const label = figure === from ? labels?.from : figure === to ? labels?.to : undefined;
  return label === undefined ? String(figure) : `${figure} (${label})`;
}
