import { barDrawing, topicDrawing } from '@werkraum/planning/booklet-figures';
import { type Drawing, svgOf } from '@werkraum/planning/drawing';
import type { BookletBlock } from '@werkraum/protocol';
import { COLOURS, FAMILIES } from './look.ts';

type Drawn = Extract<BookletBlock, { kind: 'figure' | 'chart' }>;

/** What a figure or a chart shows. */
export const drawingOf = (block: Drawn): Drawing =>
  block.kind === 'figure' ? topicDrawing(block.map) : barDrawing(block.bars);

/** The same as a picture that refers to nothing outside itself. */
export const pictureOf = (block: Drawn): string => svgOf(drawingOf(block), COLOURS, FAMILIES.join(', '));
