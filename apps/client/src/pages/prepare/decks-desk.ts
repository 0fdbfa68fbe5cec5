import type { DeckId, DeckView } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatApi } from '../../connection/seat-api.ts';
import { randomId } from '../../ui/random-id.ts';

/** What the page can send without asking; the server looks at the bytes themselves. */
const IMAGES = new Set(['image/png', 'image/jpeg', 'image/webp']);
const TYPES = new Set(['application/pdf', ...IMAGES]);

/** Why nothing came of it: an own reason, or the server's `code`. */
export type UploadProblem = { kind: 'too-large' | 'wrong-type' | 'unreachable' | 'stopped' } | Refused;
interface Refused {
  kind: 'refused';
  code: string;
}

export interface Uploading {
  name: string;
  /** Between 0 and 1; 1: everything is sent and is being looked at. */
  part: number;
}

export interface DecksState {
  uploading?: Uploading;
  problem?: UploadProblem;
}

/** Bringing and taking away a presentation. What there is stands in the preparation itself. */
export interface DecksDesk {
  store: StoreApi<DecksState>;
  /** Resolves with whether the file was taken. */
  upload(file: File): Promise<boolean>;
  /** Puts images behind the pages of a deck of images, in their order. Resolves with how many were taken. */
  addImages(deckId: string, deck: Pick<DeckView, 'name' | 'pages'>, files: readonly File[]): Promise<number>;
  stop(): void;
  /** Resolves with whether it is gone. */
  remove(deckId: string): Promise<boolean>;
}

/** `changed` is called when the server has another presentation than before. */
export function createDecksDesk(
  api: Pick<SeatApi, 'upload' | 'send'>,
  changed: () => Promise<void>,
  mostBytes: number,
): DecksDesk {
  const store = createStore<DecksState>(() => ({}));
  let stopping = new AbortController();

  const fail = (problem: UploadProblem): false => {
    store.setState({ problem }, true);
    return false;
  };

  /** Sends one file, as the deck of this id or as a page of it. Resolves with what stands in the way, if anything. */
  const send = async (
    file: File,
    deckId: string,
    query: Record<string, string>,
  ): Promise<UploadProblem | undefined> => {
    if (file.size > mostBytes) return { kind: 'too-large' };
    const name = nameOf(file);
    store.setState({ uploading: { name, part: 0 } }, true);
    const answer = await api.upload(`/decks/${deckId}?${new URLSearchParams(query)}`, file, {
      signal: stopping.signal,
      progress: (sent, total = file.size) => store.setState({ uploading: { name, part: sent / total } }),
    });
    return answer.ok ? undefined : problemOf(answer.problem, answer.code);
  };

  return {
    store,
    async upload(file) {
      if (store.getState().uploading) return false;
      if (!TYPES.has(file.type)) return fail({ kind: 'wrong-type' });
      stopping = new AbortController();
      const problem = await send(file, randomId(), { name: nameOf(file) });
      if (problem?.kind !== 'too-large') await changed();
      if (problem) return fail(problem);
      store.setState({}, true);
      return true;
    },
    async addImages(deckId, { name, pages }, files) {
      if (store.getState().uploading) return 0;
      stopping = new AbortController();
      let taken = 0;
      let problem: UploadProblem | undefined;
      for (const file of files) {
        const page = String(pages + taken + 1);
        problem = IMAGES.has(file.type) ? await send(file, deckId, { name, page }) : { kind: 'wrong-type' };
        if (problem) break;
        taken += 1;
      }
      await changed();
      store.setState(problem ? { problem } : {}, true);
      return taken;
    },
    stop: () => stopping.abort(),
    async remove(deckId) {
      const answer = await api.send({ type: 'remove-deck', deckId: deckId as DeckId });
      await changed();
      return answer.ok || fail(problemOf(answer.problem, answer.code));
    },
  };
}

function problemOf(problem: string, code: string): UploadProblem {
  if (problem === 'stopped') return { kind: 'stopped' };
  return problem === 'refused' ? { kind: 'refused', code } : { kind: 'unreachable' };
}

// One visible line, as the server wants it, whatever a file may be called.
const nameOf = (file: File): string =>
  file.name
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 120) || '–';
