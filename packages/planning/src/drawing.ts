/** What a shape is coloured by: one of a few series, or a part of the page. Whoever draws knows the colours. */
export type Ink = 'text' | 'quiet' | 'line' | 'track' | `series-${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}`;

export type Shape =
  | { kind: 'path'; d: string; ink: Ink; opacity: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; radius: number; ink: Ink }
  | {
      kind: 'text';
      x: number;
      y: number;
      size: number;
      anchor: 'start' | 'end';
      ink: Ink;
      bold: boolean;
      text: string;
    };

/** A picture made of few kinds of shapes, so that a page, a PDF and a bitmap can show the very same. Units are CSS pixels. */
export interface Drawing {
  width: number;
  height: number;
  shapes: readonly Shape[];
}

/** The ink of the n-th series; they repeat after eight. */
export const seriesInk = (index: number): Ink => `series-${(index % 8) as 0}`;

/** About how wide a line of text is: half its size for each letter, more for wide ones. Fonts differ; this errs to the wide side. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text)
    units += /[iljtfrI1.,;:'|! ()]/.test(letter) ? 0.34 : /[mwMWÄÖÜ@%—]/.test(letter) ? 0.86 : 0.57;
  return units * size;
}

/** A text in lines of at most this width, at most so many; what does not fit ends in an ellipsis. Long words are cut. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, size, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{1,2}$/u, '')}…`];
}

function pieces(word: string, size: number, width: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (textWidth(piece + letter, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

/** The lines of one label, the first with its baseline so that the block is centred about `middle`. */
export function label(
  lines: readonly string[],
  at: { x: number; middle: number; size: number; anchor: 'start' | 'end'; ink?: Ink; bold?: boolean },
): Shape[] {
  const { x, middle, size, anchor, ink = 'text', bold = false } = at;
  const step = size * 1.25;
  const top = middle - (step * (lines.length - 1)) / 2 + size * 0.36;
  return lines.map((text, index) => ({ kind: 'text', x, y: round(top + index * step), size, anchor, ink, bold, text }));
}

/** To a tenth of a pixel: the same drawing everywhere, in few characters. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => XML[mark] ?? '');

/** A drawing as a file of its own. Refers to nothing outside; a font family that is missing is replaced by whoever draws it. */
export function svgOf(
  { width, height, shapes }: Drawing,
  colours: Readonly<Record<Ink, string>>,
  family: string,
): string {
  const drawn = shapes.map((shape) => {
    const fill = `fill="${colours[shape.ink]}"`;
    if (shape.kind === 'path') return `<path d="${shape.d}" ${fill} fill-opacity="${shape.opacity}"/>`;
    const { x, y } = shape;
    if (shape.kind === 'rect')
      return `<rect x="${x}" y="${y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}" ${fill}/>`;
    const style = `font-size="${shape.size}" text-anchor="${shape.anchor}"${shape.bold ? ' font-weight="600"' : ''}`;
    return `<text x="${x}" y="${y}" ${style} ${fill}>${escaped(shape.text)}</text>`;
  });
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(family)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${drawn.join('')}</svg>`;
}
