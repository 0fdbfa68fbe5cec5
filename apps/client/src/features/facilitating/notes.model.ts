import type { NotesView, PhaseId, SessionView } from '@werkraum/protocol';

/** What somebody is writing: their text, and the revision they began from. */
export interface Draft {
  text: string;
  seen: number;
}

export type Saving = 'resting' | 'saving' | 'failed';

export interface NotesModel {
  text: string;
  state: 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';
  /** What somebody else wrote meanwhile, and who; the own text is kept beside it. */
  theirs: { text: string; by: string | undefined } | undefined;
  /** Who changed what is shown, when it was somebody else. */
  changedBy: string | undefined;
}

const NOTHING: NotesView = { text: '', revision: 0 };

/** The notes of one phase while they are written: nothing that anybody wrote is lost from sight. */
export function notesModel(
  { people }: Pick<SessionView, 'people'>,
  own: string,
  view: NotesView = NOTHING,
  draft: Draft | undefined,
  saving: Saving,
): NotesModel {
  const author = view.by === undefined || view.by === own ? undefined : people[view.by]?.name;
  if (!draft || draft.text === view.text) {
    return { text: view.text, state: 'saved', theirs: undefined, changedBy: author };
  }
  const isOverwriting = draft.seen !== view.revision && saving !== 'saving';
  return {
    text: draft.text,
    state: isOverwriting ? 'conflict' : saving === 'resting' ? 'unsaved' : saving,
    theirs: isOverwriting ? { text: view.text, by: author } : undefined,
    changedBy: undefined,
  };
}

export interface NotedPhase {
  phaseId: PhaseId;
  title: string;
  when: 'now' | 'next';
}

/** The phases whose notes are at hand: the one that runs and the one after it. */
export function notedPhases({ agenda }: SessionView): readonly NotedPhase[] {
  const next = agenda.order.find((id) => agenda.phases[id]?.state === 'ahead');
  const both = [[agenda.clock?.phaseId, 'now'] as const, [next, 'next'] as const];
  return both.flatMap(([phaseId, when]) => {
    const phase = phaseId && agenda.phases[phaseId];
    return phase ? [{ phaseId, title: phase.title, when }] : [];
  });
}
