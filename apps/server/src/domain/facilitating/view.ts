import type { DoingView, FacilitatorsView, NotesView, PhasePlan, ReplannedView } from '@werkraum/protocol';
import { canUndoReplan } from '../agenda/ahead.ts';
import { announcedViews, announcementsInputs } from '../announcements/view.ts';
import { boardPlans, boardPlansInputs } from '../board/view.ts';
import { threadsInputs, threadViews } from '../chat/view.ts';
import { allPollsView, pollsInputs, pulseInputs, pulseView } from '../polls/view.ts';
import { hiddenQuestions, questionsInputs } from '../questions/view.ts';
import { rotationView } from '../rotation/view.ts';
import type { Session } from '../session.ts';
import { keep, remake, share } from '../share.ts';
import { talksInputs, talksView } from '../slides/view.ts';
import type { Facilitating, Notes } from './facilitating.ts';

const notesInputs = ({ agenda: { phases }, facilitating: { notes } }: Session) => ({ phases, notes });
const doingsInputs = ({ facilitating: { doings } }: Session) => ({ doings });

/** What facilitators see and nobody else does. */
export function facilitatorsView(
  session: Session,
  readiness: FacilitatorsView['readiness'],
  before: { session: Session; view: FacilitatorsView } | undefined,
): FacilitatorsView {
  const { view, session: state } = before ?? {};
  const threads = remake(session, state && view && { state, view: view.threads }, threadsInputs, threadViews);
  const hidden = remake(
    session,
    state && view && { state, view: view.hiddenQuestions },
    questionsInputs,
    hiddenQuestions,
  );
  const polls = remake(session, state && view && { state, view: view.polls }, pollsInputs, allPollsView);
  const pulse = remake(session, state && view && { state, view: view.pulse }, pulseInputs, pulseView);
  const replanned = share(view?.replanned, replannedView(session));
  const talks = remake(session, state && { state, view: view?.talks }, talksInputs, talksView);
  return keep(view, {
    notes: remake(session, state && view && { state, view: view.notes }, notesInputs, notesViews),
    boards: remake(session, state && view && { state, view: view.boards }, boardPlansInputs, boardPlans),
    rotation: rotationView(session, state && view && { session: state, view: view.rotation }),
    doings: remake(session, state && view && { state, view: view.doings }, doingsInputs, doingViews),
    announcements: remake(
      session,
      state && view && { state, view: view.announcements },
      announcementsInputs,
      announcedViews,
    ),
    ...(replanned && { replanned }),
    ...(talks && { talks }),
    ...(readiness && { readiness }),
    ...(threads && { threads }),
    ...(hidden && { hiddenQuestions: hidden }),
    ...(polls && { polls }),
    ...(pulse && { pulse }),
  });
}

function notesViews({ phases, notes }: ReturnType<typeof notesInputs>): FacilitatorsView['notes'] {
  return Object.fromEntries(
    phases.flatMap((phase) => {
      const view = notesView(phase, notes[phase.id]);
      return view ? [[phase.id, view] as const] : [];
    }),
  );
}

function notesView({ notes: planned }: PhasePlan, written: Notes | undefined): NotesView | undefined {
  if (written) return written;
  return planned === undefined ? undefined : { text: planned, revision: 0 };
}

function replannedView({ agenda }: Session): ReplannedView | undefined {
  if (!agenda.replanned || !canUndoReplan(agenda)) return undefined;
  const { number, at, by } = agenda.replanned;
  return { number, at, by };
}

const doingViews = ({ doings }: Pick<Facilitating, 'doings'>): FacilitatorsView['doings'] =>
  Object.fromEntries(
    doings.map(({ number, by, at, command, about }): [string, DoingView] => [
      String(number),
      { by, at, type: command, ...about },
    ]),
  );
