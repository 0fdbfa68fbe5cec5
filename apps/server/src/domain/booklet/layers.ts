import type { BlockId, PartId, SeatId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import type { Change, Layers } from './booklet.ts';

export const noLayers: Layers = { texts: {}, hidden: {}, own: {} };

/** The key of one text. Neither id holds a space. */
export const textKey = (blockId: BlockId, part: PartId): string => `${blockId} ${part}`;

/** Lays one change over the others. */
export function layered(layers: Layers, change: Change, by: SeatId): Layers {
  switch (change.kind) {
    case 'text': {
      const key = textKey(change.blockId, change.part);
      const { text, was } = change;
      const texts = text === undefined ? without(layers.texts, key) : withEntry(layers.texts, key, { was, text, by });
      return { ...layers, texts };
    }
    case 'hide': {
      const { blockId, hidden } = change;
      const now = hidden ? withEntry(layers.hidden, blockId, true as const) : without(layers.hidden, blockId);
      return { ...layers, hidden: now };
    }
    case 'order':
      return ordered(layers, change.sections);
    case 'add': {
      const { blockId, sectionId, after, text } = change;
      const paragraph = { sectionId, ...(after && { after }), text, by };
      return { ...layers, own: withEntry(layers.own, blockId, paragraph) };
    }
    case 'drop':
      return { ...layers, own: without(layers.own, change.blockId) };
    default:
      return assertNever(change);
  }
}

function ordered({ texts, hidden, own }: Layers, order: readonly BlockId[] | undefined): Layers {
  return { texts, hidden, own, ...(order && { order }) };
}

/** What takes a change back that is about to be laid over these layers. */
export function inverse(layers: Layers, change: Change): Change {
  switch (change.kind) {
    case 'text': {
      const { blockId, part, was } = change;
      const held = layers.texts[textKey(blockId, part)];
      return { kind: 'text', blockId, part, was: held?.was ?? was, ...(held && { text: held.text }) };
    }
    case 'hide':
      return { kind: 'hide', blockId: change.blockId, hidden: layers.hidden[change.blockId] ?? false };
    case 'order':
      return { kind: 'order', ...(layers.order && { sections: layers.order }) };
    case 'add':
      return { kind: 'drop', blockId: change.blockId };
    case 'drop': {
      const { sectionId = change.blockId, after, text = '' } = layers.own[change.blockId] ?? {};
      return { kind: 'add', blockId: change.blockId, sectionId, ...(after && { after }), text };
    }
    default:
      return assertNever(change);
  }
}
