import type { PhasePlan, RoundPlan, TaskCard } from './agenda.ts';
import type { BoardColumns, ColumnKind } from './board.ts';
import type { SessionPlan } from './http.ts';
import type { ColumnId, PhaseId } from './ids.ts';
import type { Role } from './people.ts';

/** What an organiser reads before choosing a template. */
export interface TemplateNotes {
  name: string;
  /** What it is good for, in one or two sentences. */
  purpose: string;
  /** How many participants it was made for. */
  people: { least: number; most: number };
  /** Where the format comes from. */
  source: string;
}

/** A plan to start from, with the seats it was made for. Names are suggestions. */
export interface Template {
  about: TemplateNotes;
  plan: SessionPlan;
  seats: readonly { name: string; role: Role }[];
}

/** In milliseconds. */
export const minutes = (count: number): number => count * 60_000;

type PlenaryKind = Exclude<PhasePlan['kind'], 'breakout-round'>;
/** Planned and least length, in minutes. */
type Length = readonly [planned: number, least: number];

const shared = (id: string, title: string, [planned, least]: Length, task: TaskCard) => ({
  id: id as PhaseId,
  title,
  plannedMs: minutes(planned),
  minMs: minutes(least),
  onTimeUp: 'hold' as const,
  task,
});

/** Columns of a board, each called by its kind. */
export const columns = (...kinds: ColumnKind[]): BoardColumns =>
  kinds.map((kind) => ({ id: kind as string as ColumnId, kind }));

/** A phase with everybody together. */
export const plenary = (
  id: string,
  kind: PlenaryKind,
  title: string,
  length: Length,
  instructions: string,
): PhasePlan => ({ kind, ...shared(id, title, length, { instructions }) });

/** A phase at tables. */
export const round = (id: string, title: string, length: Length, task: TaskCard, plan: RoundPlan): PhasePlan => ({
  kind: 'breakout-round',
  ...shared(id, title, length, task),
  round: plan,
});

const NAMES = [
  ...['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines', 'Jonas', 'Kira', 'Luca'],
  ...['Mina', 'Noah', 'Olga', 'Paul', 'Rana', 'Selma', 'Timur', 'Uta', 'Vera', 'Wanja', 'Yuki', 'Zoe'],
];

/** One facilitator and up to 24 participants. */
export const seatsFor = (participants: number, ...others: Template['seats']): Template['seats'] => [
  { name: 'Frieda', role: 'facilitator' },
  ...others,
  ...NAMES.slice(0, participants).map((name) => ({ name, role: 'participant' as const })),
];
