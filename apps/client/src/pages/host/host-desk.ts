import type { NewSeat, ReadinessList, SeatId, SessionId, SessionList, SurveyOutcome } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, HostApi, HostProblem, SavedFile } from './host-api.ts';

/** What the host page knows. `failing` keeps nothing: a list that cannot be trusted is not shown. */
export type DeskState =
  | { at: 'loading' }
  | { at: 'wrong-key' }
  | { at: 'failing'; problem: HostProblem }
  | { at: 'ready'; sessions: SessionList };

/** The organiser's desk: the list of workshops, and what can be done with them. */
export interface HostDesk {
  store: StoreApi<DeskState>;
  refresh(): Promise<void>;
  /** How far everybody has come with their preparation; undefined when it cannot be had now. */
  readiness(sessionId: SessionId): Promise<ReadinessList | undefined>;
  /** What came of its survey. */
  survey(sessionId: SessionId): Promise<Answer<SurveyOutcome>>;
  /** Saves a file of an ended workshop. `title`: what the file is called. */
  save(sessionId: SessionId, file: SavedFile, title: string): Promise<HostProblem | undefined>;
  remove(sessionId: SessionId): Promise<HostProblem | undefined>;
  erase(sessionId: SessionId, seatId: SeatId): Promise<HostProblem | undefined>;
  issueLink(sessionId: SessionId, seat: NewSeat): Promise<HostProblem | undefined>;
}

type Asked = Pick<HostApi, 'list' | 'remove' | 'erase' | 'issueLink' | 'readiness' | 'survey' | 'file'>;

/** `keep` hands bytes to the person as a file. */
export function createHostDesk(api: Asked, keep: (name: string, bytes: Blob) => void): HostDesk {
  const store = createStore<DeskState>(() => ({ at: 'loading' }));
  const show = (state: DeskState) => store.setState(state, true);
  const refresh = async () => {
    const answer = await api.list();
    if (answer.ok) show({ at: 'ready', sessions: answer.value });
    else show(answer.problem === 'wrong-key' ? { at: 'wrong-key' } : { at: 'failing', problem: answer.problem });
  };
  /** Whatever happened, the server knows better than we do what there is now. */
  const thenRefresh = async <T>(answer: Answer<T>): Promise<Answer<T>> => {
    await refresh();
    return answer;
  };
  return {
    store,
    refresh,
    readiness: async (sessionId) => {
      const answer = await api.readiness(sessionId);
      return answer.ok ? answer.value : undefined;
    },
    survey: (sessionId) => api.survey(sessionId),
    save: async (sessionId, file, title) => {
      const answer = await api.file(sessionId, file);
      if (!answer.ok) return answer.problem;
      keep(`${title}.${file === 'record' ? 'json' : file.slice(file.indexOf('.') + 1)}`, answer.value);
      return undefined;
    },
    remove: async (sessionId) => {
      const answer = await thenRefresh(await api.remove(sessionId));
      // Gone already is what was wanted.
      return answer.ok || answer.problem === 'gone' ? undefined : answer.problem;
    },
    erase: async (sessionId, seatId) => {
      const answer = await thenRefresh(await api.erase(sessionId, seatId));
      return answer.ok || answer.problem === 'gone' ? undefined : answer.problem;
    },
    issueLink: async (sessionId, seat) => {
      const answer = await thenRefresh(await api.issueLink(sessionId, seat));
      return answer.ok ? undefined : answer.problem;
    },
  };
}
