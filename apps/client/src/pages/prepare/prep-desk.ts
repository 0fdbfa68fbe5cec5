import type { Command, Instant, PrepAnswer, PreparationView, PrepQuestion, QuestionId } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SeatProblem, SeatRefusal } from '../../connection/seat-answer.ts';
import type { SeatApi } from '../../connection/seat-api.ts';
import { createSaver, type Saver, type SaverParts } from './saver.ts';

/** What the page of preparation knows. */
export type PrepState =
  | { at: 'loading' }
  /** Nothing can be shown: why. */
  | { at: 'closed'; problem: SeatProblem }
  | PreparingState;

export interface PreparingState {
  at: 'ready';
  view: PreparationView;
  /** Question id → what stands in the field, before and after it was taken; null: nothing. */
  answers: Readonly<Record<string, PrepAnswer | null>>;
  /** `waiting`: nobody answers; it is sent again by itself. */
  saving: 'saved' | 'unsaved' | 'saving' | 'waiting';
  /** Question id → why the server did not take the answer. It is kept in the field and not sent again as it is. */
  refused: Readonly<Record<string, string>>;
  savedAt: Instant | undefined;
  /** A switch or button is on its way. */
  busy: boolean;
}

/** One person's page of preparation: the own answers, saved by themselves [PR-12]. */
export interface PrepDesk {
  store: StoreApi<PrepState>;
  /** Asks the server how things stand; what is typed here and not taken yet stays. */
  refresh(): Promise<void>;
  answer(question: PrepQuestion, answer: PrepAnswer | null): void;
  /** The field was left: what stands in it need not wait any longer. */
  settle(): void;
  setReady(ready: boolean): Promise<SeatRefusal | undefined>;
  share(shared: boolean): Promise<SeatRefusal | undefined>;
  /** The page is being left: what was not taken is said once more, and kept. */
  part(): void;
  close(): void;
}

export type PrepDeskParts = Omit<SaverParts, 'send' | 'tell'> & { now(): Instant };

export function createPrepDesk(api: Pick<SeatApi, 'ask' | 'send'>, { now, ...parts }: PrepDeskParts): PrepDesk {
  const store = createStore<PrepState>(() => ({ at: 'loading' }));
  const ready = () => {
    const state = store.getState();
    return state.at === 'ready' ? state : undefined;
  };
  const change = (to: Partial<PreparingState>) => {
    const state = ready();
    if (state) store.setState({ ...state, ...to }, true);
  };
  const saver: Saver = createSaver({
    ...parts,
    send: async (questionId, answer, sending) => {
      const command = { type: 'answer-question', questionId: questionId as QuestionId, answer } as const;
      const reply = await api.send(command, sending);
      if (!reply.ok && isOver(reply)) store.setState({ at: 'closed', problem: reply.problem }, true);
      return reply;
    },
    tell: ({ saving, refused, taken }) => change({ saving, refused, ...(taken && { savedAt: now() }) }),
  });

  const refresh = async () => {
    const answer = await api.ask('GET', '/preparation');
    const state = ready();
    if (!answer.ok) {
      // What is shown stays readable while the line is down.
      if (!state || isOver(answer)) store.setState({ at: 'closed', problem: answer.problem }, true);
      return;
    }
    const view = answer.value as PreparationView;
    store.setState(arrived(view, state, saver.pending()), true);
    if (!state && view.open) {
      void api.send({ type: 'open-preparation' });
      saver.resume();
    }
  };

  const press = async (command: Command, view: Partial<PreparationView>) => {
    change({ busy: true });
    const answer = await api.send(command);
    const state = ready();
    change({ busy: false, ...(answer.ok && state && { view: { ...state.view, ...view } }) });
    return answer.ok ? undefined : answer;
  };

  return {
    ...{ store, refresh },
    answer: ({ id, kind }, answer) => {
      const state = ready();
      if (!state?.view.open) return;
      change({ answers: { ...state.answers, [id]: answer } });
      saver.set(id, isEmpty(answer) ? null : answer, kind === 'text' ? 'typed' : 'chosen');
    },
    settle: saver.settle,
    setReady: (isReady) => press({ type: 'set-ready', ready: isReady }, { ready: isReady }),
    share: (shared) => press({ type: 'share-answers', shared }, { shared }),
    part: saver.part,
    close: saver.close,
  };
}

const isOver = ({ problem }: SeatRefusal): boolean => problem === 'unknown-link' || problem === 'removed';
const isEmpty = (answer: PrepAnswer | null): boolean => answer?.kind === 'text' && answer.text.trim() === '';

/** What the server said, with what stands here and was not taken yet over it. */
function arrived(
  view: PreparationView,
  state: PreparingState | undefined,
  pending: Readonly<Record<string, PrepAnswer | null>>,
): PreparingState {
  const held = state ?? { saving: 'saved', refused: {}, busy: false, savedAt: undefined };
  const savedAt = Math.max(view.savedAt ?? 0, held.savedAt ?? 0) || undefined;
  return {
    ...{ at: 'ready', view, savedAt, refused: held.refused, busy: held.busy, saving: held.saving },
    answers: { ...view.answers, ...pending },
  };
}
