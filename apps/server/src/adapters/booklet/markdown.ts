import type { Booklet, BookletBlock, BookletProse, BookletRun, BookletSection } from '@werkraum/protocol';

type Kind<K extends BookletBlock['kind']> = Extract<BookletBlock, { kind: K }>;

/** A booklet as Markdown (CommonMark with tables), every text escaped: what people wrote is read as text by any reader [BK-11]. */
export function markdownOf({ cover, sections }: Booklet): string {
  const lines = cover.lines.map(({ label, text }) => `- **${escaped(label)}:** ${escaped(text)}`);
  const front = [`# ${escaped(cover.title)}`, escaped(cover.subtitle), lines.join('\n')].filter((part) => part !== '');
  return `${[...front, ...sections.map(sectionOf)].join('\n\n')}\n`;
}

const sectionOf = ({ title, blocks }: BookletSection): string =>
  [`## ${escaped(title)}`, ...blocks.map(blockOf)].join('\n\n');

function blockOf(block: BookletBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 2 ? '###' : '####'} ${escaped(block.text)}`;
    case 'paragraph':
      return paragraph(block.text);
    case 'prose':
      return proseOf(block.paragraphs);
    case 'list':
      return block.items.map(entry).join('\n');
    case 'table':
      return tableOf(block);
    case 'cards':
      return block.groups.map(groupOf).join('\n\n');
    case 'figure':
      return `*${escaped(block.caption)}.* ${escaped(block.alt)}`;
    case 'chart':
      return chartOf(block);
  }
}

// Two spaces at the end of a line are a break; they are seen in no diff and survive every reader.
const paragraph = (text: string): string => text.split('\n').map(escaped).join('  \n');

function entry({ text, label, detail, href }: Kind<'list'>['items'][number]): string {
  const said = href ? `[${escaped(text)}](<${href}>)` : paragraph(text).replaceAll('\n', '\n  ');
  const shown = detail === href ? undefined : detail;
  return `- ${label ? `*${escaped(label)}:* ` : ''}${said}${shown ? ` (${escaped(shown)})` : ''}`;
}

const cell = (text: string): string => escaped(text.replaceAll(/\s+/g, ' '));
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const tableOf = ({ caption, columns, rows }: Kind<'table'>): string =>
  [
    `*${escaped(caption)}*\n`,
    row(columns.map(({ text }) => text)),
    `| ${columns.map(({ end }) => (end ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(({ cells }) => row(cells)),
  ].join('\n');

const chartOf = ({ caption, note, bars }: Kind<'chart'>): string =>
  [
    `**${escaped(caption)}** (${escaped(note)})\n`,
    '|  |  |',
    '| --- | ---: |',
    ...bars.map(({ label, count }) => row([label, String(count)])),
  ].join('\n');

function groupOf({ title, cards }: Kind<'cards'>['groups'][number]): string {
  const lines = cards.map(({ text, tags, votes }) => {
    const more = [...tags.map((tag) => `#${tag}`), ...(votes ? [`●${votes}`] : [])].map(escaped);
    return `- ${paragraph(text).replaceAll('\n', '\n  ')}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
  });
  return `**${escaped(title)}**\n\n${lines.join('\n')}`;
}

const MARKS = { paragraph: '', heading: '', bullet: '- ', number: '', quote: '> ' } as const;

function proseOf(paragraphs: readonly BookletProse[]): string {
  return paragraphs
    .map(({ as, depth = 0, number = 1, runs }, index) => {
      const text = runs.map(run).join('');
      const isItem = as === 'bullet' || as === 'number';
      const before = paragraphs[index - 1]?.as;
      const gap = index === 0 ? '' : isItem && (before === 'bullet' || before === 'number') ? '\n' : '\n\n';
      const indent = isItem ? '   '.repeat(depth) : '';
      return `${gap}${indent}${as === 'number' ? `${number}. ` : MARKS[as]}${as === 'heading' ? `**${text}**` : text}`;
    })
    .join('');
}

// Marks stand on the text itself: a reader takes "** x**" for four stars.
function run({ text, bold, italic, href }: BookletRun): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (inner === '') return text.replaceAll('\n', '  \n');
  const plain = inner.split('\n').map(escaped).join('  \n');
  const linked = href ? `[${plain}](<${href}>)` : plain;
  const slanted = italic ? `*${linked}*` : linked;
  return `${before}${bold ? `**${slanted}**` : slanted}${after}`;
}

/** What some reader takes for markup wherever it stands: CommonMark, its tables and strikes, HTML, formulas, mail addresses. */
const ANYWHERE = /[\\`*_{}[\]<>#|~&^$@]/g;
/** What is a list, a heading or a line only where a line begins. */
const AT_START = /^(\s*\d*)([-+=.)])/;
/** What readers make links of by themselves. */
const BARE_LINKS = /(:(?=\/\/)|(?<=www)\.)/gi;

/** One line of text in which nothing is markup. A backslash before ASCII punctuation is CommonMark's own way (section 2.4). */
export const escaped = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(ANYWHERE, '\\$&')
    .replaceAll(BARE_LINKS, '\\$&')
    .replace(AT_START, '$1\\$2');
