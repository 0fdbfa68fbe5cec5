import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatAnswer, SeatRefusal } from '../../connection/seat-answer.ts';
import type { SeatApi } from '../../connection/seat-api.ts';

export interface ContributionState {
  doing?: 'saving' | 'erasing';
  /** What went wrong last: a rejection's code, or `unreachable`. */
  problem?: string;
}

/** What somebody may do about what they contributed: take it along, take it back. Nothing rejects. */
export interface ContributionDesk {
  store: StoreApi<ContributionState>;
  /** Saves it as a file. Resolves with whether there was one. */
  save(): Promise<boolean>;
  /** Has it erased for good. Resolves with whether it was taken on. */
  erase(): Promise<boolean>;
}

export interface ContributionDeskParts {
  api: Pick<SeatApi, 'fetchFile' | 'send'>;
  /** Hands the archive to the person as a file. */
  keep(archive: Blob): void;
}

export function createContributionDesk({ api, keep }: ContributionDeskParts): ContributionDesk {
  const store = createStore<ContributionState>(() => ({}));
  const end = (answer: SeatAnswer<unknown>) => {
    store.setState(answer.ok ? {} : { problem: problemOf(answer) }, true);
    return answer.ok;
  };
  return {
    store,
    async save() {
      store.setState({ doing: 'saving' }, true);
      const answer = await api.fetchFile('/export');
      if (answer.ok) keep(answer.value);
      return end(answer);
    },
    async erase() {
      store.setState({ doing: 'erasing' }, true);
      return end(await api.send({ type: 'erase-person' }));
    },
  };
}

const problemOf = ({ problem, code }: SeatRefusal): string => (problem === 'refused' ? code : 'unreachable');
