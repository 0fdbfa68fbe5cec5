import { type Instant, makeSecret, TEMPLATES, type TemplateId } from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Draft, fromTemplate } from './draft.ts';
import type { DraftShelf, Keeping, KeptDraft } from './drafts.ts';
import { begin, did, type History, redo, undo } from './history.ts';

/** Whether what is on screen is kept in this browser. */
export type Saving =
  | { at: 'kept'; when: Instant }
  | { at: 'full' }
  /** Another tab wrote (or dropped) the draft: nothing is written until somebody chooses. */
  | { at: 'changed'; other: KeptDraft | undefined };

export interface DesignState {
  history: History<Draft>;
  saving: Saving;
}

/** One draft on the table: its edits, and their way onto the shelf. */
export interface Designer {
  id: string;
  template: TemplateId | undefined;
  store: StoreApi<DesignState>;
  /** Records an edit; edits of the same name that follow each other are taken back together. */
  change(next: Draft, edit?: string): void;
  undo(): void;
  redo(): void;
  /** The template as it was at the beginning, as one more edit. Undefined: it did not begin with one. */
  startOver: (() => void) | undefined;
  /** After another tab wrote: what is here goes over it. */
  keepMine(): void;
  /** After another tab wrote: what it wrote is taken here, as one more edit. */
  takeOther(): void;
  /** A workshop was made of it. */
  created(): void;
  /** Takes it off the shelf when nothing was ever changed in it. */
  putAway(): void;
  /** Stops listening to other tabs. */
  stop(): void;
}

/** A draft that is on no shelf yet. */
export const newDraft = (draft: Draft, changedAt: Instant, template?: TemplateId): KeptDraft => ({
  ...{ id: makeSecret(), draft, changedAt, revision: 0 },
  ...(template && { template }),
});

function savingOf(keeping: Keeping, { id, changedAt }: KeptDraft, shelf: DraftShelf): Saving {
  if (keeping === 'kept') return { at: 'kept', when: changedAt };
  return keeping === 'full' ? { at: 'full' } : { at: 'changed', other: shelf.read(id) };
}

export function createDesigner(shelf: DraftShelf, opened: KeptDraft, now: () => Instant): Designer {
  let kept = opened;
  const store = createStore<DesignState>(() => ({
    history: begin(opened.draft),
    saving: { at: 'kept', when: opened.changedAt },
  }));

  const save = (change: Partial<KeptDraft>, force = false): void => {
    const next = { ...kept, ...change, changedAt: now(), revision: kept.revision + 1 };
    const keeping = shelf.write(next, force);
    if (keeping !== 'changed') kept = next;
    store.setState({ saving: savingOf(keeping, next, shelf) });
  };
  const turn = (history: History<Draft>): void => {
    if (history === store.getState().history) return;
    store.setState({ history });
    if (store.getState().saving.at !== 'changed') save({ draft: history.now });
  };
  const { template } = opened;
  const change = (next: Draft, edit?: string) => turn(did(store.getState().history, next, edit));
  const stop = shelf.watch(opened.id, (other) => store.setState({ saving: { at: 'changed', other } }));

  return {
    ...{ id: opened.id, template, store, change, stop },
    undo: () => turn(undo(store.getState().history)),
    redo: () => turn(redo(store.getState().history)),
    startOver:
      template && (() => change(fromTemplate(TEMPLATES[template](store.getState().history.now.plan.language)))),
    keepMine: () => {
      kept = { ...kept, revision: Math.max(kept.revision, shelf.read(kept.id)?.revision ?? 0) };
      save({ draft: store.getState().history.now }, true);
    },
    takeOther: () => {
      const { saving } = store.getState();
      if (saving.at !== 'changed' || !saving.other) return;
      kept = saving.other;
      store.setState({
        history: did(store.getState().history, kept.draft),
        saving: { at: 'kept', when: kept.changedAt },
      });
    },
    putAway: () => {
      if (kept.revision === 0) shelf.drop(kept.id);
    },
    created: () => save({ createdAt: now() }),
  };
}
