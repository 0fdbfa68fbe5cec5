import type { NotesPlace } from '@werkraum/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '../../connection/connection.ts';
import { useConnection } from '../../connection/hooks.ts';
import { useStore } from '../../ui/use-store.ts';
import { type NotesState, type SharedNotes, shareNotes } from './shared-notes.ts';

interface Held {
  connection: Connection;
  notes: SharedNotes;
  stop(): void;
}

/** The notes in use outlive the panel that shows them: what could not be sent yet is not lost by looking elsewhere. */
let held: Held | undefined;

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

function hold(connection: Connection, place: NotesPlace): Held {
  const people = (): Record<string, { name: string }> =>
    (connection.store.getState().slices.session?.doc as { people?: Record<string, { name: string }> } | undefined)
      ?.people ?? {};
  const notes = shareNotes({
    ...{ place, after, line: connection.notes },
    nameOf: (seatId) => people()[seatId]?.name ?? '…',
  });
  let wasUp = false;
  const follow = () => {
    const isUp = connection.store.getState().link.state === 'connected';
    if (isUp && !wasUp) notes.lineUp();
    if (!isUp && wasUp) notes.lineDown();
    wasUp = isUp;
  };
  const unsubscribe = connection.store.subscribe(follow);
  follow();
  const stop = () => {
    unsubscribe();
    notes.close();
  };
  return { connection, notes, stop };
}

/** Notes that were cut off with something unsent stay until the person has put them away. */
const isStranded = ({ notes }: Held): boolean => notes.store.getState().phase === 'late';

function take(connection: Connection, place: NotesPlace): SharedNotes {
  const fits = held?.connection === connection && (held.notes.place === place || isStranded(held));
  if (held && fits) return held.notes;
  held?.stop();
  held = hold(connection, place);
  return held.notes;
}

export interface UsedNotes {
  notes: SharedNotes;
  state: NotesState;
  /** Puts notes away that were cut off. */
  putAway(): void;
}

const all = (state: NotesState): NotesState => state;

/** The notes of a place, followed from the first time they are looked at until the person is elsewhere. */
export function useNotes(place: NotesPlace): UsedNotes {
  const connection = useConnection();
  const [, redraw] = useState(0);
  const notes = take(connection, place);
  const state = useStore(notes.store, all);
  // Who comes back to a place opens its notes again.
  useEffect(() => {
    if (state.phase === 'cut' && notes.place === place) notes.lineUp();
  }, [notes, place]);
  return {
    ...{ notes, state },
    putAway() {
      held?.stop();
      held = undefined;
      redraw((times) => times + 1);
    },
  };
}
