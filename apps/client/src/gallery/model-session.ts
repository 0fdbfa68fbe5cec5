import {
  type Command,
  commandTypes,
  type Instant,
  modelWorkshop,
  type PersonView,
  type PhaseId,
  type PhasePlan,
  type PhaseView,
  type Place,
  type Role,
  type RoomId,
  type RoomView,
  type SeatId,
  type SeatingView,
  type SeatView,
  type SessionId,
  type SessionView,
  type StaffView,
  type TablesView,
  type TurnId,
  type TurnState,
  type TurnsView,
} from '@werkraum/protocol';

/** The documents one person would hold: what gallery pages and tests render without a server. */
export interface Documents {
  session: SessionView;
  you: SeatView;
  staff?: StaffView;
  room?: RoomView;
  now: Instant;
}

/** Moments of the model workshop that can be shown. */
export type Moment =
  | 'doors-closed'
  | 'doors-open'
  | 'intro'
  | 'talk'
  | 'gathering'
  | 'inputs'
  | 'closing'
  | 'reflection'
  | 'ended';

const MINUTE = 60_000;
/** 10:00 on a summer morning in Dortmund. */
export const STARTED_AT: Instant = Date.UTC(2026, 5, 16, 8, 0, 0);

const INDEX: Record<Moment, number> = {
  'doors-closed': -1,
  'doors-open': -1,
  intro: 0,
  talk: 1,
  gathering: 2,
  inputs: 2,
  closing: 2,
  reflection: 5,
  ended: 6,
};

export interface Scene {
  moment: Moment;
  /** Whose screen: a seat id such as `frieda`, `theo`, `salma`, `ada`. */
  you?: string;
  /** How far the running phase is, in milliseconds; below zero counts from its end. */
  elapsedMs?: number;
  paused?: boolean;
  language?: 'de' | 'en';
}

/** The model workshop at one moment, seen by one person. Deterministic: the same scene gives equal documents. */
export function modelSession(scene: Scene): Documents {
  const { plan, seats } = modelWorkshop(scene.language ?? 'en');
  const index = INDEX[scene.moment];
  const starts = phaseStarts(plan.phases);
  const running = plan.phases[index];
  const now = running ? instantIn(running, starts[index] ?? STARTED_AT, scene) : outsideNow(scene.moment, starts);
  const people = seatPeople(seats, scene.moment);
  const tables =
    running?.kind === 'breakout-round' ? tablesNow(running, scene.moment, starts[index] ?? 0, now) : undefined;
  const status =
    index >= plan.phases.length ? 'ended' : running ? 'running' : scene.moment === 'doors-open' ? 'open' : 'draft';
  const session: SessionView = {
    sessionId: 'model-session' as SessionId,
    title: plan.title,
    language: plan.language,
    status,
    agenda: {
      order: plan.phases.map(({ id }) => id),
      phases: Object.fromEntries(
        plan.phases.map((phase, at) => [phase.id, phaseView(plan.phases, phase, at, index, starts)]),
      ),
      plannedMs: 120 * MINUTE,
      ...(running && {
        clock: {
          phaseId: running.id,
          startedAt: starts[index] ?? STARTED_AT,
          endsAt: (starts[index] ?? STARTED_AT) + running.plannedMs,
          ...(scene.paused && { pausedAt: now - 20_000 }),
        },
        startedAt: STARTED_AT,
        hardEndAt: STARTED_AT + 120 * MINUTE,
        ...(index > 0 && { undoTo: plan.phases[index - 1]?.id as PhaseId }),
      }),
      ...(status === 'ended' && { startedAt: STARTED_AT, endedAt: now }),
    },
    people,
    ...(tables && { tables }),
    stage: stageNow(scene.moment, now),
  };
  return { session, now, ...yourDocuments(session, plan.phases, scene, now) };
}

function phaseStarts(phases: readonly PhasePlan[]): Instant[] {
  let at = STARTED_AT;
  // The input talk ran four minutes over, so that ahead/behind has something to say.
  return phases.map((phase) => {
    const start = at;
    at += phase.plannedMs + (phase.kind === 'input-talk' ? 4 * MINUTE : 0);
    return start;
  });
}

function instantIn(phase: PhasePlan, start: Instant, { moment, elapsedMs }: Scene): Instant {
  if (elapsedMs !== undefined) return elapsedMs < 0 ? start + phase.plannedMs + elapsedMs : start + elapsedMs;
  if (moment === 'gathering') return start + 18_000;
  if (moment === 'closing') return start + phase.plannedMs - 45_000;
  return start + 6 * MINUTE + 20_000;
}

const outsideNow = (moment: Moment, starts: readonly Instant[]): Instant =>
  moment === 'ended' ? (starts.at(-1) ?? STARTED_AT) + 17 * MINUTE : STARTED_AT - 5 * MINUTE;

function phaseView(
  phases: readonly PhasePlan[],
  phase: PhasePlan,
  at: number,
  index: number,
  starts: readonly Instant[],
): PhaseView {
  const { kind, title, plannedMs, minMs, onTimeUp, task } = phase;
  const state = at < index ? 'done' : at === index ? 'now' : 'ahead';
  const endedAt = starts[at + 1] ?? (starts[at] ?? STARTED_AT) + 17 * MINUTE;
  return {
    kind,
    title,
    plannedMs,
    minMs,
    onTimeUp,
    ...(task && { task }),
    ...(phase.kind === 'breakout-round' && {
      round: {
        number: phases.slice(0, at + 1).filter((other) => other.kind === 'breakout-round').length,
        topic: phase.round.topic,
        ...(phase.round.question !== undefined && { question: phase.round.question }),
        tables: phase.round.tables,
      },
    }),
    state,
    ...(state !== 'ahead' && { startedAt: starts[at] ?? STARTED_AT }),
    ...(state === 'done' && { endedAt }),
  };
}

const SEATED: readonly { label: string; ids: readonly string[] }[] = [
  { label: 'A', ids: ['ada', 'ben', 'cem', 'dora', 'emil'] },
  { label: 'B', ids: ['finja', 'greta', 'hakan', 'ines', 'salma'] },
];

export const seatIdOf = (name: string): SeatId => name.toLowerCase() as SeatId;
export const roomIdOf = (phaseId: string, label: string): RoomId => `${phaseId}-${label.toLowerCase()}` as RoomId;

function seatPeople(seats: readonly { name: string; role: Role }[], moment: Moment): Record<string, PersonView> {
  const atTables = moment === 'inputs' || moment === 'closing';
  return Object.fromEntries(
    seats.map(({ name, role }) => {
      const id = seatIdOf(name);
      const table = SEATED.find(({ ids }) => ids.includes(id));
      const room = table && roomIdOf('round-1', table.label);
      const early = moment === 'gathering' && (id === 'ben' || id === 'greta');
      const person: PersonView = {
        name,
        role,
        presence: id === 'hakan' ? 'away' : 'here',
        place: room && (atTables || early) ? room : 'plenary',
        ...(room && (atTables || moment === 'gathering') && { table: room }),
      };
      return [id, person];
    }),
  );
}

function tablesNow(phase: PhasePlan, moment: Moment, start: Instant, now: Instant): TablesView | undefined {
  if (phase.kind !== 'breakout-round') return undefined;
  const { topic, question } = phase.round;
  const endsAt = start + phase.plannedMs;
  return {
    phaseId: phase.id,
    state: moment === 'gathering' ? 'gathering' : moment === 'closing' ? 'closing' : 'open',
    order: SEATED.map(({ label }) => roomIdOf(phase.id, label)),
    rooms: Object.fromEntries(
      SEATED.map(({ label }) => [
        roomIdOf(phase.id, label),
        { label, topic, ...(question !== undefined && { question }) },
      ]),
    ),
    ...(moment === 'gathering' && { gatherUntil: start + MINUTE }),
    harvestAt: endsAt - 5 * MINUTE,
    ...(moment === 'closing' && { closesAt: now + 45_000 }),
  };
}

const stageNow = (moment: Moment, now: Instant): SessionView['stage'] => ({
  onStage: moment === 'talk' ? { salma: true } : {},
  words: moment === 'talk' ? { ben: now - 30_000 } : {},
  hands: moment === 'talk' || moment === 'reflection' ? { cem: now - 50_000, ada: now - 20_000 } : {},
});

/** A table's input round: the first speaker is done, the second speaks, the others wait. */
export function modelTurns(label: string, now: Instant, states?: readonly TurnState[]): TurnsView {
  const table = SEATED.find((other) => other.label === label) ?? { ids: [] };
  const roomId = roomIdOf('round-1', label);
  const ids = table.ids.map((id) => `${roomId}-${id}` as TurnId);
  const stateOf = (at: number): TurnState => states?.[at] ?? (at === 0 ? 'done' : at === 1 ? 'now' : 'waiting');
  const speaking = ids.findIndex((_, at) => stateOf(at) === 'now');
  return {
    roomId,
    state: speaking < 0 ? 'ready' : 'running',
    order: ids,
    turns: Object.fromEntries(
      ids.map((id, at) => [
        id,
        {
          seatId: table.ids[at] as SeatId,
          state: stateOf(at),
          ...(stateOf(at) !== 'waiting' && { slotMs: 2 * MINUTE }),
          ...(stateOf(at) === 'done' && { usedMs: 105_000 }),
        },
      ]),
    ),
    ...(speaking >= 0 && {
      now: { turnId: ids[speaking] as TurnId, graceUntil: now - 40_000, endsAt: now + 80_000 },
    }),
    ...(ids[speaking + 1] && { next: ids[speaking + 1] as TurnId }),
    pacedBy: 'staff',
    mode: 'fixed',
    inputsEndAt: now + 6 * MINUTE,
  };
}

function yourDocuments(
  session: SessionView,
  phases: readonly PhasePlan[],
  scene: Scene,
  now: Instant,
): Pick<Documents, 'you' | 'staff' | 'room'> {
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
  return { you, ...(staffed && { staff: staffView(session, phases, now) }), ...(room && { room }) };
}

function movingNow({ tables }: SessionView, person: PersonView): Pick<SeatView, 'moving'> {
  if (!person.table || !tables) return {};
  if (tables.gatherUntil !== undefined && person.place === 'plenary') {
    return { moving: { to: person.table as Place, at: tables.gatherUntil } };
  }
  return tables.closesAt === undefined ? {} : { moving: { to: 'plenary', at: tables.closesAt } };
}

const STAFF_ONLY =
  /^(invite|reissue|admit|set-|remove|change|open|start-session|advance|undo|pause-phase|resume-phase|extend-phase|end-session|plan|assign|close|keep|visit|leave|give|take|mute)/;

function mayNow(role: Role, session: SessionView, place: Place): Command['type'][] {
  const { status, tables, agenda } = session;
  const idle: Partial<Record<Command['type'], boolean>> = {
    'open-doors': status === 'draft',
    'start-session': status === 'open',
    'undo-phase': agenda.undoTo !== undefined,
    'pause-phase': status === 'running' && agenda.clock?.pausedAt === undefined,
    'resume-phase': agenda.clock?.pausedAt !== undefined,
    'advance-phase': status === 'running',
    'extend-phase': status === 'running',
    'end-session': status === 'running',
    'close-tables': tables?.state === 'open',
    'keep-tables-open': tables?.state === 'closing',
    'go-to-table': tables?.state === 'gathering' && place === 'plenary',
    'return-to-plenary': tables?.state === 'closing' && place !== 'plenary',
    'visit-table': tables !== undefined && place === 'plenary' && tables.state !== 'gathering',
    'leave-table': tables !== undefined && place !== 'plenary',
    'give-word': place === 'plenary',
    'take-word': place === 'plenary',
  };
  if (status === 'ended') return [];
  return commandTypes.filter((type) => (idle[type] ?? true) && (role === 'facilitator' || !STAFF_ONLY.test(type)));
}

function roomView(session: SessionView, roomId: RoomId, now: Instant): RoomView | undefined {
  const table = session.tables?.rooms[roomId];
  if (!session.tables || !table) return undefined;
  return { roomId, phaseId: session.tables.phaseId, turns: modelTurns(table.label, now), hands: {} };
}

function staffView(session: SessionView, phases: readonly PhasePlan[], now: Instant): StaffView {
  const ahead = phases.filter(
    (phase) => phase.kind === 'breakout-round' && session.agenda.phases[phase.id]?.state !== 'done',
  );
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
    seating: Object.fromEntries(ahead.map((phase) => [phase.id, seatingView(phase)])),
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
