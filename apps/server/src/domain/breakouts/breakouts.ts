import type { Grouping, Instant, PhaseId, RoomId, SeatId, TableSignal, TableSizes } from '@werkraum/protocol';
import type { ById } from '../records.ts';

export interface Table {
  roomId: RoomId;
  /** "A", "B", … */
  label: string;
}

/** The seating of one round. */
export interface Round {
  phaseId: PhaseId;
  tables: readonly Table[];
  seats: ById<SeatId, RoomId>;
  groups: Grouping;
  /** Absent: as even as possible. */
  sizes?: TableSizes;
  /** False: nobody has looked at the seating; it is dealt out when the round opens. */
  planned: boolean;
  /** How often the tables were opened; a video room's name is never used for two openings. */
  openings: number;
  /** When its tables were in use. */
  held?: readonly Holding[];
}

/** One time in which a round's tables were in use. */
export interface Holding {
  openedAt: Instant;
  closedAt?: Instant;
  /** How many people sat at each table and were connected when it closed. */
  people?: ById<RoomId, number>;
}

/** A trial of moving to tables during the introduction. Its tables belong to no round of the plan. */
export interface Practice extends Round {
  /** Everybody is on the way back by this instant. */
  until: Instant;
}

/** The tables that are in use now. */
export interface OpenRound {
  phaseId: PhaseId;
  state: 'gathering' | 'open' | 'closing';
  gatherUntil: Instant;
  closesAt?: Instant;
  /** Who walked to their table early while gathering. */
  there: ById<SeatId, true>;
  /** Who returned early while closing. */
  back: ById<SeatId, true>;
  /** Facilitators visibly visiting a table. */
  visits: ById<SeatId, RoomId>;
  /** Tables that call a facilitator: since when, and who called. */
  help: ById<RoomId, { at: Instant; by: SeatId }>;
  /** What tables say about their time, and who said so. */
  signals: ById<RoomId, { signal: TableSignal; by: SeatId }>;
  /** Present when nothing but moving is tried. */
  practice?: Practice;
}

/** A table somebody sat at until it closed. */
export interface Sat {
  phaseId: PhaseId;
  roomId: RoomId;
}

export interface Breakouts {
  rounds: ById<PhaseId, Round>;
  /** Rounds that are out of the agenda, kept for when they are put back: a video room's name is not used twice then either. */
  shelf?: ById<PhaseId, Round>;
  open?: OpenRound;
  /** The tables people sat at until they closed, the newest last. */
  sat?: ById<SeatId, readonly Sat[]>;
  /** How often moving was practised: no practice table is used twice. */
  practices: number;
}

export type BreakoutsFact =
  | { type: 'tables-set'; phaseId: PhaseId; tables: readonly Table[] }
  | { type: 'groups-set'; phaseId: PhaseId; groups: Grouping; sizes?: TableSizes }
  | { type: 'groups-planned'; phaseId: PhaseId; seats: ById<SeatId, RoomId> }
  | { type: 'seat-assigned'; phaseId: PhaseId; seatId: SeatId; roomId: RoomId }
  | { type: 'seat-unassigned'; phaseId: PhaseId; seatId: SeatId }
  | { type: 'tables-opened'; phaseId: PhaseId; gatherUntil: Instant; at?: Instant }
  | { type: 'seat-went-to-table'; phaseId: PhaseId; seatId: SeatId }
  | { type: 'everyone-seated'; phaseId: PhaseId }
  | { type: 'tables-closing'; phaseId: PhaseId; closesAt: Instant }
  | { type: 'tables-kept-open'; phaseId: PhaseId }
  | { type: 'seat-returned'; phaseId: PhaseId; seatId: SeatId }
  | {
      type: 'tables-closed';
      phaseId: PhaseId;
      at?: Instant;
      people?: ById<RoomId, number>;
      /** Who belonged to which table: absent of a practice. */
      members?: ById<SeatId, RoomId>;
    }
  | { type: 'table-visited'; phaseId: PhaseId; seatId: SeatId; roomId: RoomId }
  | { type: 'table-left'; phaseId: PhaseId; seatId: SeatId }
  | {
      type: 'practice-opened';
      phaseId: PhaseId;
      tables: readonly Table[];
      seats: ById<SeatId, RoomId>;
      gatherUntil: Instant;
      until: Instant;
    }
  | { type: 'help-called'; phaseId: PhaseId; roomId: RoomId; seatId: SeatId; at: Instant }
  | { type: 'help-cleared'; phaseId: PhaseId; roomId: RoomId }
  /** Without a seat, the house: what the table asked for has been given. */
  | { type: 'table-signalled'; phaseId: PhaseId; roomId: RoomId; seatId?: SeatId; signal: TableSignal | 'none' };
