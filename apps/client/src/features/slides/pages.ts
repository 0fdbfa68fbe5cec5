import type { Box, Deck } from './deck.ts';

/** Drawn pages of one deck: what is asked for again is not drawn again, what is no longer wanted is let go. */
export interface Pages {
  /** The picture of a page, as large as fits into the box of device pixels. Rejects when it is let go meanwhile. */
  get(page: number, box: Box): Promise<HTMLCanvasElement>;
  /** Lets go of all pages but these, at any size but this. */
  keep(pages: readonly number[], box: Box): void;
}

interface Drawing {
  abort: AbortController;
  canvas: Promise<HTMLCanvasElement>;
}

const keyOf = (page: number, { width, height }: Box): string => `${page} ${width} ${height}`;

export function createPages(deck: Deck): Pages {
  const held = new Map<string, Drawing>();

  const letGo = (key: string) => {
    const drawing = held.get(key);
    held.delete(key);
    drawing?.abort.abort();
    // Browsers keep the memory of a canvas until it is collected, unless it is made small.
    drawing?.canvas.then(
      (canvas) => canvas.isConnected || Object.assign(canvas, { width: 0, height: 0 }),
      () => undefined, // it was never drawn
    );
  };

  const begin = (page: number, box: Box, key: string): Drawing => {
    const abort = new AbortController();
    const drawing = { abort, canvas: deck.draw(page, box, abort.signal) };
    held.set(key, drawing);
    drawing.canvas.catch(() => held.get(key) === drawing && held.delete(key));
    return drawing;
  };

  return {
    get: (page, box) => {
      const key = keyOf(page, box);
      return (held.get(key) ?? begin(page, box, key)).canvas;
    },
    keep: (pages, box) => {
      const wanted = new Set(pages.map((page) => keyOf(page, box)));
      for (const key of [...held.keys()]) if (!wanted.has(key)) letGo(key);
    },
  };
}
