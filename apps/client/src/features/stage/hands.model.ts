import type { Command, Instant, SeatId } from '@werkraum/protocol';
import { handsInOrder, type PlanDocuments } from '../breakouts/floor-plan.model.ts';

export interface HandRow {
  seatId: SeatId;
  name: string;
  own: boolean;
  raisedAt: Instant;
  giveWord: Command | undefined;
  lower: Command | undefined;
}

export interface WordRow {
  seatId: SeatId;
  name: string;
  own: boolean;
  takeBack: Command | undefined;
}

export interface HandsModel {
  /** Raised hands in the own place: first come first, or those who spoke least. */
  hands: readonly HandRow[];
  /** Who was given the word, longest first. Only in the plenary. */
  words: readonly WordRow[];
  /** Whether the own hand is up, and its place in the order. */
  up: boolean;
  position: number | undefined;
  raise: Command | undefined;
  lower: Command | undefined;
}

/** The raised hands of the own place. */
export function hands(documents: PlanDocuments): HandsModel {
  const { session, you } = documents;
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const rows = handsInOrder(documents, you.place).map((entry) => handRow(documents, entry));
  const at = rows.findIndex(({ own }) => own);
  const up = at >= 0;
  return {
    hands: rows,
    words: you.place === 'plenary' ? byInstant(session.stage.words).map(([seatId]) => wordRow(documents, seatId)) : [],
    up,
    position: up ? at + 1 : undefined,
    raise: !up && may('raise-hand') ? { type: 'raise-hand' } : undefined,
    lower: up && may('lower-hand') ? { type: 'lower-hand' } : undefined,
  };
}

function byInstant(record: Readonly<Record<string, Instant>>): [SeatId, Instant][] {
  const entries = Object.entries(record) as [SeatId, Instant][];
  return entries.sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1));
}

function handRow({ session, you }: PlanDocuments, [seatId, raisedAt]: [SeatId, Instant]): HandRow {
  const own = seatId === you.seatId;
  const give = you.may.includes('give-word') && you.place === 'plenary' && !own;
  const lower = own ? you.may.includes('lower-hand') : you.role === 'facilitator' && you.may.includes('lower-hand');
  return {
    seatId,
    name: session.people[seatId]?.name ?? '',
    own,
    raisedAt,
    giveWord: give ? { type: 'give-word', seatId } : undefined,
    lower: lower ? { type: 'lower-hand', seatId } : undefined,
  };
}

function wordRow({ session, you }: PlanDocuments, seatId: SeatId): WordRow {
  const take = you.may.includes('take-word');
  const name = session.people[seatId]?.name ?? '';
  return { seatId, name, own: seatId === you.seatId, takeBack: take ? { type: 'take-word', seatId } : undefined };
}
