import type { Instant, ParkedId, PhaseId, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** Something worth not losing, and who sees to it. */
export interface Parked {
  number: number;
  text: string;
  by: SeatId;
  owner: SeatId;
  at: Instant;
  phaseId?: PhaseId;
  settled: boolean;
}

export interface Parking {
  items: ById<ParkedId, Parked>;
  /** How many were ever parked: numbers are not given twice. */
  count: number;
}

export type ParkingFact =
  | { type: 'parked'; parkedId: ParkedId; text: string; by: SeatId; owner: SeatId; at: Instant; phaseId?: PhaseId }
  | { type: 'parked-reworded'; parkedId: ParkedId; text: string; by: SeatId }
  | { type: 'parked-owned'; parkedId: ParkedId; owner: SeatId; by: SeatId }
  | { type: 'parked-settled'; parkedId: ParkedId; settled: boolean; by: SeatId }
  | { type: 'parked-dropped'; parkedId: ParkedId; by: SeatId };
