import type { RoomView, SeatView, SessionView, StaffView } from '@werkraum/protocol';
import { isAsked } from '../../features/polls/polls.model.ts';
import { turnsHere } from '../../features/turns/turns-here.ts';

/** What the middle of the room can show. */
export type Centre = 'stage' | 'board' | 'plan' | 'agenda' | 'seating' | 'timekeeper';
/** What the side of the room can show, one at a time. */
export type Panel =
  | 'run-sheet'
  | 'task'
  | 'turns'
  | 'chat'
  | 'notes'
  | 'questions'
  | 'people'
  | 'hands'
  | 'to-do'
  | 'polls'
  | 'collection';

export interface RoomViews {
  centres: readonly Centre[];
  panels: readonly Panel[];
  /** Shown until the person chooses something else, and whenever their choice is not there. */
  centre: Centre;
  panel: Panel;
  /** Things that wait for this person, per panel. */
  waiting: Partial<Record<Panel, number>>;
}

export interface RoomDocuments {
  session: SessionView;
  you: SeatView;
  staff: StaffView | undefined;
  room: RoomView | undefined;
  /** What is new and not looked at yet, per panel. */
  unseen?: RoomViews['waiting'];
}

/** Which parts of the room there are for this person now. */
export function roomViews(documents: RoomDocuments): RoomViews {
  const { session, you, staff, room } = documents;
  const facilitator = you.role === 'facilitator';
  const timekeeper = you.role === 'timekeeper';
  const planned = facilitator && Object.keys(staff?.seating ?? {}).length > 0;
  const clocks = staff !== undefined && hasTurns(session);
  const centres: Centre[] = hasBoard(documents) ? ['stage', 'board', 'plan'] : ['stage', 'plan'];
  if (facilitator) centres.push('agenda');
  if (planned) centres.push('seating');
  if (clocks) centres.push('timekeeper');
  const panels: Panel[] = facilitator ? ['run-sheet', 'task'] : ['task'];
  if (turnsHere(session, you, room)) panels.push('turns');
  panels.push('chat', 'questions');
  if (session.status !== 'draft') panels.push('notes');
  if (hasPolls(session, you)) panels.push('polls');
  panels.push('people', facilitator ? 'to-do' : 'hands');
  if (you.may.includes('park')) panels.push('collection');
  return {
    centres,
    panels,
    centre: session.report ? 'board' : timekeeper && clocks ? 'timekeeper' : 'stage',
    panel: fittingPanel(documents),
    waiting: waitingFor(documents),
  };
}

/** Something is written, or can be: at the table, in the plenary, on the wall. */
const hasBoard = ({ session, room }: RoomDocuments): boolean =>
  room?.board !== undefined ||
  session.board !== undefined ||
  session.wall !== undefined ||
  session.brought !== undefined;
function fittingPanel({ session, you, room }: RoomDocuments): Panel {
  if (you.role === 'facilitator') return 'run-sheet';
  if (turnsHere(session, you, room)) return 'turns';
  const { clock, phases } = session.agenda;
  const isTalk = clock !== undefined && phases[clock.phaseId]?.kind === 'input-talk';
  return isTalk && you.role !== 'timekeeper' ? 'questions' : 'task';
}

/** Questions that wait for an answer, for those who lead through them. */
const openQuestions = ({ questions }: SessionView, { may }: SeatView): number =>
  may.includes('take-question')
    ? Object.values(questions?.asked ?? {}).filter(({ answeredAt }) => answeredAt === undefined).length
    : 0;

/** Facilitators make polls; everybody else has one to answer, results to see, or a pace to speak of. */
const hasPolls = ({ polls }: SessionView, { may }: SeatView): boolean =>
  polls !== undefined || may.includes('prepare-poll') || may.includes('give-pulse');

/** Tables are in use at which people give their inputs: not on the way there, and not when only moving is tried. */
const hasTurns = ({ tables }: SessionView): boolean =>
  tables !== undefined && tables.state !== 'gathering' && tables.practiceUntil === undefined;

function waitingFor({ session, you, staff, room, unseen }: RoomDocuments): RoomViews['waiting'] {
  const door = Object.values(staff?.seats ?? {}).filter(({ admission }) => admission === 'waiting').length;
  const questions = openQuestions(session, you);
  const always = {
    ...(door > 0 && { people: door }),
    ...(isAsked(session, you) && { polls: 1 }),
    ...(questions > 0 && { questions }),
  };
  if (you.role === 'facilitator') {
    const toDo = toDoCount(session, staff);
    return { ...(toDo > 0 && { 'to-do': toDo }), ...always, ...unseen };
  }
  const hands = count(you.place === 'plenary' ? session.stage.hands : room?.hands);
  return { ...(hands > 0 && { hands }), ...always, ...unseen };
}

const count = (entries: object = {}): number => Object.keys(entries).length;

/** Calls for help and raised hands, wherever they are. */
const toDoCount = ({ stage }: SessionView, staff: StaffView | undefined): number =>
  Object.values(staff?.progress ?? {}).reduce(
    (sum, { hands, help }) => sum + count(hands) + (help === undefined ? 0 : 1),
    count(stage.hands),
  );

/** Whether something is announced to this person now. */
export const isAnnounced = ({ session, room }: Pick<RoomDocuments, 'session' | 'room'>): boolean =>
  session.announcements !== undefined || room?.announcements !== undefined;

/** The person's choice while it is there, else what fits the moment. */
export const chosenOr = <View extends string>(chosen: View | undefined, there: readonly View[], fitting: View): View =>
  chosen !== undefined && there.includes(chosen) ? chosen : fitting;

/** One quiet line about the state of the room; the most important one only. */
export type RoomLine = 'reconnecting' | 'not-saving' | 'has-word' | 'doors-closed' | 'before-start' | 'alone';

/** What has to be said about the room now, the most important first. */
export function roomLines(
  documents: RoomDocuments,
  line: { connected: boolean; saving: boolean },
): readonly RoomLine[] {
  const { session, you } = documents;
  const said: (RoomLine | false)[] = [
    !line.connected && 'reconnecting',
    line.connected && !line.saving && 'not-saving',
    session.stage.words[you.seatId] !== undefined && you.place === 'plenary' && 'has-word',
    session.status === 'draft' && 'doors-closed',
    session.status === 'open' && 'before-start',
    aloneAtTable(documents) && 'alone',
  ];
  return said.filter((each) => each !== false);
}

function aloneAtTable({ session, you }: RoomDocuments): boolean {
  const visiting = session.people[you.seatId]?.table !== you.place;
  if (visiting || session.tables?.state !== 'open') return false;
  const here = Object.entries(session.people).filter(
    ([, { place, presence }]) => place === you.place && presence === 'here',
  );
  return here.every(([id]) => id === you.seatId);
}
