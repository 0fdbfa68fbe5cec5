import { fromBase64, type NotesMessage, type NotesPlace, type NotesRefusal, toBase64 } from '@werkraum/protocol';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NotesLine } from '../../connection/notes-line.ts';
import { followCarets } from './carets.ts';

/** How it stands with the notes of one place. */
export interface NotesState {
  /**
   * `opening`: nothing is known yet. `open`: the line is up. `offline`: one writes on and it is sent later. `cut`: one is no
   * longer at that place. `late`: the same, and something could not be sent any more.
   */
  phase: 'opening' | 'open' | 'offline' | 'cut' | 'late';
  mayWrite: boolean;
  /** Something is not acknowledged yet. */
  unsaved: boolean;
  /** The last change was not taken, and why; the document is as it was before. */
  refused?: Extract<NotesRefusal, 'too-large' | 'full' | 'not-understood'> | undefined;
  /** Rises when the document was replaced by a new one. */
  edition: number;
}

/** The notes of one place, shared with who else is there. */
export interface SharedNotes {
  readonly place: NotesPlace;
  /** The document of this edition. */
  doc(): Y.Doc;
  awareness(): Awareness;
  store: StoreApi<NotesState>;
  /** The line is up (again). */
  lineUp(): void;
  lineDown(): void;
  close(): void;
}

export interface SharedNotesParts {
  place: NotesPlace;
  line: NotesLine;
  after(ms: number, run: () => void): () => void;
  nameOf(seatId: string): string;
}

/** What is typed in such a moment travels together. */
const GATHER_MS = 150;
const RETRY_MS = 1_500;
/** Changes are put together for one journey up to this size, in bytes. */
const BUNDLE = 30_000;
const REMOTE = Symbol('from the server');

const FIRST: NotesState = { phase: 'opening', mayWrite: false, unsaved: false, edition: 0 };

/** Begins to follow the notes of a place: merges what comes, sends what is written, and repeats what was not acknowledged. */
export function shareNotes({ place, line, after, nameOf }: SharedNotesParts): SharedNotes {
  const store = createStore<NotesState>(() => FIRST);
  let paper = newPaper();
  let pending: Uint8Array[] = [];
  let sending = false;
  let cancel = () => {};
  let closed = false;

  function newPaper() {
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    doc.on('update', wrote);
    const carets = followCarets({ awareness, nameOf, after, point: (caret) => line.point(place, caret) });
    return { doc, awareness, carets };
  }

  function wrote(update: Uint8Array, origin: unknown): void {
    if (origin === REMOTE || closed) return;
    pending.push(update);
    store.setState({ unsaved: true, refused: undefined });
    if (!sending) later(GATHER_MS, flush);
  }

  function later(ms: number, run: () => Promise<void>): void {
    cancel();
    cancel = after(ms, () => void run());
  }

  const take = (text: string): void => {
    const update = fromBase64(text);
    if (update) Y.applyUpdate(paper.doc, update, REMOTE);
  };

  async function open(): Promise<void> {
    if (closed) return;
    const reply = await line.open({ place, vector: toBase64(Y.encodeStateVector(paper.doc)) });
    if (closed) return;
    if (!reply.ok) {
      if (reply.reason === 'not-here') leave();
      else later(RETRY_MS, open);
      return;
    }
    take(reply.update);
    paper.carets.show(reply.carets);
    store.setState({ phase: 'open', mayWrite: reply.mayWrite });
    await flush();
  }

  /** The oldest changes that are not acknowledged, as many as travel together. */
  function bundle(): Uint8Array[] {
    let size = 0;
    const end = pending.findIndex((update) => {
      size += update.length;
      return size > BUNDLE;
    });
    return pending.slice(0, end === -1 ? pending.length : Math.max(1, end));
  }

  async function flush(): Promise<void> {
    if (sending || closed || pending.length === 0 || store.getState().phase !== 'open') return;
    sending = true;
    const sent = bundle();
    const reply = await line.update({ place, update: toBase64(Y.mergeUpdates(sent)) });
    sending = false;
    if (closed) return;
    if (!reply.ok) {
      turnedDown(reply.reason);
      return;
    }
    pending = pending.slice(sent.length);
    store.setState({ unsaved: pending.length > 0 });
    await flush();
  }

  function turnedDown(reason: NotesRefusal): void {
    if (reason === 'not-here' || reason === 'read-only') leave();
    else if (reason === 'too-large' || reason === 'full' || reason === 'not-understood') startAfresh(reason);
    else if (reason === 'gap') offerAll();
    else later(RETRY_MS, flush);
  }

  /** Something in between was lost: all that is here is offered again, and what is there already changes nothing. */
  function offerAll(): void {
    pending = [Y.encodeStateAsUpdate(paper.doc)];
    later(RETRY_MS, open);
  }

  /** What the server does not take cannot be taken back piece by piece: the document is read again as it is there. */
  function startAfresh(refused: NonNullable<NotesState['refused']>): void {
    discard();
    pending = [];
    paper = newPaper();
    store.setState({ refused, unsaved: false, edition: store.getState().edition + 1 });
    void open();
  }

  function discard(): void {
    paper.carets.stop();
    paper.awareness.destroy();
    paper.doc.off('update', wrote);
  }

  function leave(): void {
    cancel();
    store.setState({ phase: pending.length > 0 ? 'late' : 'cut', mayWrite: false });
  }

  const stopHearing = line.hear((message: NotesMessage) => {
    if (message.place !== place || closed) return;
    if (message.kind === 'update') take(message.update);
    else if (message.kind === 'caret') paper.carets.hear(message);
    else void open();
  });

  return {
    place,
    store,
    doc: () => paper.doc,
    awareness: () => paper.awareness,
    lineUp: () => void open(),
    lineDown() {
      cancel();
      const { phase } = store.getState();
      if (phase === 'open') store.setState({ phase: 'offline' });
    },
    close() {
      closed = true;
      cancel();
      stopHearing();
      discard();
      line.close(place);
    },
  };
}
