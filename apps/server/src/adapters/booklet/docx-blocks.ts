import type { BlockOf, BookletBlock, BookletProse } from '@werkraum/protocol';
import { BorderStyle, ExternalHyperlink, type FileChild, ImageRun, Paragraph, TextRun } from 'docx';
import { tableIn } from './docx-table.ts';
import { breaksIn, runIn } from './docx-text.ts';
import { COLOURS, TONES } from './look.ts';
import { paintingOf } from './pictures.ts';

/** The width of the text on its page, in CSS pixels. */
const TEXT_WIDTH = 600;

/** Blocks as Word knows them. */
export async function drawnIn(blocks: readonly BookletBlock[]): Promise<FileChild[]> {
  return (await Promise.all(blocks.map(drawn))).flat();
}

async function drawn(block: BookletBlock): Promise<FileChild[]> {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ style: `Heading${block.level}`, children: breaksIn(block.text) })];
    case 'paragraph':
      return [new Paragraph({ style: STYLE_OF[block.tone ?? 'body'], children: breaksIn(block.text) })];
    case 'prose':
      return block.paragraphs.map(proseIn);
    case 'list':
      return block.items.map(entryIn);
    case 'table':
      return tableIn(block);
    case 'cards':
      return cardsIn(block);
    case 'figure':
    case 'chart':
      return pictureIn(block);
  }
}

const STYLE_OF = { lead: 'Lead', small: 'Small', body: 'Body' } as const;

function proseIn({ as, depth: level = 0, runs }: BookletProse): Paragraph {
  const children = runs.flatMap(runIn);
  if (as === 'heading') return new Paragraph({ style: 'Heading4', children });
  if (as === 'quote') return new Paragraph({ style: 'Quote', children });
  if (as === 'paragraph') return new Paragraph({ style: 'Body', children });
  const reference = as === 'number' ? 'numbers' : 'dashes';
  return new Paragraph({ style: 'Body', numbering: { reference, level }, children });
}

function entryIn({ text, label, detail, href }: BlockOf<'list'>['items'][number]): Paragraph {
  const quiet = { color: COLOURS.quiet.slice(1), size: 18 };
  const said = href
    ? [new ExternalHyperlink({ link: href, children: breaksIn(text, { style: 'Hyperlink' }) })]
    : breaksIn(text);
  return new Paragraph({
    ...{ style: 'Body', numbering: { reference: 'dashes', level: 0 } },
    children: [
      ...(label ? [new TextRun({ ...quiet, text: `${label}: ` })] : []),
      ...said,
      ...(detail ? [new TextRun({ ...quiet, text: detail, break: 1 })] : []),
    ],
  });
}

// A column has a line of its own, a card is a paragraph with a bar of the column's colour before it.
function cardsIn({ groups }: BlockOf<'cards'>): Paragraph[] {
  return groups.flatMap(({ title, tone, cards }) => {
    const color = COLOURS[TONES[tone] ?? 'series-7'].slice(1);
    const bar = { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color } };
    const paragraphs = cards.map(({ text, tags, votes }) => {
      const more = [...tags, ...(votes ? [`● ${votes}`] : [])].join('  ·  ');
      const quiet = { color: COLOURS.quiet.slice(1), size: 16 };
      return new Paragraph({
        ...{ style: 'Card', border: bar, indent: { left: 200 }, spacing: { before: 100, after: 100 } },
        children: [...breaksIn(text), ...(more ? [new TextRun({ ...quiet, text: more, break: 1 })] : [])],
      });
    });
    return [new Paragraph({ style: 'Column', children: [new TextRun({ text: title, color })] }), ...paragraphs];
  });
}

async function pictureIn(block: BlockOf<'figure'> | BlockOf<'chart'>): Promise<Paragraph[]> {
  const { png, width, height } = await paintingOf(block);
  const name = block.caption;
  const image = new ImageRun({
    ...{ type: 'png', data: png, altText: { name, title: name, description: block.alt } },
    transformation: { width: TEXT_WIDTH, height: Math.round((height * TEXT_WIDTH) / width) },
  });
  const note = block.kind === 'chart' ? `  ${block.note}` : '';
  const caption = [...breaksIn(block.caption, { bold: true }), new TextRun({ text: note })];
  return [new Paragraph({ style: 'Caption', children: caption }), new Paragraph({ children: [image] })];
}
