import type { Instant, RoomId, SeatId, SessionId } from '@werkraum/protocol';
import * as Y from 'yjs';
import type { NotesKey } from './notes.ts';

const ROOT = 'default';

export const ADA = 'ada' as SeatId;
export const BEN = 'ben' as SeatId;
export const MODEL = 'model' as SessionId;
export const TABLE_A: NotesKey = { sessionId: MODEL, place: 'round-1-a' as RoomId };
export const TABLE_B: NotesKey = { sessionId: MODEL, place: 'round-1-b' as RoomId };
export const at = (ms: number): Instant => ms;

/** Somebody's copy of a document, and what they change in it. */
export interface Copy {
  doc: Y.Doc;
  /** Does something and returns it as an update. */
  does(change: (root: Y.XmlFragment) => void): Uint8Array;
  /** Writes a paragraph at the end. */
  writes(text: string): Uint8Array;
  reads(): string;
  /** Takes in what somebody else did. */
  hears(update: Uint8Array): void;
  /** What this copy holds (Yjs state vector). */
  vector(): Uint8Array;
  /** What it holds beyond that. */
  beyond(vector: Uint8Array): Uint8Array;
}

/** A copy of what somebody was given so far. */
export function copyOf(...updates: readonly Uint8Array[]): Copy {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const root = doc.getXmlFragment(ROOT);
  const does = (change: (root: Y.XmlFragment) => void): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(root));
    return Y.encodeStateAsUpdate(doc, before);
  };
  return {
    ...{ doc, does },
    writes: (text) => does((all) => all.push([paragraph(text)])),
    reads: () => root.toString(),
    hears: (update) => Y.applyUpdate(doc, update),
    vector: () => Y.encodeStateVector(doc),
    beyond: (vector) => Y.encodeStateAsUpdate(doc, vector),
  };
}

/** An element with a text in it. */
export function element(name: string, text = ''): Y.XmlElement {
  const made = new Y.XmlElement(name);
  if (text !== '') made.insert(0, [new Y.XmlText(text)]);
  return made;
}

export const paragraph = (text: string): Y.XmlElement => element('paragraph', text);

/** An element around others. */
export function around(name: string, ...within: Y.XmlElement[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, within);
  return made;
}
