import type { Booklet } from '@werkraum/protocol';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { drawnIn } from './docx-blocks.ts';
import { FONT, NUMBERING, STYLES } from './docx-look.ts';
import { breaksIn } from './docx-text.ts';
import { COLOURS } from './look.ts';

const LOCALE = { de: 'de-DE', en: 'en-GB' } as const;
const MM = 56.7;
const MARGIN = { top: 26 * MM, bottom: 24 * MM, left: 25 * MM, right: 25 * MM };

/** A booklet as a Word file: real headings, lists and table heads, a table of contents that Word fills, texts beside figures. */
export async function docxOf({ language, cover, sections, words }: Booklet): Promise<Uint8Array> {
  const quiet = { color: COLOURS.quiet.slice(1), size: 17 };
  const blocks = await Promise.all(
    sections.map(async ({ title, blocks: own }) => [title, await drawnIn(own)] as const),
  );
  const small = (children: ConstructorParameters<typeof TextRun>[0][]) => children.map((child) => new TextRun(child));
  const document = new Document({
    ...{ title: cover.title, subject: cover.subtitle, description: cover.subtitle, creator: 'Werkraum' },
    // Word asks before it fills the table of contents; without it the table would stay empty.
    features: { updateFields: true },
    styles: {
      ...STYLES,
      default: { ...STYLES.default, document: { run: { ...FONT, size: 21, language: { value: LOCALE[language] } } } },
    },
    numbering: NUMBERING,
    sections: [
      { properties: { page: { margin: { ...MARGIN, top: 60 * MM } } }, children: front(cover) },
      {
        properties: { page: { margin: MARGIN } },
        headers: {
          default: new Header({ children: [new Paragraph({ children: small([{ text: cover.title, ...quiet }]) })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: small([{ children: [PageNumber.CURRENT], ...quiet }]),
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ style: 'ContentsTitle', text: words.contents }),
          new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
          ...blocks.flatMap(([title, drawn], index) => [
            new Paragraph({ style: 'Heading1', text: title, ...(index === 0 && { pageBreakBefore: true }) }),
            ...drawn,
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const front = ({ title, subtitle, lines }: Booklet['cover']): Paragraph[] => [
  new Paragraph({ style: 'Subtitle', children: breaksIn(subtitle) }),
  new Paragraph({ style: 'Title', children: breaksIn(title) }),
  ...lines.map(
    ({ label, text }) =>
      new Paragraph({
        style: 'CoverLine',
        tabStops: [{ type: TabStopType.LEFT, position: 2_200 }],
        children: [
          new TextRun({ text: `${label}\t`, color: COLOURS.quiet.slice(1) }),
          ...breaksIn(text, { bold: true }),
        ],
      }),
  ),
];
