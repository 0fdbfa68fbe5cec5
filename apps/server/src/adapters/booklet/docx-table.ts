import type { BlockOf } from '@werkraum/protocol';
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { breaksIn } from './docx-text.ts';
import { COLOURS } from './look.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const line = (size: number, colour: string) => ({ style: BorderStyle.SINGLE, size, color: colour.slice(1) });
const PLAIN = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideVertical: NONE };

/** A table with its caption above; the head is repeated on every page and no row is split. */
export function tableIn({ caption, columns, rows }: BlockOf<'table'>): FileChild[] {
  const cell = (text: string, index: number, bold: boolean, border: ReturnType<typeof line>) =>
    new TableCell({
      borders: { ...PLAIN, bottom: border },
      margins: { top: 60, bottom: 60, right: 120 },
      children: [
        new Paragraph({
          alignment: columns[index]?.end ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: breaksIn(text, { size: 18, bold }),
        }),
      ],
    });
  const head = new TableRow({
    ...{ tableHeader: true, cantSplit: true },
    children: columns.map(({ text }, index) => cell(text, index, true, line(10, COLOURS.text))),
  });
  const body = rows.map(
    ({ part, cells }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((text, index) => cell(text, index, part === 'total~', line(4, COLOURS.line))),
      }),
  );
  const width = { size: 100, type: WidthType.PERCENTAGE };
  return [
    new Paragraph({ style: 'Caption', children: breaksIn(caption) }),
    new Table({
      width,
      layout: TableLayoutType.FIXED,
      columnWidths: widthsOf(columns),
      borders: { ...PLAIN, insideHorizontal: NONE },
      rows: [head, ...body],
    }),
    new Paragraph({ spacing: { after: 160 } }),
  ];
}

/** The width of the text in twentieths of a point. */
const ALL = 9_000;
const FIGURES = 1_300;

// Figures need little, the first column no more than its share; what is left belongs to the words.
function widthsOf(columns: BlockOf<'table'>['columns']): number[] {
  const figures = columns.filter(({ end }) => end).length;
  const first = columns.length > 3 ? FIGURES : ALL / 3;
  const rest = (ALL - figures * FIGURES - first) / Math.max(1, columns.length - figures - 1);
  return columns.map(({ end }, index) => Math.round(end ? FIGURES : index === 0 ? first : rest));
}
