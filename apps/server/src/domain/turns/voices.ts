import type { EndVoices, Instant, PhaseKind, SeatId, StartVoices, TurnSettings } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { runningPhase, seatsOf } from '../seats.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import { leaveQueue } from './next.ts';
import { isAtTable } from './pacing.ts';
import { appendTurn, turnIdOf } from './queue.ts';
import { PLENARY, type QueueFact, type TurnsFact } from './turns.ts';

/** Silence before each voice is timed. */
const GRACE_MS = 3_000;
const MOST_INPUTS_MS = 120 * 60_000;
/** Where everybody may speak anyway. In a talk the word is given, and at tables there are inputs. */
const SPOKEN_IN: ReadonlySet<PhaseKind> = new Set(['intro', 'plenary-reflection']);

/** Starts a round of voices: one waiting turn for everybody who is in the plenary and does not run the workshop (TU-38). */
export function startVoices(session: Session, { phaseId, slotMs }: StartVoices): Decision {
  const phase = runningPhase(session);
  if (phase?.id !== phaseId) return reject('phase-already-ended');
  if (!SPOKEN_IN.has(phase.kind) || session.breakouts.open) return reject('no-voices-now');
  if (session.turns.queues[PLENARY]) return accept();
  const turns = seatsOf(session)
    .filter((seat) => hasVoice(seat) && isAtTable(session, seat.id, PLENARY))
    .map(({ id }) => ({ turnId: turnIdOf(PLENARY, id), seatId: id }));
  if (turns.length === 0) return reject('person-not-here');
  const inputsMs = Math.min(MOST_INPUTS_MS, turns.length * slotMs);
  const settings: TurnSettings = { mode: 'fixed', slotMs, inputsMs, graceMs: GRACE_MS };
  return accept({ type: 'turns-queued', roomId: PLENARY, phaseId, settings, turns });
}

/** Ends it wherever it is (TU-40). */
export function endVoices(session: Session, { phaseId }: EndVoices): Decision {
  const queue = session.turns.queues[PLENARY];
  if (!queue) return accept();
  return queue.phaseId === phaseId ? accept({ type: 'voices-ended', roomId: PLENARY }) : reject('phase-already-ended');
}

/** Somebody came into the plenary while voices go round: they are heard at the end, or again (TU-39). */
export function joinVoices({ turns }: Session, seat: Pick<Seat, 'id' | 'role' | 'presence'>): TurnsFact[] {
  return hasVoice(seat) && seat.presence === 'here' ? appendTurn(turns.queues[PLENARY], PLENARY, seat.id) : [];
}

/** Somebody is gone for good (TU-39). */
export const leaveVoices = (session: Session, seatId: SeatId, now: Instant): QueueFact[] =>
  leaveQueue(session, session.turns.queues[PLENARY], seatId, now);

const hasVoice = ({ role }: Pick<Seat, 'role'>): boolean => role === 'participant' || role === 'speaker';
