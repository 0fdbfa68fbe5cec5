import type {
  AgendaView,
  BoardColumn,
  BoardColumns,
  Command,
  FacilitatorsView,
  PhaseId,
  PhaseKind,
  PhasePlan,
  TurnSettings,
} from '@werkraum/protocol';

type PhaseOfNoRound = Exclude<PhasePlan, { kind: 'breakout-round' | 'plenary-reflection' }>;

const MINUTE = 60_000;
const MOST_MINUTES = 480;
const MOST_TABLES = 60;
const MOST_SLOT_MINUTES = 15;

/** What stands in the form's fields, as typed. */
export interface PhaseDraft {
  title: string;
  minutes: string;
  least: string;
  onTimeUp: 'hold' | 'advance';
  locked: 'locked' | 'free';
  task: string;
  bringBack: string;
  /** Of rounds. */
  topic: string;
  question: string;
  tables: string;
  /** Minutes per person; 0: no inputs. */
  inputs: string;
  inputsAll: string;
  /** Of phases with boards; undefined: as usual. */
  columns: readonly BoardColumn[] | undefined;
  /** Of a new phase: the one it stands before; empty: at the end. */
  before: string;
}

export type Field = keyof PhaseDraft;
export type Wrong = 'missing' | 'badMinutes' | 'tooShort' | 'badTables';

/** A new phase of a kind, with lengths that often fit. */
export function newDraft(kind: PhaseKind, title: string, agenda: AgendaView): PhaseDraft {
  const next = agenda.order.find((id) => agenda.phases[id]?.state === 'ahead');
  const minutes = { break: '10', intro: '10', 'input-talk': '15', 'breakout-round': '20', 'plenary-reflection': '15' };
  return {
    ...{ title, minutes: minutes[kind], least: '5', onTimeUp: 'hold', locked: 'free', task: '', bringBack: '' },
    ...{ topic: '', question: '', tables: tablesBefore(agenda), inputs: '0', inputsAll: '10' },
    columns: undefined,
    before: next ?? '',
  };
}

// As many tables as the round that was last planned.
const tablesBefore = ({ order, phases }: AgendaView): string =>
  String(order.map((id) => phases[id]?.round?.tables).findLast((tables) => tables !== undefined) ?? 2);

const inMinutes = (ms: number): string => String(Math.round((ms / MINUTE) * 100) / 100);

/** A phase of the agenda, as the form shows it. `boards`: what is said of boards, by phase. */
export function draftOf(
  agenda: AgendaView,
  id: PhaseId,
  boards: FacilitatorsView['boards'] = {},
): PhaseDraft | undefined {
  const phase = agenda.phases[id];
  if (!phase) return undefined;
  const { round, task } = phase;
  return {
    ...{ title: phase.title, minutes: inMinutes(phase.plannedMs), least: inMinutes(phase.minMs) },
    ...{ onTimeUp: phase.onTimeUp, locked: phase.locked ? 'locked' : 'free' },
    ...{ task: task?.instructions ?? '', bringBack: task?.bringBack ?? '' },
    ...{ topic: round?.topic ?? '', question: round?.question ?? '', tables: String(round?.tables ?? 2) },
    inputs: inMinutes(round?.turns?.slotMs ?? 0),
    inputsAll: inMinutes(round?.turns?.inputsMs ?? 10 * MINUTE),
    columns: boards[id]?.columns,
    before: '',
  };
}

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
const isBetween = (text: string, least: number, most: number): boolean => number(text) >= least && number(text) <= most;

/** What is wrong with the fields; empty when the form can be sent. */
export function faultsIn(draft: PhaseDraft, kind: PhaseKind): Partial<Record<Field, Wrong>> {
  const isRound = kind === 'breakout-round';
  const tooShort = number(draft.minutes) < number(draft.least);
  return {
    ...(draft.title.trim() === '' && { title: 'missing' }),
    ...(tooShort && { minutes: 'tooShort' }),
    ...(!isBetween(draft.minutes, 1 / 60, MOST_MINUTES) && { minutes: 'badMinutes' }),
    ...(!isBetween(draft.least, 0, MOST_MINUTES) && { least: 'badMinutes' }),
    ...(isRound && draft.topic.trim() === '' && { topic: 'missing' }),
    ...(isRound &&
      !(isBetween(draft.tables, 1, MOST_TABLES) && Number.isInteger(number(draft.tables))) && { tables: 'badTables' }),
    ...(isRound && !isBetween(draft.inputs, 0, MOST_SLOT_MINUTES) && { inputs: 'badMinutes' }),
    ...(isRound && number(draft.inputs) > 0 && !isBetween(draft.inputsAll, 1 / 60, 120) && { inputsAll: 'badMinutes' }),
  };
}

const ms = (text: string): number => Math.round(number(text) * MINUTE);

/** The command that puts the new phase in. */
export function addition(draft: PhaseDraft, kind: PhaseKind, id: PhaseId): Command {
  const { title, onTimeUp, task, bringBack, before } = draft;
  const card = cardOf(task, bringBack);
  const base = {
    ...{ id, title: title.trim(), plannedMs: ms(draft.minutes), minMs: ms(draft.least), onTimeUp },
    ...(draft.locked === 'locked' && { locked: true }),
    ...(card && { task: card }),
  };
  return { type: 'add-phase', phase: phaseOf(base, kind, draft), ...(before && { before: before as PhaseId }) };
}

function phaseOf(base: Omit<PhaseOfNoRound, 'kind'>, kind: PhaseKind, draft: PhaseDraft): PhasePlan {
  if (kind === 'breakout-round') return { ...base, kind, round: roundOf(draft) };
  if (kind === 'plenary-reflection') return { ...base, kind, ...chosen(draft) };
  return { ...base, kind };
}

const chosen = ({ columns }: PhaseDraft): { columns?: BoardColumns } => (columns ? { columns: [...columns] } : {});

function roundOf(draft: PhaseDraft): Extract<PhasePlan, { kind: 'breakout-round' }>['round'] {
  const { topic, question, tables } = draft;
  const turns = turnsOf(draft, undefined);
  return {
    ...{ topic: topic.trim(), tables: number(tables), groups: 'new' },
    ...(question.trim() && { question: question.trim() }),
    ...(turns && { turns }),
    ...chosen(draft),
  };
}

const cardOf = (task: string, bringBack: string) =>
  task.trim() || bringBack.trim()
    ? { ...(task.trim() && { instructions: task.trim() }), ...(bringBack.trim() && { bringBack: bringBack.trim() }) }
    : null;

/** Silence before a turn's clock runs, where nothing else was set. */
const GRACE_MS = 8_000;

function turnsOf({ inputs, inputsAll }: PhaseDraft, before: TurnSettings | undefined): TurnSettings | null {
  if (number(inputs) === 0) return null;
  return { mode: 'fixed', graceMs: GRACE_MS, ...before, slotMs: ms(inputs), inputsMs: ms(inputsAll) };
}

/** The command that changes a phase; names only what differs from how the form was opened, so that nobody else's change is undone. */
export function alteration(
  agenda: AgendaView,
  id: PhaseId,
  opened: PhaseDraft,
  draft: PhaseDraft,
): Command | undefined {
  const has = (...fields: Field[]): boolean => fields.some((field) => draft[field] !== opened[field]);
  const turns = agenda.phases[id]?.round?.turns;
  const change = {
    ...(has('title') && { title: draft.title.trim() }),
    ...(has('minutes') && { plannedMs: ms(draft.minutes) }),
    ...(has('least') && { minMs: ms(draft.least) }),
    ...(has('onTimeUp') && { onTimeUp: draft.onTimeUp }),
    ...(has('locked') && { locked: draft.locked === 'locked' }),
    ...(has('task', 'bringBack') && { task: cardOf(draft.task, draft.bringBack) }),
    ...(has('topic') && { topic: draft.topic.trim() }),
    ...(has('question') && { question: draft.question.trim() || null }),
    ...(has('columns') && { columns: draft.columns ? [...draft.columns] : null }),
    ...(has('inputs', 'inputsAll') && { turns: turnsOf(draft, turns) }),
  };
  return Object.keys(change).length > 0 ? { type: 'change-phase', phaseId: id, change } : undefined;
}
