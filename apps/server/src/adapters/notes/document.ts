import { NOTES_LIMITS, type SeatId } from '@werkraum/protocol';
import * as Y from 'yjs';
import type { WrittenText } from '../../domain/notes/notes.ts';
import type { NoteStore, NotesKey } from '../../ports/note-store.ts';
import type { NotesDifference, UpdateRefusal } from '../../ports/notes.ts';
import { isOurDocument } from './check-document.ts';
import { inspectUpdate } from './check-update.ts';
import { eraseWriting } from './erase-writing.ts';
import { readText } from './read-text.ts';
import { ROOT } from './shape.ts';
import { writeText } from './write-text.ts';

/** The notes of one place in memory. */
export interface NotesDocument {
  difference(vector: Uint8Array): NotesDifference;
  apply(update: Uint8Array, by: SeatId): 'kept' | 'nothing-new' | Exclude<UpdateRefusal, 'not-saving'>;
  /** False once a change was applied and then refused: it is to be read anew from the store. */
  isSound(): boolean;
  text(): WrittenText;
  /** Replaces the text; returns the change. */
  write(text: WrittenText): Uint8Array;
  /** Takes out what this person wrote. */
  eraseSeat(seatId: SeatId): void;
}

/** Compacted after so many changes, or so many bytes of them: reading a place then costs little. */
const COMPACT_AFTER = { updates: 200, bytes: 256 * 1024 };
const NOTHING = Y.encodeStateVector(new Y.Doc());

/** Reads the notes of a place from the store. Every change it accepts is handed to the store at once. */
export function openDocument(store: NoteStore, key: NotesKey): NotesDocument {
  const stored = store.read(key);
  const pens = new Map(stored.pens);
  const doc = new Y.Doc();
  doc.getXmlFragment(ROOT);
  doc.transact(() => {
    for (const update of stored.updates) Y.applyUpdate(doc, update);
  });
  const since = { updates: stored.updates.length, bytes: 0 };
  /** At least what the document weighs: counted up by each change, weighed anew when that reaches the limit. */
  let weight = stored.updates.reduce((sum, { length }) => sum + length, 0);

  let isSound = true;

  function bind(pen: number, seatId: SeatId): void {
    pens.set(pen, seatId);
    store.bindPen(key, pen, seatId);
  }

  function keep(update: Uint8Array): void {
    store.append(key, update);
    since.updates += 1;
    since.bytes += update.length;
    if (since.updates >= COMPACT_AFTER.updates || since.bytes >= COMPACT_AFTER.bytes) compact();
  }

  function compact(): void {
    const state = Y.encodeStateAsUpdate(doc);
    store.compact(key, state);
    Object.assign(since, { updates: 1, bytes: 0 });
    weight = state.length;
  }

  /** Nobody writes with somebody else's pen [NO-6]. */
  const isTheirs = (written: ReadonlySet<number>, by: SeatId): boolean =>
    [...written].every((pen) => (pens.get(pen) ?? by) === by);

  function fits(update: Uint8Array): boolean {
    weight += update.length;
    if (weight > NOTES_LIMITS.documentBytes) weight = Y.encodeStateAsUpdate(doc).length;
    return weight <= NOTES_LIMITS.documentBytes;
  }

  function apply(update: Uint8Array, by: SeatId): ReturnType<NotesDocument['apply']> {
    if (update.length > NOTES_LIMITS.updateBytes) return 'too-large';
    const inspected = inspectUpdate(update);
    if (!inspected || !isTheirs(inspected.pens, by)) return 'not-understood';
    if (inspected.isMissing((pen) => Y.getState(doc.store, pen))) return 'gap';
    isSound = false;
    let changes = false;
    const note = () => {
      changes = true;
    };
    doc.on('update', note);
    try {
      Y.applyUpdate(doc, update);
    } catch {
      return 'not-understood';
    }
    doc.off('update', note);
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'gap';
    if (!changes) {
      isSound = true;
      return 'nothing-new';
    }
    if (!isOurDocument(doc)) return 'not-understood';
    if (!fits(update)) return 'full';
    isSound = true;
    for (const pen of inspected.pens) if (!pens.has(pen)) bind(pen, by);
    keep(update);
    return 'kept';
  }

  /** A pen nobody has used: words that are written anew for somebody stay theirs. */
  function newPens(): (by: SeatId | undefined) => number {
    const made = new Map<SeatId | undefined, number>([[undefined, new Y.Doc().clientID]]);
    return (by) => {
      const pen = made.get(by) ?? new Y.Doc().clientID;
      if (!made.has(by) && by !== undefined) bind(pen, by);
      made.set(by, pen);
      return pen;
    };
  }

  return {
    difference: (vector) => ({ update: differenceTo(doc, vector), vector: Y.encodeStateVector(doc) }),
    apply,
    isSound: () => isSound,
    text: () => readText(doc, (pen) => pens.get(pen)),
    write(text) {
      const before = Y.encodeStateVector(doc);
      writeText(doc, text, newPens());
      const update = Y.encodeStateAsUpdate(doc, before);
      keep(update);
      return update;
    },
    eraseSeat(seatId) {
      eraseWriting(doc, (pen) => pens.get(pen) === seatId);
      compact();
    },
  };
}

function differenceTo(doc: Y.Doc, vector: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, vector.length === 0 ? NOTHING : vector);
  } catch {
    // A vector that cannot be read: as if nothing were held.
    return Y.encodeStateAsUpdate(doc);
  }
}
