import type {
  AgendaView,
  Command,
  Instant,
  PhaseId,
  PhaseView,
  RoomId,
  SeatId,
  SeatView,
  SessionView,
  StaffView,
} from '@werkraum/protocol';

/** How long people have to finish their sentence when the tables close. */
const CLOSING_MS = 60_000;

/** What the big button says; the view turns it into words. */
export type StepWords =
  | { key: 'open-doors' | 'bring-back' | 'end' }
  | { key: 'close-tables'; seconds: number }
  | { key: 'start' | 'next'; title: string; minutes: number }
  | { key: 'start-round' | 'open-round'; number: number; tables: number; minutes: number };

export interface Step {
  words: StepWords;
  command: Command;
  /** Cannot be taken back with one click: asked once more. */
  confirm: boolean;
}

export interface TablePreview {
  roomId: RoomId;
  label: string;
  topic: string;
  names: readonly string[];
}

/** What will be there after the step. */
export interface StepPreview {
  title: string;
  kind: PhaseView['kind'];
  plannedMs: number;
  instructions?: string;
  /** Of a round: who sits where. */
  tables?: readonly TablePreview[];
  /** Of a round: nobody looked at the seating yet; it is dealt out when the round opens. */
  unplanned: boolean;
}

export interface RunSheetModel {
  /** Undefined while there is nothing to start by hand: people are on the way to their tables, or all is over. */
  step: Step | undefined;
  preview: StepPreview | undefined;
  /** Makes the command that moves the clock of the running phase; below zero shortens. */
  extend: ((byMs: number) => Command) | undefined;
  pause: Command | undefined;
  resume: Command | undefined;
  undo: { command: Command; backTo: string } | undefined;
  keepOpen: Command | undefined;
  end: Command | undefined;
}

/** A facilitator's next step and everything that is at hand around it. An action that is not possible is undefined. */
export function runSheet(session: SessionView, you: SeatView, staff: StaffView | undefined): RunSheetModel {
  const { agenda } = session;
  const phaseId = agenda.clock?.phaseId;
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const inPhase = (type: 'pause-phase' | 'resume-phase' | 'keep-tables-open'): Command | undefined =>
    phaseId && may(type) ? { type, phaseId } : undefined;
  const step = nextStep(session, may);
  return {
    step,
    preview: preview(session, staff),
    extend: phaseId && may('extend-phase') ? (byMs) => ({ type: 'extend-phase', phaseId, byMs }) : undefined,
    pause: agenda.clock?.pausedAt === undefined ? inPhase('pause-phase') : undefined,
    resume: agenda.clock?.pausedAt === undefined ? undefined : inPhase('resume-phase'),
    undo: undo(agenda, may),
    keepOpen: session.tables?.state === 'closing' ? inPhase('keep-tables-open') : undefined,
    end: may('end-session') && step?.command.type !== 'end-session' ? { type: 'end-session' } : undefined,
  };
}

function undo(agenda: AgendaView, may: (type: Command['type']) => boolean): RunSheetModel['undo'] {
  const { clock, undoTo, phases } = agenda;
  const before = undoTo && phases[undoTo];
  if (!clock || !before || !may('undo-phase')) return undefined;
  return { command: { type: 'undo-phase', phaseId: clock.phaseId }, backTo: before.title };
}

function nextStep(session: SessionView, may: (type: Command['type']) => boolean): Step | undefined {
  const { agenda, status } = session;
  // A trial of moving ends by itself and by moving on; its tables are none to close first.
  const tables = session.tables?.practiceUntil === undefined ? session.tables : undefined;
  const upcoming = nextPhase(agenda);
  if (status === 'draft') return allowed(may, { type: 'open-doors' }, { key: 'open-doors' });
  if (status === 'open') return upcoming && allowed(may, { type: 'start-session' }, phaseWords(upcoming, true));
  const phaseId = agenda.clock?.phaseId;
  if (status !== 'running' || !phaseId) return undefined;
  if (tables?.state === 'gathering') return undefined;
  if (tables?.state === 'open') {
    const seconds = CLOSING_MS / 1_000;
    return allowed(may, { type: 'close-tables', phaseId, inMs: CLOSING_MS }, { key: 'close-tables', seconds });
  }
  if (!upcoming) return allowed(may, { type: 'end-session' }, { key: 'end' });
  const words: StepWords = tables?.state === 'closing' ? { key: 'bring-back' } : phaseWords(upcoming, false);
  return allowed(may, { type: 'advance-phase', phaseId }, words);
}

function allowed(may: (type: Command['type']) => boolean, command: Command, words: StepWords): Step | undefined {
  return may(command.type) ? { command, words, confirm: command.type === 'end-session' } : undefined;
}

/** The phase that opens next: the first one when nothing runs yet. */
export function nextPhase(agenda: AgendaView): (PhaseView & { id: PhaseId }) | undefined {
  const id = agenda.order.find((other) => agenda.phases[other]?.state === 'ahead');
  const phase = id && agenda.phases[id];
  return id && phase ? { ...phase, id } : undefined;
}

function phaseWords(phase: PhaseView, first: boolean): StepWords {
  const minutes = Math.round(phase.plannedMs / 60_000);
  if (!phase.round) return { key: first ? 'start' : 'next', title: phase.title, minutes };
  const { number, tables } = phase.round;
  return { key: first ? 'start-round' : 'open-round', number, tables, minutes };
}

function preview({ agenda }: SessionView, staff: StaffView | undefined): StepPreview | undefined {
  const phase = nextPhase(agenda);
  if (!phase) return undefined;
  const { title, kind, plannedMs, task } = phase;
  const seating = staff?.seating[phase.id];
  const base = { title, kind, plannedMs, ...(task?.instructions && { instructions: task.instructions }) };
  if (!seating) return { ...base, unplanned: phase.round !== undefined };
  const seated = Object.entries(seating.seats) as [SeatId, RoomId][];
  const tables = seating.order.map((roomId) => ({
    roomId,
    label: seating.rooms[roomId]?.label ?? '',
    topic: seating.rooms[roomId]?.topic ?? '',
    names: seated.flatMap(([seatId, at]) => (at === roomId ? (staff.seats[seatId]?.name ?? []) : [])).sort(),
  }));
  return { ...base, tables, unplanned: !seating.planned };
}

/** The steps by which a facilitator moves the clock. */
export const STEPS_MS: readonly number[] = [-300_000, -60_000, 60_000, 300_000];

/** Time until everybody is brought to their tables; undefined unless people are on their way. */
export function gatheringLeft({ tables }: SessionView, now: Instant): number | undefined {
  return tables?.state === 'gathering' && tables.gatherUntil !== undefined && tables.practiceUntil === undefined
    ? Math.max(0, tables.gatherUntil - now)
    : undefined;
}
