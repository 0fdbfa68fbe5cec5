import type { FileId } from '@werkraum/protocol';
import { type Deck, DeckTrouble, type FileSource, fitted } from './deck.ts';

/** As many pictures of a deck are held at once, as they came. */
const HELD = 6;

/** Opens a deck of images: one file per page, each fetched when it is first drawn. */
export function openImages(files: readonly FileId[], source: FileSource): Deck {
  const held = new Map<FileId, Blob>();
  const bytesOf = async (fileId: FileId, signal: AbortSignal): Promise<Blob> => {
    const there = held.get(fileId);
    if (there) return there;
    const bytes = await source(fileId, { signal });
    held.set(fileId, bytes);
    for (const oldest of held.keys()) if (held.size > HELD) held.delete(oldest);
    return bytes;
  };
  return {
    draw: async (page, box, signal) => {
      const fileId = files[page - 1];
      if (!fileId) throw new DeckTrouble('broken');
      const bytes = await bytesOf(fileId, signal);
      const picture = await createImageBitmap(bytes).catch(() => {
        throw new DeckTrouble('broken');
      });
      const canvas = Object.assign(document.createElement('canvas'), fitted(picture, box));
      const context = canvas.getContext('2d');
      if (context) context.imageSmoothingQuality = 'high';
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      return canvas;
    },
    close: () => held.clear(),
  };
}
