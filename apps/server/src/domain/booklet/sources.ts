import type { BookletBar, BookletProse, Instant, Language, PhaseKind, RecordCheck, Role } from '@werkraum/protocol';

/** A card that was handed over or written in plenary. Who wrote it is not said. */
export interface CardSource {
  id: string;
  text: string;
  tags: readonly string[];
  votes: number;
}

/** A column with its cards. `tone` is the column's kind (`idea`, `keep` …), which formats colour by. */
export interface GroupSource {
  id: string;
  title: string;
  tone: string;
  cards: readonly CardSource[];
}

export interface TableSource {
  id: string;
  label: string;
  topic: string;
  people: number;
  groups: readonly GroupSource[];
  notes: readonly BookletProse[];
}

export interface RoundSource {
  id: string;
  number: number;
  topic: string;
  question?: string;
  tables: readonly TableSource[];
}

/** One phase, planned and as it went; lengths in milliseconds. */
export interface PhaseSource {
  id: string;
  kind: PhaseKind;
  title: string;
  plannedMs?: number;
  tookMs?: number;
  startedAt?: Instant;
  dropped: boolean;
}

export interface ChartSource {
  id: string;
  title: string;
  bars: readonly BookletBar[];
  answers: number;
}

/** A question with what people wrote in answer, in no order. */
export interface OpenAnswersSource {
  id: string;
  title: string;
  texts: readonly { id: string; text: string }[];
}

export interface QuestionSource {
  id: string;
  text: string;
  votes: number;
  answered: boolean;
}

export interface OpenPointSource {
  id: string;
  text: string;
  /** Name of whoever keeps it, if they agreed to be named. */
  owner?: string;
  done: boolean;
}

export interface ReferenceSource {
  id: string;
  title: string;
  href?: string;
  kind: string;
}

/**
 * All that a booklet is made from. What stands here was said to everybody: in plenary, handed over by a table, or published.
 * A table's own content has no place in it [BK-4].
 */
export interface BookletSources {
  title: string;
  language: Language;
  status: 'ahead' | 'running' | 'over';
  startsAt?: Instant;
  startedAt?: Instant;
  endedAt?: Instant;
  plannedMs: number;
  phases: readonly PhaseSource[];
  /** How many came, by role. */
  came: Readonly<Record<Role, number>>;
  /** Those who agreed to be named. */
  named: readonly { name: string; role: Role }[];
  rounds: readonly RoundSource[];
  reflection: readonly GroupSource[];
  questions: readonly QuestionSource[];
  polls: readonly ChartSource[];
  openPoints: readonly OpenPointSource[];
  /** What the workshop before handed over, in one that follows it up. */
  brought?: { title: string; tables: readonly (Omit<TableSource, 'people'> & { round: string })[] };
  references: readonly ReferenceSource[];
  survey?: { answers: number; charts: readonly ChartSource[]; open: readonly OpenAnswersSource[] };
  /** By what the log of a workshop that is over can be recognised later [BK-14]. */
  record?: RecordCheck;
  /** In which dates are written (IANA name); absent: the machine's own. */
  timeZone?: string;
}

/** What is not part of a session's state: kept in stores of its own and handed in by whoever asks for a booklet. */
export type BookletExtras = Pick<BookletSources, 'survey' | 'record' | 'timeZone'>;
