import type {
  Command,
  SurveyAnswer,
  SurveyAnswers,
  SurveyPage,
  SurveyQuestion,
  SurveyResults,
} from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatProblem, SeatRefusal } from '../../connection/seat-answer.ts';
import type { SeatApi } from '../../connection/seat-api.ts';
import type { Ballot, BallotKeeper, BallotState } from './ballot-keeper.ts';

/** What the page of the survey knows. */
export type SurveyAt = { at: 'loading' } | { at: 'closed'; problem: SeatProblem } | SurveyReady;

export interface SurveyReady {
  at: 'ready';
  page: SurveyPage;
  ballot: BallotState;
  /** Question id → what stands in the field. Nowhere but here until it is sent. */
  answers: Readonly<Record<string, SurveyAnswer>>;
  /** `failed`: nobody answered; it can be sent again as it is. */
  sending: 'no' | 'sending' | 'failed';
  results: SurveyResults | undefined;
  /** Something a facilitator asked for is on its way. */
  busy: boolean;
}

/** How answers are sent: by nobody in particular. `closed`: the survey is over. */
export type Sent = 'counted' | 'spent' | 'closed' | 'refused' | 'unreachable';
export type SendAnswers = (ballot: Ballot, answers: SurveyAnswers) => Promise<Sent>;

/** One person's survey: the questions, the ballot, the answers; for those who facilitate the steering of it. */
export interface SurveyDesk {
  store: StoreApi<SurveyAt>;
  /** Asks the server how things stand, and fetches what there is to fetch: the ballot, the results. */
  refresh(): Promise<void>;
  answer(question: SurveyQuestion, answer: SurveyAnswer | undefined): void;
  send(): Promise<void>;
  /** Opens, closes, publishes, writes questions. */
  steer(command: Command): Promise<SeatRefusal | undefined>;
  download(): Promise<Blob | undefined>;
}

export interface SurveyDeskParts {
  api: Pick<SeatApi, 'ask' | 'send' | 'fetchFile'>;
  keeper: BallotKeeper;
  cast: SendAnswers;
}

export function createSurveyDesk({ api, keeper, cast }: SurveyDeskParts): SurveyDesk {
  const store = createStore<SurveyAt>(() => ({ at: 'loading' }));
  const ready = (): SurveyReady | undefined => {
    const state = store.getState();
    return state.at === 'ready' ? state : undefined;
  };
  const change = (to: Partial<SurveyReady>) => {
    const state = ready();
    if (state) store.setState({ ...state, ...to }, true);
  };

  async function fetchBallot(): Promise<void> {
    const { page } = ready() ?? {};
    const key = page?.survey?.key;
    if (!page?.may.answer || key === undefined) return;
    if (ready()?.ballot === 'none') change({ ballot: 'fetching' });
    change({ ballot: await keeper.ensure(key).catch((): BallotState => 'unreachable') });
  }

  async function fetchResults(): Promise<void> {
    if (!ready()?.page.may.read) return;
    const answer = await api.ask('GET', '/survey/results');
    if (answer.ok) change({ results: answer.value as SurveyResults });
  }

  async function refresh(): Promise<void> {
    const answer = await api.ask('GET', '/survey');
    if (!answer.ok) {
      const isOver = answer.problem === 'unknown-link' || answer.problem === 'removed';
      if (!ready() || isOver) store.setState({ at: 'closed', problem: answer.problem }, true);
      return;
    }
    const page = answer.value as SurveyPage;
    const held = ready() ?? { ballot: 'none', answers: {}, sending: 'no', results: undefined, busy: false };
    store.setState({ ...held, at: 'ready', page }, true);
    await Promise.all([fetchBallot(), fetchResults()]);
  }

  async function send(): Promise<void> {
    const state = ready();
    const ballot = keeper.held();
    if (!state || !ballot || state.sending === 'sending') return;
    change({ sending: 'sending' });
    const sent = await cast(ballot, state.answers as SurveyAnswers);
    if (sent === 'counted' || sent === 'spent') {
      keeper.used();
      return change({ sending: 'no', ballot: 'sent', answers: {} });
    }
    change({ sending: sent === 'unreachable' ? 'failed' : 'no', ...(sent === 'refused' && { ballot: 'faulty' }) });
    if (sent === 'closed') await refresh();
  }

  return {
    ...{ store, refresh, send },
    answer({ id }, answer) {
      const state = ready();
      if (!state || state.sending === 'sending') return;
      const { [id]: _before, ...others } = state.answers;
      const isNothing = answer === undefined || (typeof answer === 'string' ? answer === '' : false);
      change({ answers: isNothing || isEmptyList(answer) ? others : { ...others, [id]: answer } });
    },
    async steer(command) {
      change({ busy: true });
      const answer = await api.send(command);
      await refresh();
      change({ busy: false });
      return answer.ok ? undefined : answer;
    },
    async download() {
      const answer = await api.fetchFile('/survey/results.csv');
      return answer.ok ? answer.value : undefined;
    },
  };
}

const isEmptyList = (answer: SurveyAnswer): boolean => Array.isArray(answer) && answer.length === 0;
