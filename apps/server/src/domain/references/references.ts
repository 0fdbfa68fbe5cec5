import type { Instant, ReferenceId, ReferenceKind, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** Something to read or to visit that somebody named. */
export interface Reference {
  number: number;
  title: string;
  link?: string;
  kind: ReferenceKind;
  by: SeatId;
  at: Instant;
}

export interface References {
  items: ById<ReferenceId, Reference>;
  /** How many were ever added: numbers are not given twice. */
  count: number;
}

type Said = { referenceId: ReferenceId; title: string; link?: string; kind: ReferenceKind; by: SeatId };

export type ReferencesFact =
  | ({ type: 'reference-added'; at: Instant } & Said)
  | ({ type: 'reference-changed' } & Said)
  | { type: 'reference-dropped'; referenceId: ReferenceId; by: SeatId };
