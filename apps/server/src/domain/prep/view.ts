import type {
  AnsweredView,
  Place,
  PreparationView,
  PrepQuestion,
  ReadinessList,
  ReadinessView,
  RoomId,
  SeatId,
  ShownAnswersView,
} from '@werkraum/protocol';
import { roundInUse } from '../breakouts/in-use.ts';
import { keptUntil } from '../keeping.ts';
import type { Seat } from '../people/people.ts';
import { refusal } from '../permissions.ts';
import { entries, values } from '../records.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { decksView } from '../slides/decks-view.ts';
import type { Standing } from '../standing.ts';
import type { Preparation } from './prep.ts';

type Shown = Readonly<Record<string, ShownAnswersView>>;

/** What somebody prepared, in the order of the questions; undefined when nothing is answered. */
function answered(
  questions: readonly PrepQuestion[],
  preparation: Preparation | undefined,
): AnsweredView[] | undefined {
  const list = questions.flatMap((question) => {
    const answer = preparation?.answers[question.id];
    return answer ? [{ question, answer }] : [];
  });
  return list.length > 0 ? list : undefined;
}

/** The own answers, at hand in the room [PR-8]; undefined for somebody who is not admitted or answered nothing. */
export function atHand({ situation, seat, preparation }: Standing): AnsweredView[] | undefined {
  return seat.admission === 'admitted' ? answered(situation.questions ?? [], preparation) : undefined;
}

/** How far somebody has come [PR-6]; undefined where nothing is asked and for somebody who was removed. */
export function readinessIn({
  situation: { questions },
  seat,
  preparation,
  decks,
}: Standing): ReadinessView | undefined {
  return seat.admission === 'removed' || !questions ? undefined : readiness(questions, preparation, decks);
}

function readiness(
  questions: readonly PrepQuestion[],
  preparation: Preparation | undefined,
  decks: Standing['decks'],
): ReadinessView {
  return {
    opened: preparation !== undefined,
    answered: values(preparation?.answers ?? {}).length,
    of: questions.length,
    slides: values(decks ?? {}).length > 0,
    ready: preparation?.ready ?? false,
  };
}

/** How far everybody has come, for the organiser; empty where nothing is asked. */
export const readinessOf = ({ questions, people, prep, slides }: Session): ReadinessList =>
  Object.fromEntries(
    entries(people.seats).flatMap(([id, { admission }]) =>
      questions && admission !== 'removed' ? [[id, readiness(questions, prep.people[id], slides.decks[id])]] : [],
    ),
  );

/** Everybody's answers that others may read, by the place where they may; undefined where there are none [PR-7, PR-10]. */
export function answersShown(session: Session): (place: Place) => Shown | undefined {
  const places = new Map<Place, Record<SeatId, ShownAnswersView>>();
  const put = (place: Place, seatId: SeatId, mark: { shown?: true }) => {
    const answers = answered(session.questions ?? [], session.prep.people[seatId]);
    if (answers) places.set(place, { ...places.get(place), [seatId]: { ...mark, answers } });
  };
  for (const [seatId, place] of sharing(session)) put(place, seatId, {});
  for (const [seatId, { at }] of entries(session.prep.shown)) put(at, seatId, { shown: true });
  return (place) => places.get(place);
}

/** Who lets their table read their answers, and which table that is now. */
function sharing(session: Session): [SeatId, RoomId][] {
  const seats = roundInUse(session)?.seats;
  if (!seats) return [];
  return entries(session.prep.people).flatMap(([seatId, { shared }]) => {
    const table = shared && seatOf(session, seatId)?.admission === 'admitted' ? seats[seatId] : undefined;
    return table ? [[seatId, table]] : [];
  });
}

/** Everything somebody's own page of preparation shows. `keepDays`: sessions are deleted so many days after their end. */
export function preparationView(session: Session, seat: Seat, keepDays: number): PreparationView {
  const { title, language, status, startsAt, agenda, questions = [] } = session;
  const { answers = {}, savedAt, ready = false, shared = false } = session.prep.people[seat.id] ?? {};
  return {
    ...{ name: seat.name, role: seat.role, title, language, status },
    ...(startsAt !== undefined && { startsAt }),
    phases: agenda.phases.map(({ kind, title, plannedMs }) => ({ kind, title, plannedMs })),
    questions: [...questions],
    answers: Object.fromEntries(entries(answers)),
    decks: decksView(session.slides.decks[seat.id] ?? {}),
    ...(savedAt !== undefined && { savedAt }),
    ...{ ready, shared },
    open: refusal(session, seat, 'answer-question') === undefined,
    ...{ keepDays, keptUntil: keptUntil(session, keepDays) },
  };
}
