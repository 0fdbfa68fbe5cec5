import { isMet, type Line, type Spread } from './lines.ts';

const HEAD = ['what', 'Werkraum', 'beside', 'ratio', 'aim', ''] as const;

/** Two or three significant digits, as many as the machine is good for. */
function short(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : value.toFixed(Math.min(digits, 3));
}

const withUnit = (figure: Spread, unit: string): string =>
  figure.low === figure.high
    ? `${short(figure.median)} ${unit}`
    : `${short(figure.median)} ${unit} [${short(figure.low)}–${short(figure.high)}]`;

function cells(line: Line): string[] {
  const { what, unit, ours, against, ratio, aim } = line;
  const met = isMet(line);
  return [
    what,
    withUnit(ours, unit),
    against ? `${against.name} ${withUnit(against.figure, unit)}` : '',
    ratio ? `${short(ratio.median)}×` : '',
    aim ? `${aim.at === 'most' ? '≤' : '≥'} ${short(aim.value)}${aim.of === 'ratio' ? '×' : ` ${unit}`}` : '',
    met === undefined ? '' : met ? 'met' : 'missed',
  ];
}

/** The lines as a Markdown table: medians, ranges in brackets. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [[...HEAD], HEAD.map(() => '---'), ...lines.map(cells)];
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}
