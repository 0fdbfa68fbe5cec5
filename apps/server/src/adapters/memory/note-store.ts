import type { NotesPlace, SeatId, SessionId } from '@werkraum/protocol';
import type { NoteStore, NotesKey, StoredVersion } from '../../ports/note-store.ts';

interface Shelf {
  sessionId: SessionId;
  place: NotesPlace;
  updates: readonly Uint8Array[];
  pens: ReadonlyMap<number, SeatId>;
  versions: ReadonlyMap<number, StoredVersion>;
}

/** Notes kept in this process alone: for tests, and for several servers one after the other. */
export function createMemoryNoteStore(): NoteStore {
  let shelves: ReadonlyMap<string, Shelf> = new Map();
  const nameOf = ({ sessionId, place }: NotesKey): string => `${sessionId}/${place}`;
  const shelfOf = (key: NotesKey): Shelf =>
    shelves.get(nameOf(key)) ?? { ...key, updates: [], pens: new Map(), versions: new Map() };
  const change = (key: NotesKey, part: Partial<Shelf>): void => {
    shelves = new Map([...shelves, [nameOf(key), { ...shelfOf(key), ...part }]]);
  };

  return {
    read: (key) => shelfOf(key),
    together(work) {
      const before = shelves;
      try {
        return work();
      } catch (error) {
        shelves = before;
        throw error;
      }
    },
    append: (key, update) => change(key, { updates: [...shelfOf(key).updates, update] }),
    bindPen(key, pen, seatId) {
      const { pens } = shelfOf(key);
      if (!pens.has(pen)) change(key, { pens: new Map([...pens, [pen, seatId]]) });
    },
    compact: (key, state) => change(key, { updates: [state] }),
    versions: (key) => [...shelfOf(key).versions.values()].sort((one, other) => one.version - other.version),
    putVersion: (key, version) =>
      change(key, { versions: new Map([...shelfOf(key).versions, [version.version, version]]) }),
    dropVersion(key, version) {
      change(key, { versions: new Map([...shelfOf(key).versions].filter(([number]) => number !== version)) });
    },
    places: (sessionId) =>
      [...shelves.values()].flatMap((shelf) => (shelf.sessionId === sessionId ? [shelf.place] : [])),
    sessions: () => [...new Set([...shelves.values()].map(({ sessionId }) => sessionId))],
    erase(sessionId) {
      shelves = new Map([...shelves].filter(([, shelf]) => shelf.sessionId !== sessionId));
    },
    scrub: () => {},
    close: () => {},
  };
}
