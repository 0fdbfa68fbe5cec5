import type { Instant, PhaseId, RoomId, StartPractice, StopPractice } from '@werkraum/protocol';
import { isHere, runningPhase, seatsOf, takesPart } from '../seats.ts';
import { accept, type Decision, type Fact, type HouseCommand, reject, type Session } from '../session.ts';
import type { Practice } from './breakouts.ts';
import type { Seats } from './grouping.ts';
import { makeTables } from './tables.ts';

/** People see where they are going, but it is only a trial. */
const GATHERING_MS = 10_000;
/** How long they sit at the table before the way back begins. */
const AT_TABLE_MS = 60_000;
/** How long the way back is announced, by itself or when somebody stops the trial. */
const CLOSING_MS = 10_000;
/** Two to five people at a table. */
const PEOPLE_PER_TABLE = 4;
const MAX_TABLES = 60;

export type PracticeCommand = StartPractice | StopPractice | Extract<HouseCommand, { type: 'expire-practice' }>;

/** Decides a command about the trial of moving to tables [BR-24 to BR-27]. */
export function decidePractice(session: Session, command: PracticeCommand, now: Instant): Decision {
  const { open } = session.breakouts;
  if (command.type === 'start-practice') return startPractice(session, command, now);
  const practice = open?.phaseId === command.phaseId ? open.practice : undefined;
  if (command.type === 'expire-practice') {
    return practice?.until === command.until && open?.state !== 'closing' ? accept(wayBack(practice, now)) : accept();
  }
  if (!practice) return reject('tables-not-open');
  return open?.state === 'closing' ? accept() : accept(wayBack(practice, now));
}

/** The instant at which the way back from a practice begins by itself. */
export const practiceEnds = ({ until }: Practice): Instant => until - CLOSING_MS;

const wayBack = ({ phaseId }: Practice, now: Instant): Fact => ({
  type: 'tables-closing',
  phaseId,
  closesAt: now + CLOSING_MS,
});

function startPractice(session: Session, { phaseId }: StartPractice, now: Instant): Decision {
  const phase = runningPhase(session);
  if (phase?.id !== phaseId) return reject('phase-already-ended');
  if (phase.kind !== 'intro') return reject('practice-only-in-intro');
  if (session.breakouts.open) return accept();
  const people = seatsOf(session).filter((seat) => takesPart(seat) && isHere(seat));
  if (people.length < 2) return reject('too-few-for-practice');
  const tables = makeTables(practiceName(session, phaseId), tablesFor(people.length));
  const rooms = tables.map(({ roomId }) => roomId);
  const seats: Seats = Object.fromEntries(people.map(({ id }, at) => [id, rooms[at % rooms.length] as RoomId]));
  const gatherUntil = now + GATHERING_MS;
  const until = gatherUntil + AT_TABLE_MS + CLOSING_MS;
  return accept({ type: 'practice-opened', phaseId, tables, seats, gatherUntil, until });
}

const tablesFor = (people: number): number => Math.min(MAX_TABLES, Math.max(1, Math.round(people / PEOPLE_PER_TABLE)));

// Counted, so that the tables of one practice, and their video rooms, are never those of another.
const practiceName = ({ breakouts: { practices } }: Session, phaseId: PhaseId): string =>
  `${phaseId}-p${practices + 1}`;
