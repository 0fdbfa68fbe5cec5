import { type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';
import { COLOURS, FAMILIES } from './look.ts';

const plain = (colour: string): string => colour.slice(1);
const INK = plain(COLOURS.text);
const ACCENT = plain(COLOURS['series-0']);
const QUIET = plain(COLOURS.quiet);

/** Who has not installed the first gets what the system has in its place. */
export const FONT = { font: FAMILIES[0] };

const heading = (size: number, color: string, before: number) => ({
  run: { ...FONT, size, color, bold: true },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
});

/** Styles by the names that Word knows, so that its own table of contents and navigation find them. */
export const STYLES: IStylesOptions = {
  default: {
    title: { run: { ...FONT, size: 60, bold: true, color: INK }, paragraph: { spacing: { before: 120, after: 700 } } },
    heading1: heading(36, INK, 480),
    heading2: heading(27, ACCENT, 360),
    heading3: heading(23, INK, 280),
    heading4: heading(20, QUIET, 200),
    hyperlink: { run: { color: plain(COLOURS['series-6']), underline: {} } },
  },
  paragraphStyles: [
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { ...FONT, size: 24, bold: true, color: ACCENT } },
    {
      ...{ id: 'CoverLine', name: 'Cover line', basedOn: 'Normal', run: { ...FONT, size: 22 } },
      paragraph: {
        spacing: { after: 100 },
        indent: { left: 2_200, hanging: 2_200 },
      },
    },
    { id: 'ContentsTitle', name: 'Contents title', basedOn: 'Normal', run: { ...FONT, size: 36, bold: true } },
    {
      ...{ id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { ...FONT, size: 24 } },
      paragraph: { spacing: { after: 160, line: 300 } },
    },
    {
      ...{ id: 'Body', name: 'Body', basedOn: 'Normal', run: FONT },
      paragraph: { spacing: { after: 120, line: 290 } },
    },
    {
      ...{ id: 'Small', name: 'Small', basedOn: 'Normal', run: { ...FONT, size: 17, color: QUIET } },
      paragraph: { spacing: { after: 100 }, keepNext: true },
    },
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', run: { ...FONT, size: 17, color: QUIET } },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
    {
      ...{ id: 'Column', name: 'Column of cards', basedOn: 'Normal', run: { ...FONT, size: 20, bold: true } },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
    {
      ...{ id: 'Card', name: 'Card', basedOn: 'Normal', run: { ...FONT, size: 20 } },
      paragraph: { spacing: { after: 60 }, keepLines: true },
    },
    {
      ...{ id: 'Quote', name: 'Quote', basedOn: 'Normal', run: { ...FONT, italics: true } },
      paragraph: { spacing: { after: 120 }, indent: { left: 400 } },
    },
  ],
};

const steps = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) =>
  [0, 1, 2, 3, 4].map((level) => ({
    ...{ level, format, text: text(level) },
    style: { paragraph: { indent: { left: 340 * (level + 1), hanging: 340 } } },
  }));

export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'dashes', levels: steps(LevelFormat.BULLET, () => '–') },
    { reference: 'numbers', levels: steps(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
};
