import { createStore } from 'zustand/vanilla';

export interface QuestionDraft {
  text: string;
  anonymous: boolean;
}

export const EMPTY_DRAFT: QuestionDraft = { text: '', anonymous: false };

/** A question that is typed and not asked yet; outlives panels, phases, moves and broken lines. */
export const questionDraft = createStore<QuestionDraft>(() => EMPTY_DRAFT);
