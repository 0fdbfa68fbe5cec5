import { charactersIn, type Instant, NOTES_LIMITS, type SessionId } from '@werkraum/protocol';
import type { WrittenText } from '../../domain/notes/notes.ts';
import { isEmpty, ownWords, withoutAuthors, withoutSeat } from '../../domain/notes/written.ts';
import type { NoteStore, NotesKey } from '../../ports/note-store.ts';
import { type NotesDocument, openDocument } from './document.ts';
import type { Answered, Asked, Kind, Request } from './messages.ts';

/** All documents, those in use in memory. Works one request after the other; nothing here is asynchronous. */
export interface Library {
  /** @throws when it cannot be done; nothing has changed then */
  handle<K extends Kind>(kind: K, body: Asked[K]): Answered[K];
  /** Forgets what is in memory: it is read from the store again. */
  forget(): void;
}

/** So many places are held in memory; a place that is opened again costs one reading. */
const IN_MEMORY = 100;
/** A pause this long ends a stretch of writing, which is then worth a version [NO-9]. */
const PAUSE_MS = 3 * 60_000;
/** And so does writing for so long. */
const LONG_MS = 10 * 60_000;

interface Held {
  key: NotesKey;
  document: NotesDocument;
  /** The stretch of writing no version covers yet. */
  unkept?: { from: Instant; to: Instant } | undefined;
}

const nameOf = ({ sessionId, place }: NotesKey): string => `${sessionId}/${place}`;

export function createLibrary(store: NoteStore): Library {
  const shelf = new Map<string, Held>();

  function take(key: NotesKey): Held {
    const name = nameOf(key);
    const held = shelf.get(name) ?? { key, document: openDocument(store, key) };
    // The least recently used comes first.
    shelf.delete(name);
    shelf.set(name, held);
    if (shelf.size > IN_MEMORY) for (const [oldest] of [...shelf].slice(0, 1)) shelf.delete(oldest);
    return held;
  }

  function keepVersion(key: NotesKey, text: WrittenText, at: Instant): void {
    const kept = store.versions(key);
    const last = kept.at(-1);
    if (isEmpty(text) || JSON.stringify(last?.text) === JSON.stringify(text)) return;
    store.putVersion(key, { version: (last?.version ?? 0) + 1, at, text });
    const tooMany = Math.max(0, kept.length + 1 - NOTES_LIMITS.versions);
    for (const { version } of kept.slice(0, tooMany)) store.dropVersion(key, version);
  }

  function update({ key, update: change, by, at }: Asked['update']): Answered['update'] {
    const held = take(key);
    const { unkept } = held;
    const isOver = unkept && (at - unkept.to >= PAUSE_MS || at - unkept.from >= LONG_MS);
    const before = isOver ? held.document.text() : undefined;
    const result = held.document.apply(change, by);
    if (result === 'nothing-new') return 'kept';
    if (result !== 'kept') {
      if (!held.document.isSound()) shelf.delete(nameOf(key));
      return result;
    }
    if (before && unkept) keepVersion(key, before, unkept.to);
    held.unkept = { from: before || !unkept ? at : unkept.from, to: at };
    return 'kept';
  }

  function restore({ key, version, at }: Asked['restore']): Answered['restore'] {
    const wanted = store.versions(key).find((each) => each.version === version);
    if (!wanted) return undefined;
    const held = take(key);
    keepVersion(key, held.document.text(), at);
    held.unkept = { from: at, to: at };
    return held.document.write(wanted.text);
  }

  function eraseSeat({ sessionId, seatId }: Asked['erase-seat']): undefined {
    for (const place of store.places(sessionId)) {
      const key = { sessionId, place };
      take(key).document.eraseSeat(seatId);
      for (const each of store.versions(key)) {
        const text = withoutSeat(each.text, seatId);
        if (text !== each.text) store.putVersion(key, { ...each, text });
      }
    }
  }

  function forgetSession(sessionId: SessionId): void {
    for (const [name, { key }] of [...shelf]) if (key.sessionId === sessionId) shelf.delete(name);
  }

  const handlers: { [K in Kind]: (body: Asked[K]) => Answered[K] } = {
    open: ({ key, vector }) => take(key).document.difference(vector),
    update,
    text: ({ key }) => take(key).document.text(),
    versions: ({ key }) =>
      store
        .versions(key)
        .map(({ version, at, text }) => ({ version, at, characters: charactersIn(withoutAuthors(text)) }))
        .reverse(),
    version({ key, version }) {
      const found = store.versions(key).find((each) => each.version === version);
      return found && withoutAuthors(found.text);
    },
    'keep-version'({ key, at }) {
      const held = take(key);
      held.unkept = undefined;
      keepVersion(key, held.document.text(), at);
      return undefined;
    },
    restore,
    places: ({ sessionId }) => store.places(sessionId),
    words({ key, seatId }) {
      const versions = store.versions(key).map(({ text }) => text);
      return ownWords(take(key).document.text(), versions, seatId);
    },
    'erase-seat': eraseSeat,
    sessions: () => store.sessions(),
    delete({ sessionId }) {
      forgetSession(sessionId);
      store.erase(sessionId);
      return undefined;
    },
  };

  return {
    handle: (kind, body) => handlers[kind](body),
    forget: () => shelf.clear(),
  };
}

/** Works a batch off as one piece of writing; where that fails, each by itself, so that one does not take the others along. */
export function workOff(
  library: Library,
  store: NoteStore,
  batch: readonly Request[],
  begin: (id: number) => void,
): { id: number; value?: unknown; why?: string }[] {
  const one = (request: Request) => {
    begin(request.id);
    return { id: request.id, value: library.handle(request.kind, request) };
  };
  const work = (requests: readonly Request[]) => store.together(() => requests.map(one));
  const scrubbed = (answers: ReturnType<typeof work>, requests: readonly Request[]) => {
    if (requests.some(({ kind }) => kind === 'delete' || kind === 'erase-seat')) store.scrub();
    return answers;
  };
  try {
    return scrubbed(work(batch), batch);
  } catch {
    library.forget();
  }
  return batch.map((request) => {
    try {
      return scrubbed(work([request]), [request])[0] ?? { id: request.id };
    } catch (error) {
      library.forget();
      const why = error instanceof Error ? error.message : String(error);
      return request.kind === 'update' ? { id: request.id, value: 'not-saving', why } : { id: request.id, why };
    }
  });
}
