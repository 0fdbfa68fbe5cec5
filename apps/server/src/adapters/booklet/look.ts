import type { Ink } from '@werkraum/planning/drawing';

/** The colours of everything that is printed: dark enough on white for text (4.5:1) wherever text has one. */
export const COLOURS: Readonly<Record<Ink, string>> = {
  text: '#1f1c18',
  quiet: '#655e54',
  line: '#d8d1c4',
  track: '#efeae0',
  'series-0': '#1f6f78',
  'series-1': '#b4552d',
  'series-2': '#5b4b9a',
  'series-3': '#3d7a3a',
  'series-4': '#9b2f58',
  'series-5': '#8a6a10',
  'series-6': '#2f5fa8',
  'series-7': '#6b5a4b',
};

/** The typeface of drawings and files, in the order of trying; the second has Greek, Cyrillic and Hebrew. */
export const FAMILIES = ['Atkinson Hyperlegible Next', 'Liberation Sans'] as const;

/** Colours of columns by their kind; any other kind is `other`. */
export const TONES: Readonly<Record<string, Ink>> = {
  idea: 'series-0',
  example: 'series-3',
  obstacle: 'series-1',
  resource: 'series-6',
  question: 'series-2',
  sdg: 'series-5',
  keep: 'series-3',
  change: 'series-1',
  learned: 'series-2',
  other: 'series-7',
};
