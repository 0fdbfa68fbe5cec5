import type { BookletRun } from '@werkraum/protocol';
import { ExternalHyperlink, type IRunOptions, TextRun } from 'docx';

/** A text with its line feeds as breaks, in one style. Texts are set as they are: the library escapes what XML would read. */
export const breaksIn = (text: string, style: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 && { break: 1 }) }));

/** A stretch of text in its style; a link where it has one. */
export function runIn({ text, bold, italic, href }: BookletRun): (TextRun | ExternalHyperlink)[] {
  const style = { ...(bold && { bold }), ...(italic && { italics: true }) };
  if (!href) return breaksIn(text, style);
  return [new ExternalHyperlink({ link: href, children: breaksIn(text, { ...style, style: 'Hyperlink' }) })];
}
