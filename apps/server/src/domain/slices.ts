import type {
  Audience,
  BalanceView,
  FacilitatorsView,
  FileId,
  FormerTableView,
  HandsView,
  Place,
  PreparationView,
  Role,
  RoomId,
  RoomView,
  SessionView,
  SliceDoc,
  StaffView,
  SurveyPage,
} from '@werkraum/protocol';
import { agendaInputs, agendaView } from './agenda/view.ts';
import { announcementsShown } from './announcements/view.ts';
import type { Speech } from './balance/balance.ts';
import { balanceViews } from './balance/view.ts';
import { tableBoard } from './board/boards.ts';
import { boardViewOf, formerSpots, formerTableViews, plenaryBoardView } from './board/view.ts';
import { reportView, wallInputs, wallView } from './board/wall.ts';
import { progressViews, roomViews } from './breakouts/progress.ts';
import { seatingViews, tablesInputs, tablesView } from './breakouts/view.ts';
import { chatView } from './chat/view.ts';
import { facilitatorsView } from './facilitating/view.ts';
import { broughtInputs, broughtView } from './follow-up/view.ts';
import { handedNotesView, notesInputs } from './notes/view.ts';
import { parkingInputs, parkingView } from './parking/view.ts';
import type { Seat } from './people/people.ts';
import { personView, seatView, staffSeatView } from './people/view.ts';
import { mayIn } from './permissions.ts';
import { formerTablesIn, placeIn, placeOf } from './places.ts';
import { pollsInputs, pollsView } from './polls/view.ts';
import { answersShown, preparationView, readinessIn } from './prep/view.ts';
import { questionsInputs, questionsView } from './questions/view.ts';
import { referencesInputs, referencesView } from './references/view.ts';
import { facilitates, isLetIn, seatOf } from './seats.ts';
import type { Session } from './session.ts';
import { keep, remake, share, withChanges } from './share.ts';
import { decksOf } from './slides/decks.ts';
import type { Deck } from './slides/slides.ts';
import { showingAt, shownDeckWith } from './slides/view.ts';
import { handsByPlace, stageView } from './stage/view.ts';
import { changedStandings, goneSeats, type Standing, situationOf, standingOf } from './standing.ts';
import { surveyPage, surveyState } from './survey/view.ts';
import { sharesInputs, sharesView } from './turns/shares.ts';
import { voicesView } from './turns/view.ts';

/** The documents of one state, in no particular order. */
export interface Slices {
  readonly session: Session;
  readonly documents: ReadonlyMap<Audience, SliceDoc>;
}

/**
 * What each audience may see: the only path by which state reaches a client. Privacy is the question in which
 * document something stands, and it is answered here and nowhere else.
 *
 * With `before`, the work follows what changed: every document, and every part of one, that says the same as there is
 * the very same object, so that whoever compares need not walk it. A seat whose document is the same object also
 * belongs to the same audiences (`audiencesOf`). Where `before` comes from makes no difference to what is said.
 */
export function slices(session: Session, before?: Slices): Slices {
  if (before?.session === session) return before;
  const held = before && heldBy(before);
  const changes: Changes = {
    standings: changedStandings(session, before?.session),
    gone: goneSeats(session, before?.session),
    handsAt: handsByPlace(session),
    announced: announcementsShown(session),
    answers: answersShown(session),
  };
  const staff = staffView(session, changes, held);
  const rooms = roomViews(session, staff.progress, {
    announced: changes.announced,
    answers: changes.answers,
    board: tableBoards(session, before),
  });
  const former = formerViews(session, before);
  const documents = new Map(before?.documents);
  for (const audience of goneAudiences(changes, rooms, held)) documents.delete(audience);
  for (const { roomId } of before ? formerSpots(before.session) : []) documents.delete(`table:${roomId}`);
  documents.set('session', sessionView(session, changes, held));
  documents.set('staff', staff);
  documents.set('facilitators', facilitatorsSee(session, changes, held));
  for (const room of rooms) put(documents, `room:${room.roomId}`, room);
  for (const table of former) documents.set(`table:${table.roomId}`, table);
  const may = mayIn(situationOf(session));
  for (const standing of changes.standings) put(documents, `seat:${standing.seat.id}`, seatView(standing, may));
  return { session, documents };
}

/** Whom a seat belongs to, its own document last [WI-13]. Somebody waiting or removed belongs to nobody but themselves. */
export function audiencesOf(session: Session, seatId: Seat['id']): readonly Audience[] {
  const seat = seatOf(session, seatId);
  if (!seat) return [];
  if (seat.admission !== 'admitted') return [`seat:${seatId}`];
  const standing = standingOf(session, seat);
  const place = placeIn(standing);
  const room: Audience[] = place === 'plenary' || place === 'lobby' ? [] : [`room:${place}`];
  const former = formerTablesIn(standing).map((roomId): Audience => `table:${roomId}`);
  return ['session', ...OF_ROLE[seat.role], ...room, ...former, `seat:${seatId}`];
}

/**
 * The deck that a file belongs to, if this seat may read it: an own one, or the one that is shown where the seat is. For
 * everybody else there is no such file [FI-9] [SL-13]. Asked anew for every download: what is shown changes.
 */
export function mayRead(session: Session, seatId: Seat['id'], fileId: FileId): Deck | undefined {
  const seat = seatOf(session, seatId);
  if (!seat || !isLetIn(seat)) return undefined;
  return decksOf(session, seatId).find(({ files }) => files.includes(fileId)) ?? shownDeckWith(session, seat, fileId);
}

/** Whether somebody may ask by what the log is recognised later, before a booklet tells everybody: facilitators, once it is over [KE-26]. */
export const mayCheckRecord = ({ status }: Session, seat: Seat): boolean => status === 'ended' && facilitates(seat);

/**
 * What one seat may know of what was measured of speaking. It is fleeting and stands in no document; who may know what is
 * decided here all the same.
 */
export const balancesOf = (session: Session, speech: Speech): ((seatId: Seat['id']) => BalanceView) =>
  balanceViews(session, speech);

/** What somebody's own page of preparation shows; they ask for it with their personal link [PR-11]. */
export const preparationOf = (session: Session, seat: Seat, keepDays: number): PreparationView =>
  preparationView(session, seat, keepDays);
/** The survey as one seat meets it, outside the room too. Its questions weigh nothing in anybody's document. */
export const surveyPageOf = (session: Session, seat: Seat): SurveyPage => surveyPage(session, seat);

/** The place whose fleeting signs reach a seat [RE-2]; undefined for who is not in the room. */
export function meetsAt(session: Session, seatId: Seat['id']): Place | undefined {
  const isOpen = session.status === 'open' || session.status === 'running';
  const place = placeOf(session, seatId);
  return isOpen && place !== 'lobby' ? place : undefined;
}

/** What somebody sees for their role. A timekeeper paces turns and has no part in facilitating [FA-1]. */
const OF_ROLE: Readonly<Record<Role, readonly Audience[]>> = {
  facilitator: ['staff', 'facilitators'],
  timekeeper: ['staff'],
  speaker: [],
  participant: [],
};

/** What is read once for several documents. */
interface Changes {
  /** The seats whose own document or public face may differ from before. */
  readonly standings: readonly Standing[];
  /** Seats there were before and are no more. */
  readonly gone: readonly Seat['id'][];
  readonly handsAt: (place: Place) => HandsView;
  readonly announced: ReturnType<typeof announcementsShown>;
  readonly answers: ReturnType<typeof answersShown>;
}

/** The documents of a state before, as far as new ones take parts from them. */
interface Held {
  readonly state: Session;
  readonly session: SessionView;
  readonly staff: StaffView;
  readonly facilitators: FacilitatorsView;
}

const heldBy = ({ session, documents }: Slices): Held => ({
  state: session,
  session: documents.get('session') as SessionView,
  staff: documents.get('staff') as StaffView,
  facilitators: documents.get('facilitators') as FacilitatorsView,
});

function put(documents: Map<Audience, SliceDoc>, audience: Audience, document: SliceDoc): void {
  documents.set(audience, share(documents.get(audience), document));
}

function goneAudiences({ gone }: Changes, rooms: readonly RoomView[], held: Held | undefined): Audience[] {
  const open = new Set<string>(rooms.map(({ roomId }) => roomId));
  const closed = Object.keys(held?.staff.progress ?? {}).filter((roomId) => !open.has(roomId));
  return [...closed.map((roomId): Audience => `room:${roomId}`), ...gone.map((seatId): Audience => `seat:${seatId}`)];
}

/** The board of a table in use. */
const tableBoards =
  (session: Session, before: Slices | undefined) =>
  (roomId: RoomId): RoomView['board'] => {
    const { open } = session.breakouts;
    const view = (before?.documents.get(`room:${roomId}`) as RoomView | undefined)?.board;
    const then = before && view && { session: before.session, view };
    return open && boardViewOf(session, tableBoard(open.phaseId, roomId), then);
  };

const formerViews = (session: Session, before: Slices | undefined): FormerTableView[] =>
  formerTableViews(
    session,
    before && {
      session: before.session,
      view: (roomId) => before.documents.get(`table:${roomId}`) as FormerTableView | undefined,
    },
  );

/** One entry per seat whose standing changed, for `withChanges`. */
const perSeat = <View>({ standings, gone }: Changes, view: (standing: Standing) => View | undefined) => [
  ...standings.map((standing) => [standing.seat.id, view(standing)] as const),
  ...gone.map((seatId) => [seatId, undefined] as const),
];

function sessionView(session: Session, changes: Changes, held: Held | undefined): SessionView {
  const { id: sessionId, title, language, status } = session;
  const { state, session: view } = held ?? {};
  const { agenda, people, stage } = view ?? {};
  return keep(view, {
    ...{ sessionId, title, language, status },
    agenda: remake(session, state && agenda && { state, view: agenda }, agendaInputs, agendaView),
    people: withChanges(people, perSeat(changes, personView)),
    stage: share(stage, stageView(session, changes.handsAt('plenary'))),
    ...said(session, changes, held),
    ...collected(session, held),
  });
}

/** What happens in the plenary now, as far as anything does. */
function said(session: Session, { announced, answers }: Changes, held: Held | undefined): Partial<SessionView> {
  const view = held?.session;
  return present({
    tables: again('tables', session, held, tablesInputs, tablesView),
    slides: share(view?.slides, showingAt(session, 'plenary')),
    voices: share(view?.voices, voicesView(session)),
    announcements: share(view?.announcements, announced('everybody')),
    prep: share(view?.prep, answers('plenary')),
    chat: share(view?.chat, chatView(session.chat.places.plenary)),
    questions: again('questions', session, held, questionsInputs, questionsView),
    polls: again('polls', session, held, pollsInputs, pollsView),
    report: reportView(session),
    survey: surveyState(session),
  });
}

/** What was brought together so far: of tables, only what they handed over. */
const collected = (session: Session, held: Held | undefined): Partial<SessionView> =>
  present({
    board: plenaryBoardView(session, held && { session: held.state, view: held.session.board }),
    wall: again('wall', session, held, wallInputs, wallView),
    brought: again('brought', session, held, broughtInputs, broughtView),
    handedNotes: again('handedNotes', session, held, notesInputs, handedNotesView),
    parking: again('parking', session, held, parkingInputs, parkingView),
    references: again('references', session, held, referencesInputs, referencesView),
  });

/** A part of everybody's document, made anew if what it is made from has changed. */
const again = <Key extends keyof SessionView, Inputs extends object>(
  key: Key,
  session: Session,
  held: Held | undefined,
  inputs: (session: Session) => Inputs,
  make: (inputs: Inputs) => SessionView[Key],
): SessionView[Key] => remake(session, held && { state: held.state, view: held.session[key] }, inputs, make);

/** Without the parts that have nothing to say. */
const present = (parts: { readonly [Key in keyof SessionView]?: SessionView[Key] | undefined }): Partial<SessionView> =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));

function facilitatorsSee(session: Session, changes: Changes, held: Held | undefined): FacilitatorsView {
  const before = held && { session: held.state, view: held.facilitators };
  const readiness = session.questions && withChanges(before?.view.readiness, perSeat(changes, readinessIn));
  return facilitatorsView(session, readiness, before);
}

function staffView(session: Session, changes: Changes, held: Held | undefined): StaffView {
  const { seats, seating, progress, shares } = held?.staff ?? {};
  const state = held?.state;
  return keep(held?.staff, {
    seats: withChanges(
      seats,
      perSeat(changes, ({ seat }) => staffSeatView(seat)),
    ),
    admission: session.people.admission,
    seating: seatingViews(session, state && seating && { session: state, view: seating }),
    progress: progressViews(session, changes.handsAt, state && progress && { session: state, view: progress }),
    shares: remake(session, state && shares && { state, view: shares }, sharesInputs, sharesView),
  });
}
