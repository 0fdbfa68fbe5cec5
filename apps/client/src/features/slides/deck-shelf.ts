import type { Deck, DeckFiles, FileSource, Progress } from './deck.ts';
import { openImages } from './image-deck.ts';

/** Opens decks and holds on to the newest, so that who comes back to one does not fetch it again. */
export interface DeckShelf {
  /** Throws `DeckTrouble`. A deck asked for twice is opened once; `progress` is told of the first request only. */
  open(deck: DeckFiles, progress?: Progress): Promise<Deck>;
  /** Lets go of everything, also of what is on its way. */
  clear(): void;
}

interface Held {
  opening: Promise<Deck>;
  abort: AbortController;
}

/** The own deck and one of somebody else. */
const MOST_HELD = 2;

/** A shelf of decks whose bytes come from `source`. The reader of PDFs is fetched with the first one. */
export function createDeckShelf(source: FileSource): DeckShelf {
  const held = new Map<string, Held>();

  const letGo = (key: string) => {
    const deck = held.get(key);
    held.delete(key);
    deck?.abort.abort();
    deck?.opening.then(
      ({ close }) => close(),
      () => undefined, // it was never opened
    );
  };

  const begin = (deck: DeckFiles, key: string, progress: Progress | undefined): Held => {
    const abort = new AbortController();
    const opening = openDeck(deck, source, abort.signal, progress);
    opening.catch(() => held.get(key)?.opening === opening && held.delete(key));
    return { opening, abort };
  };

  return {
    open(deck, progress) {
      const key = deck.files.join();
      const one = held.get(key) ?? begin(deck, key, progress);
      held.delete(key);
      held.set(key, one);
      for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - MOST_HELD))) letGo(oldest);
      return one.opening;
    },
    clear: () => {
      for (const key of [...held.keys()]) letGo(key);
    },
  };
}

async function openDeck(
  { kind, files }: DeckFiles,
  source: FileSource,
  signal: AbortSignal,
  progress: Progress | undefined,
): Promise<Deck> {
  if (kind === 'images') return openImages(files, source);
  const [fileId] = files;
  if (!fileId) throw new Error('a deck without files');
  const [reader, bytes] = await Promise.all([import('./pdf-deck.ts'), source(fileId, { signal, progress })]);
  return reader.openPdf(bytes);
}
