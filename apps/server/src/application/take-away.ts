import type { SeatExport, SeatId } from '@werkraum/protocol';
import { exportOf, type Happened } from '../domain/export/export.ts';
import { createNames, safeName } from '../domain/export/file-names.ts';
import { ownNotes, placeNames } from '../domain/export/own-notes.ts';
import { exportWords } from '../domain/export/words.ts';
import type { Session } from '../domain/session.ts';
import { decksOf } from '../domain/slides/decks.ts';
import { FILE_ENDINGS } from '../domain/slides/file-type.ts';
import type { Deck } from '../domain/slides/slides.ts';
import type { Files } from '../ports/files.ts';
import type { NotesKeeper } from '../ports/notes.ts';
import type { House } from './house.ts';
import { opened } from './opened.ts';

/** One file of what somebody takes along. A text is to be packed; bytes are packed already. */
export interface TakenFile {
  /** Within the archive, folders apart by `/`. */
  name: string;
  content: string | AsyncIterable<Uint8Array>;
}

export interface TakeAway {
  /**
   * Everything one person contributed, file by file [KE-23], each read when its turn comes, so that no more than one is in memory.
   * Undefined when the session cannot be read.
   */
  of(session: Session, seatId: SeatId): Promise<AsyncIterable<TakenFile> | undefined>;
}

export interface TakeAwayParts {
  history: House['history'];
  notes: Pick<NotesKeeper, 'places' | 'words'>;
  files: Pick<Files, 'get'>;
}

/** Whose archive is being packed, and the names that are taken in it. */
interface Packing {
  session: Session;
  seatId: SeatId;
  nameOf: ReturnType<typeof createNames>;
}

export function createTakeAway({ history, notes, files }: TakeAwayParts): TakeAway {
  async function* notesOf({ session, seatId, nameOf }: Packing, told: SeatExport['notes']): AsyncGenerator<TakenFile> {
    const words = exportWords(session.language);
    const placeName = placeNames(session);
    for (const place of await notes.places(session.id)) {
      const content = ownNotes(await notes.words({ sessionId: session.id, place }, seatId), words);
      if (content === '') continue;
      const name = placeName(place);
      const file = nameOf(`notes/${safeName(name, words.notes)}`, '.txt');
      told.push({ place: name, file });
      yield { name: file, content };
    }
  }

  async function* deckFiles({ session, nameOf }: Packing, deck: Deck, told: string[]): AsyncGenerator<TakenFile> {
    const name = safeName(deck.name, exportWords(session.language).file);
    for (const [index, id] of deck.files.entries()) {
      const kept = await files.get(session.id, id);
      // Removed since it was asked for.
      if (!kept) continue;
      const { type, bytes } = await opened(kept);
      const page = deck.kind === 'images' ? ` ${String(index + 1).padStart(2, '0')}` : '';
      const file = nameOf(`files/${name}${page}`, `.${FILE_ENDINGS[type]}`);
      told.push(file);
      yield { name: file, content: bytes };
    }
  }

  async function* pack(packing: Packing, facts: readonly Happened[]): AsyncGenerator<TakenFile> {
    const { session, seatId } = packing;
    const { title, language, people } = session;
    const name = people.seats[seatId]?.name ?? '';
    yield { name: 'README.txt', content: exportWords(language).readme({ title, name }) };
    const enclosed: Pick<SeatExport, 'notes' | 'decks'> = { notes: [], decks: [] };
    yield* notesOf(packing, enclosed.notes);
    for (const deck of decksOf(session, seatId)) {
      const of = { name: deck.name, files: [] as string[] };
      enclosed.decks.push(of);
      yield* deckFiles(packing, deck, of.files);
    }
    const contributions = exportOf(session, facts, seatId, enclosed);
    yield { name: 'contributions.json', content: `${JSON.stringify(contributions, null, 2)}\n` };
  }

  return {
    async of(session, seatId) {
      const facts = await history(session.id);
      return facts && pack({ session, seatId, nameOf: createNames() }, facts);
    },
  };
}
