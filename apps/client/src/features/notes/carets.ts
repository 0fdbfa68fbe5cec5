import { NotesCaret, type NotesMessage } from '@werkraum/protocol';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

export interface CaretParts {
  awareness: Awareness;
  nameOf(seatId: string): string;
  after(ms: number, run: () => void): () => void;
  point(caret: NotesCaret | null): void;
}

/** Carets of the others as the editor draws them, and the own one as the others are told. */
export interface Carets {
  show(carets: readonly { seatId: string; caret: NotesCaret }[]): void;
  hear(message: Extract<NotesMessage, { kind: 'caret' }>): void;
  stop(): void;
}

/** Carets are told four times a second at most. */
const POINT_MS = 250;
const HUES = 6;

/** Joins the editor's awareness with the wire. Only positions travel: who somebody is the server says, and the room knows their name. */
export function followCarets({ awareness, nameOf, after, point }: CaretParts): Carets {
  const numbers = new Map<string, number>();
  let told = 'null';
  let cancel: (() => void) | undefined;

  const numberOf = (seatId: string): number => {
    const number = numbers.get(seatId) ?? numbers.size + 1;
    numbers.set(seatId, number);
    return number;
  };

  function put(seatId: string, caret: NotesCaret | null): void {
    const number = numberOf(seatId);
    // The editor wants a colour of six digits; the one that is seen comes with the hue from our own sheet.
    const user = { name: nameOf(seatId), color: '#000000', hue: String(number % HUES) };
    if (caret) awareness.states.set(number, { cursor: caret, user });
    else awareness.states.delete(number);
    awareness.emit('change', [{ added: [], updated: [number], removed: [] }, 'server']);
  }

  function tell(): void {
    cancel = undefined;
    const caret = ownCaret(awareness);
    const text = JSON.stringify(caret);
    if (text === told) return;
    told = text;
    point(caret);
  }

  const changed = (_change: unknown, origin: unknown): void => {
    if (origin !== 'server') cancel ??= after(POINT_MS, tell);
  };
  awareness.on('change', changed);

  return {
    show(carets) {
      for (const seatId of numbers.keys()) put(seatId, null);
      for (const { seatId, caret } of carets) put(seatId, caret);
      told = 'null';
      tell();
    },
    hear: ({ seatId, caret }) => put(seatId, caret),
    stop() {
      cancel?.();
      awareness.off('change', changed);
    },
  };
}

function ownCaret(awareness: Awareness): NotesCaret | null {
  const cursor = (awareness.getLocalState() as { cursor?: { anchor: unknown; head: unknown } | null } | null)?.cursor;
  if (!cursor) return null;
  const asPlain = (position: unknown): unknown => Y.relativePositionToJSON(position as Y.RelativePosition);
  const caret = NotesCaret.safeParse({ anchor: asPlain(cursor.anchor), head: asPlain(cursor.head) });
  return caret.success ? caret.data : null;
}
