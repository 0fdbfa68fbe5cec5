import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Deck, type DeckFiles, type DeckProblem, DeckTrouble } from './deck.ts';
import { createDeckShelf, type DeckShelf } from './deck-shelf.ts';
import { ownFiles } from './file-source.ts';

/** The decks of this tab. The gallery and tests put one of their own in its place. */
export const DeckShelfContext = createContext<DeckShelf>(createDeckShelf(ownFiles));

export type DeckState =
  /** `share`: how much of it has come, 0 to 1; undefined while nobody knows. */
  | { state: 'coming'; share: number | undefined }
  | { state: 'there'; deck: Deck }
  | { state: 'missing'; problem: DeckProblem; retry: () => void };

const COMING: DeckState = { state: 'coming', share: undefined };

/** Opens a deck while it is wanted. */
export function useDeck({ kind, files }: DeckFiles): DeckState {
  const shelf = useContext(DeckShelfContext);
  const [held, hold] = useState<{ key: string; state: DeckState }>();
  const [attempt, setAttempt] = useState(0);
  const key = `${files.join()} ${attempt}`;
  // The key stands for kind and files, which are new objects with every page.
  useEffect(() => {
    let isWanted = true;
    const tell = (state: DeckState) => isWanted && hold({ key, state });
    const progress = (loaded: number, total: number | undefined) =>
      tell({ state: 'coming', share: total ? loaded / total : undefined });
    shelf.open({ kind, files }, progress).then(
      (deck) => tell({ state: 'there', deck }),
      (error: unknown) => tell({ state: 'missing', problem: problemOf(error), retry: () => setAttempt(attempt + 1) }),
    );
    return () => {
      isWanted = false;
    };
  }, [shelf, key]);
  return held?.key === key ? held.state : COMING;
}

/** What people are told of an error; one that nobody expected counts as a broken file. */
const problemOf = (error: unknown): DeckProblem => (error instanceof DeckTrouble ? error.problem : 'broken');

/** Opens a deck ahead of its showing, once the browser has nothing better to do. */
export function usePreparedDeck(deck: DeckFiles | undefined): void {
  const shelf = useContext(DeckShelfContext);
  const key = deck?.files.join();
  // The key stands for the deck.
  useEffect(() => {
    if (!deck) return undefined;
    const open = () => void shelf.open(deck).catch(() => undefined); // asked for again when it is shown
    const timer = setTimeout(open, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [shelf, key]);
}

// The next speaker is still listening: sound and pictures come first.
const SETTLED_MS = 1_500;
