import { fromBase64, type NotesOpened, type NotesPlace, type NotesReply, toBase64 } from '@werkraum/protocol';
import { type Copy, copyOf } from '@werkraum/server/src/ports/notes.fixtures.ts';
import type { Person } from './person.ts';

/** Somebody with a copy of the notes of a place, over their real connection. */
export interface Writer {
  copy: Copy;
  /** Opens the notes: takes what is missing, sends what the server does not hold. */
  opens(): Promise<NotesOpened>;
  /** Writes a paragraph and sends it. */
  writes(text: string): Promise<NotesReply>;
  sends(update: Uint8Array): Promise<NotesReply>;
  /** What the person reads once everything they were told is in their copy. */
  reads(): string;
}

/** The place somebody is at. */
export const placeOf = (person: Person): NotesPlace => {
  const { place } = person.you();
  if (place === 'lobby') throw new Error(`${person.name} is outside`);
  return place;
};

export function writerOf(person: Person, place: NotesPlace = placeOf(person)): Writer {
  const copy = copyOf();
  const bytes = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array();
  const sends = async (update: Uint8Array) =>
    (await person.client().request('notes-update', { place, update: toBase64(update) })) as NotesReply;

  return {
    copy,
    sends,
    async opens() {
      const request = { place, vector: toBase64(copy.vector()) };
      const opened = (await person.client().request('notes-open', request)) as NotesOpened;
      if (!opened.ok) return opened;
      copy.hears(bytes(opened.update));
      const own = copy.beyond(bytes(opened.vector));
      if (own.length > 2) await sends(own);
      return opened;
    },
    writes: (text) => sends(copy.writes(text)),
    reads() {
      for (const message of person.client().notes()) {
        if (message.kind === 'update' && message.place === place) copy.hears(bytes(message.update));
      }
      return copy.reads();
    },
  };
}

/** All that was sent to somebody, what travels as base64 included: a word that is not in here has not reached them. */
export function wordsSentTo(person: Person): string {
  const text = person.client().frames().join('\n');
  const hidden = text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? [];
  return [text, ...hidden.map((piece) => Buffer.from(piece, 'base64').toString('utf8'))].join('\n');
}
