import type {
  AdvancePhase,
  EndSession,
  ExtendPhase,
  Instant,
  OpenDoors,
  PausePhase,
  Replan,
  ResumePhase,
  StartSession,
  UndoPhase,
  UndoReplan,
} from '@werkraum/protocol';
import { closeTables, keepTables, openTables } from '../breakouts/openings.ts';
import { answerMoreTime } from '../breakouts/table-signals.ts';
import { admitWaiting } from '../people/admission.ts';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { pauseTurns, resumeTurns } from '../turns/queue.ts';
import type { RunningPhase } from './agenda.ts';
import { decideEdits, type EditCommand } from './decide-edits.ts';
import { replan, undoReplan } from './decide-replan.ts';
import { advance, endSession, openPhase, phaseAt } from './steps.ts';

/** People brought back to their tables by an undo need only a moment. */
const GATHER_AGAIN_MS = 10_000;

type ExpirePhase = Extract<HouseCommand, { type: 'expire-phase' }>;

export type AgendaCommand =
  | OpenDoors
  | StartSession
  | AdvancePhase
  | UndoPhase
  | PausePhase
  | ResumePhase
  | ExtendPhase
  | EndSession
  | ExpirePhase;

/** Dispatches a command that changes what has not begun. Roles and status were checked before (`permissions.ts`). */
export function decidePlan(
  session: Session,
  command: EditCommand | Replan | UndoReplan,
  { actor, now }: Context,
): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  const edit = { by: seat.id, at: now };
  if (command.type === 'replan') return replan(session, command, edit);
  return command.type === 'undo-replan'
    ? undoReplan(session.agenda, command, edit)
    : decideEdits(session.agenda, command, edit);
}

/** Dispatches a command about the agenda. Roles and status were checked before (`permissions.ts`). */
export function decideAgenda(session: Session, command: AgendaCommand, { now }: Context): Decision {
  if (command.type === 'open-doors') return openDoors(session);
  if (command.type === 'start-session') return accept(...openPhase(session, 0, now));
  if (command.type === 'expire-phase') return expirePhase(session, command, now);
  const running = session.agenda.running;
  if (!running) return reject('session-not-running');
  if (command.type === 'end-session') return accept(...endSession(session, now));
  if (session.agenda.phases[running.index]?.id !== command.phaseId) return reject('phase-already-ended');
  switch (command.type) {
    case 'advance-phase':
      return accept(...advance(session, now));
    case 'undo-phase':
      return undoPhase(session, command, now);
    case 'pause-phase':
      return pausePhase(session, command, running, now);
    case 'resume-phase':
      return resumePhase(session, command, running, now);
    case 'extend-phase':
      return extendPhase(session, command, running, now);
    default:
      return assertNever(command);
  }
}

function openDoors(session: Session): Decision {
  return accept({ type: 'doors-opened' }, ...admitWaiting({ ...session, status: 'open' }));
}

// The phase before runs on with the time it had left, in overtime if it was; its tables open again with the same people [AG-6].
function undoPhase(session: Session, { phaseId }: UndoPhase, now: Instant): Decision {
  const before = session.agenda.past.at(-1);
  const phase = before && session.agenda.phases.find(({ id }) => id === before.phaseId);
  if (!before || !phase) return reject('nothing-to-undo');
  return accept(
    ...closeTables(session, now),
    { type: 'phase-undone', phaseId, backTo: phase.id, at: now, endsAt: now + before.leftMs },
    ...(phase.kind === 'breakout-round' ? openTables(session, phase, now, GATHER_AGAIN_MS) : []),
  );
}

function pausePhase(session: Session, { phaseId }: PausePhase, running: RunningPhase, now: Instant): Decision {
  if (running.pausedAt !== undefined) return reject('already-paused');
  if (isRoundClosing(session)) return reject('tables-already-closing');
  return accept({ type: 'phase-paused', phaseId, at: now }, ...pauseTurns(session.turns, now));
}

const isRoundClosing = ({ breakouts: { open } }: Session): boolean => open?.state === 'closing' && !open.practice;

function resumePhase(session: Session, { phaseId }: ResumePhase, running: RunningPhase, now: Instant): Decision {
  if (running.pausedAt === undefined) return reject('not-paused');
  const endsAt = running.endsAt + (now - running.pausedAt);
  return accept({ type: 'phase-resumed', phaseId, endsAt }, ...resumeTurns(session.turns, now));
}

// Extending from overtime counts from now; shortening never reaches into the past [AG-5]. More time takes a closing back.
function extendPhase(session: Session, command: ExtendPhase, running: RunningPhase, now: Instant): Decision {
  const { phaseId, byMs } = command;
  const earliest = running.pausedAt ?? now;
  const from = byMs > 0 ? Math.max(running.endsAt, earliest) : running.endsAt;
  const endsAt = Math.max(from + byMs, Math.min(running.endsAt, earliest));
  const given = byMs > 0 ? [...keepTables(session), ...answerMoreTime(session)] : [];
  return endsAt === running.endsAt ? accept(...given) : accept(...given, { type: 'phase-extended', phaseId, endsAt });
}

// Names the deadline it saw, so that an alarm that fires late or twice changes nothing [AG-8].
function expirePhase(session: Session, { phaseId, endsAt }: ExpirePhase, now: Instant): Decision {
  const running = session.agenda.running;
  const phase = running && phaseAt(session, running.index);
  if (phase?.id !== phaseId || running?.endsAt !== endsAt || running.pausedAt !== undefined) return accept();
  if (phase.onTimeUp !== 'advance') return accept();
  const { open } = session.breakouts;
  if (!open || open.practice) return phase.kind === 'breakout-round' ? accept() : accept(...advance(session, now));
  if (open.state === 'closing') return accept();
  return accept({ type: 'tables-closing', phaseId, closesAt: Math.max(endsAt, now + GATHER_AGAIN_MS) });
}
