import type { BookletAnswer, BookletChange, Command } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatAnswer, SeatRefusal } from '../../connection/seat-answer.ts';
import type { SeatApi } from '../../connection/seat-api.ts';

/** What a booklet can be taken home as. */
export const FORMATS = ['pdf', 'docx', 'md'] as const;
export type BookletFormat = (typeof FORMATS)[number];

/** What the page knows. */
export type BookletState =
  | { at: 'loading' }
  | { at: 'no-link' }
  | { at: 'not-yet' }
  | { at: 'failing'; why: 'removed' | 'unreachable' | 'other' }
  | ({ at: 'ready' } & Ready);

export interface Ready {
  answer: BookletAnswer;
  /** A change is on its way, or a file. */
  doing?: 'saving' | BookletFormat;
  /** What went wrong last: a rejection's code, `unreachable`, or `file` for a file that could not be made. */
  trouble?: string;
}

/** Reads a booklet, changes it, takes it home. Nothing rejects. */
export interface BookletDesk {
  store: StoreApi<BookletState>;
  refresh(): Promise<void>;
  /** Resolves with whether it was written down. */
  change(change: BookletChange): Promise<boolean>;
  undo(): Promise<boolean>;
  publish(published: boolean): Promise<boolean>;
  download(format: BookletFormat): Promise<void>;
}

export interface BookletDeskParts {
  api: Pick<SeatApi, 'ask' | 'send' | 'fetchFile'>;
  save(name: string, bytes: Blob): void;
}

export function createBookletDesk({ api, save }: BookletDeskParts): BookletDesk {
  const store = createStore<BookletState>(() => ({ at: 'loading' }));
  const show = (state: BookletState) => store.setState(state, true);
  const ready = (): Ready | undefined => {
    const state = store.getState();
    return state.at === 'ready' ? state : undefined;
  };
  const note = (more: Omit<Ready, 'answer'>) => {
    const now = ready();
    if (now) show({ at: 'ready', answer: now.answer, ...more });
  };

  async function refresh(): Promise<void> {
    const asked = (await api.ask('GET', '/booklet')) as SeatAnswer<BookletAnswer | undefined>;
    if (asked.ok && asked.value) show({ at: 'ready', answer: asked.value });
    else if (ready() && !asked.ok && asked.problem === 'unreachable') note({ trouble: 'unreachable' });
    else show(asked.ok ? { at: 'failing', why: 'other' } : refused(asked));
  }

  async function ask(command: Command): Promise<boolean> {
    note({ doing: 'saving' });
    const sent = await api.send(command);
    await refresh();
    if (!sent.ok) note({ trouble: sent.code });
    return sent.ok;
  }

  return {
    ...{ store, refresh },
    change: (change) => ask({ type: 'edit-booklet', change }),
    undo: () => ask({ type: 'undo-booklet', revision: ready()?.answer.revision ?? 0 }),
    publish: (published) => ask({ type: published ? 'publish-booklet' : 'unpublish-booklet' }),
    async download(format) {
      const title = ready()?.answer.booklet.cover.title ?? 'werkraum';
      note({ doing: format });
      const file = await api.fetchFile(`/booklet.${format}`);
      if (file.ok) save(`${title}.${format}`, file.value);
      note(file.ok ? {} : { trouble: file.problem === 'unreachable' ? 'unreachable' : 'file' });
    },
  };
}

function refused({ problem, code }: SeatRefusal): BookletState {
  if (problem === 'unknown-link') return { at: 'no-link' };
  if (problem === 'removed' || problem === 'unreachable') return { at: 'failing', why: problem };
  return code === 'not-published' ? { at: 'not-yet' } : { at: 'failing', why: 'other' };
}
