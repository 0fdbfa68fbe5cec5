import {
  type Command,
  commandTypes,
  type Instant,
  type PersonView,
  type PhasePlan,
  type Place,
  type Role,
  type RoomId,
  type RoomView,
  type SeatId,
  type SeatingView,
  type SeatView,
  type SessionView,
  type StaffView,
} from '@werkraum/protocol';
import { modelFacilitators } from './model-facilitators.ts';
import { modelTurns, roomIdOf, SEATED } from './model-seats.ts';
import type { Documents, Scene } from './scene.ts';

/** What only one person holds: their seat, their table, and for staff the staff slice. */
export function yourDocuments(
  session: SessionView,
  phases: readonly PhasePlan[],
  scene: Scene,
  now: Instant,
): Pick<Documents, 'you' | 'staff' | 'facilitators' | 'room'> {
  const seatId = (scene.you ?? 'ada') as SeatId;
  const person = session.people[seatId];
  if (!person) throw new Error(`nobody sits at ${seatId} in the model workshop`);
  const staffed = person.role === 'facilitator' || person.role === 'timekeeper';
  const you: SeatView = {
    seatId,
    name: person.name,
    role: person.role,
    admission: 'admitted',
    place: person.place,
    may: mayNow(person.role, session, person.place),
    publish: { microphone: scene.moment !== 'talk' || person.role !== 'participant', camera: true, screen: true },
    mutes: 0,
    ...movingNow(session, person),
    video: {},
  };
  const room =
    person.place === 'plenary' || person.place === 'lobby' ? undefined : roomView(session, person.place, now);
  return {
    you,
    ...(staffed && { staff: staffView(session, phases, now) }),
    ...(person.role === 'facilitator' && { facilitators: modelFacilitators() }),
    ...(room && { room }),
  };
}

function movingNow({ tables }: SessionView, person: PersonView): Pick<SeatView, 'moving'> {
  if (!person.table || !tables) return {};
  if (tables.gatherUntil !== undefined && person.place === 'plenary') {
    return { moving: { to: person.table as Place, at: tables.gatherUntil } };
  }
  return tables.closesAt === undefined ? {} : { moving: { to: 'plenary', at: tables.closesAt } };
}

const STAFF_ONLY =
  /^(invite|reissue|admit|set-|remove|change-role|change-phase|open|start-session|start-practice|stop-practice|clear-help|announce|take-back-announcement|advance|undo|pause-phase|resume-phase|extend-phase|end-session|plan|assign|close|keep|visit|leave|start-voices|end-voices|give-word|take-word|prepare-poll|drop-poll|open-poll|close-poll|show-poll|mute|order-hands|hide-question|show-question|add-phase|move-phase|drop-phase|restore-phase|replan|add-seating|drop-seating|ask-rotation|accept-rotation|dismiss-rotation|bring-cards|report-out|end-report)/;
/** For speakers too. */
const LEADING = /^(take-question|lay-question-aside|mark-answered|reopen-question)$/;

function mayNow(role: Role, session: SessionView, place: Place): Command['type'][] {
  const { status, tables, agenda } = session;
  const atTable = tables !== undefined && place !== 'plenary';
  const running = agenda.clock && agenda.phases[agenda.clock.phaseId]?.kind;
  const idle: Partial<Record<Command['type'], boolean>> = {
    'open-doors': status === 'draft',
    'start-session': status === 'open',
    'undo-phase': agenda.undoTo !== undefined,
    'pause-phase': status === 'running' && agenda.clock?.pausedAt === undefined,
    'resume-phase': agenda.clock?.pausedAt !== undefined,
    'advance-phase': status === 'running',
    'extend-phase': status === 'running',
    'end-session': status === 'running',
    replan: status === 'running',
    'undo-replan': false,
    'restore-phase': agenda.dropped !== undefined,
    'close-tables': tables?.state === 'open',
    'keep-tables-open': tables?.state === 'closing',
    'choose-table': tables?.choosing !== undefined,
    'go-to-table': tables?.state === 'gathering' && place === 'plenary',
    'return-to-plenary': tables?.state === 'closing' && place !== 'plenary',
    'visit-table': tables !== undefined && place === 'plenary' && tables.state !== 'gathering',
    'leave-table': tables !== undefined && place !== 'plenary',
    'start-practice': running === 'intro' && !tables,
    'stop-practice': tables?.practiceUntil !== undefined,
    'call-help': atTable && role !== 'facilitator',
    'cancel-help': atTable && role !== 'facilitator',
    'clear-help': tables !== undefined,
    'signal-table': atTable && role !== 'facilitator' && !tables?.practiceUntil,
    'start-voices':
      status === 'running' && !tables && running !== 'input-talk' && running !== 'break' && !session.voices,
    'end-voices': session.voices !== undefined,
    'give-word': place === 'plenary',
    'take-word': place === 'plenary',
  };
  if (status === 'ended') return [];
  const leads = role === 'facilitator' || role === 'speaker';
  return commandTypes
    .filter((type) => (idle[type] ?? true) && (leads || !LEADING.test(type)))
    .filter((type) => role === 'facilitator' || !STAFF_ONLY.test(type));
}

function roomView(session: SessionView, roomId: RoomId, now: Instant): RoomView | undefined {
  const table = session.tables?.rooms[roomId];
  if (!session.tables || !table) return undefined;
  return { roomId, phaseId: session.tables.phaseId, turns: modelTurns(table.label, now), hands: {} };
}

function staffView(session: SessionView, phases: readonly PhasePlan[], now: Instant): StaffView {
  const rounds = phases.filter(({ kind }) => kind === 'breakout-round');
  return {
    admission: 'automatic',
    seats: {
      ...Object.fromEntries(
        Object.entries(session.people).map(([id, { name, role, presence }]) => [
          id,
          { name, role, presence, admission: 'admitted' as const, invited: true },
        ]),
      ),
      jonas: {
        name: 'Jonas',
        role: 'participant',
        presence: 'here',
        admission: 'waiting',
        invited: false,
        waitingSince: now - 95_000,
      },
      kerstin: {
        name: 'Kerstin',
        role: 'participant',
        presence: 'here',
        admission: 'waiting',
        invited: true,
        waitingSince: now - 30_000,
      },
      lars: { name: 'Lars', role: 'participant', presence: 'expected', admission: 'expected', invited: true },
    },
    shares: {},
    seating: Object.fromEntries(rounds.map((phase) => [phase.id, seatingView(phase)])),
    progress: Object.fromEntries(
      (session.tables?.order ?? []).map((roomId) => [
        roomId,
        { turns: modelTurns(session.tables?.rooms[roomId]?.label ?? 'A', now), lonely: false, hands: {} },
      ]),
    ),
  };
}

function seatingView(phase: PhasePlan): SeatingView {
  const round = phase.kind === 'breakout-round' ? phase.round : { topic: '', question: undefined };
  // Rounds after the first mix the tables: every other person changes.
  const mixed = phase.id === 'round-2';
  const labelOf = (label: string, at: number): string => (mixed && at % 2 === 1 ? (label === 'A' ? 'B' : 'A') : label);
  return {
    order: SEATED.map(({ label }) => roomIdOf(phase.id, label)),
    groups: 'new',
    rooms: Object.fromEntries(
      SEATED.map(({ label }) => [
        roomIdOf(phase.id, label),
        { label, topic: round.topic, ...(round.question !== undefined && { question: round.question }) },
      ]),
    ),
    seats:
      phase.id === 'round-3'
        ? {}
        : Object.fromEntries(
            SEATED.flatMap(({ label, ids }) => ids.map((id, at) => [id, roomIdOf(phase.id, labelOf(label, at))])),
          ),
    planned: phase.id !== 'round-3',
  };
}
