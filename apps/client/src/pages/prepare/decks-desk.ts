import type { DeckId } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatApi } from '../../connection/seat-api.ts';
import { randomId } from '../../ui/random-id.ts';

/** What the page can send without asking; the server looks at the bytes themselves. */
const TYPES = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);

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

  return {
    store,
    async upload(file) {
      if (store.getState().uploading) return false;
      if (!TYPES.has(file.type)) return fail({ kind: 'wrong-type' });
      if (file.size > mostBytes) return fail({ kind: 'too-large' });
      stopping = new AbortController();
      const name = nameOf(file);
      store.setState({ uploading: { name, part: 0 } }, true);
      const answer = await api.upload(`/decks/${randomId()}?${new URLSearchParams({ name })}`, file, {
        signal: stopping.signal,
        progress: (sent, total = file.size) => store.setState({ uploading: { name, part: sent / total } }),
      });
      await changed();
      if (!answer.ok) return fail(problemOf(answer.problem, answer.code));
      store.setState({}, true);
      return true;
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
