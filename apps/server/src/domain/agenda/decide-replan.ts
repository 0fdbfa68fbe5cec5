import type { Instant, PhaseId, Rejection, Replan, UndoReplan } from '@werkraum/protocol';
import { keepTables } from '../breakouts/openings.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import type { Agenda, Edit, Replanned, RunningPhase } from './agenda.ts';
import { canUndoReplan, oldPlaces, phaseAhead } from './ahead.ts';
import { tooMuch } from './decide-edits.ts';

/** A running phase gets at most this much more at once. */
const MOST_MORE_MS = 60 * 60_000;

/** Applies a plan as one fact that keeps what it replaced [AG-18]. */
export function replan(session: Session, command: Replan, edit: Edit): Decision {
  const { agenda } = session;
  const { running } = agenda;
  if (!running) return reject('session-not-running');
  if (agenda.phases[running.index]?.id !== command.phaseId) return reject('phase-already-ended');
  const refused = refusedDrop(agenda, command) ?? refusedLength(agenda, command) ?? refusedEnd(running, command);
  if (refused) return reject(refused);
  const lengths = command.lengths.filter(({ fromMs, plannedMs }) => fromMs !== plannedMs);
  const to = command.ends && notPast(running, command.ends.to, edit.at);
  const ends = to !== undefined && to !== running.endsAt ? { from: running.endsAt, to } : undefined;
  if (lengths.length === 0 && command.drop.length === 0 && !ends) return accept();
  return accept(...(ends && ends.to > ends.from ? keepTables(session) : []), {
    type: 'agenda-replanned',
    ...{ number: lastNumber(agenda) + 1, phaseId: command.phaseId, ...edit },
    ...(ends && { ends }),
    lengths: lengths.map(({ phaseId, fromMs, plannedMs }) => ({ phaseId, fromMs, toMs: plannedMs })),
    dropped: command.drop,
  });
}

function refusedLength(agenda: Agenda, { lengths, drop }: Replan): Rejection | undefined {
  const named = [...lengths.map(({ phaseId }) => phaseId), ...drop];
  if (new Set(named).size < named.length) return 'malformed-command';
  for (const { phaseId, fromMs, plannedMs } of lengths) {
    const phase = phaseAhead(agenda, phaseId);
    if (typeof phase === 'string') return phase;
    if (phase.plannedMs !== fromMs) return 'agenda-changed-meanwhile';
    if (phase.locked && plannedMs !== fromMs) return 'phase-locked';
    if (plannedMs < Math.min(phase.minMs, fromMs)) return 'below-minimum';
  }
  const after = new Map(lengths.map(({ phaseId, plannedMs }) => [phaseId, plannedMs]));
  return tooMuch(agenda.phases.map((phase) => ({ ...phase, plannedMs: after.get(phase.id) ?? phase.plannedMs })));
}

function refusedDrop(agenda: Agenda, { drop }: Replan): Rejection | undefined {
  for (const phaseId of drop) {
    const phase = phaseAhead(agenda, phaseId);
    if (typeof phase === 'string') return phase;
    if (phase.locked) return 'phase-locked';
  }
  return undefined;
}

function refusedEnd(running: RunningPhase, { ends }: Replan): Rejection | undefined {
  if (!ends) return undefined;
  if (ends.from !== running.endsAt) return 'agenda-changed-meanwhile';
  return ends.to - Math.max(ends.from, running.startedAt) > MOST_MORE_MS ? 'agenda-too-long' : undefined;
}

// As when a phase is shortened by hand: never further back than now [AG-5].
const notPast = ({ endsAt, pausedAt }: RunningPhase, to: Instant, now: Instant): Instant =>
  Math.max(to, Math.min(endsAt, pausedAt ?? now));

const lastNumber = ({ edits }: Agenda): number =>
  edits.reduce((last, edit) => (edit.type === 'agenda-replanned' ? edit.number : last), 0);

/** Takes the last re-plan back; what somebody has changed since stays as they left it [AG-19]. */
export function undoReplan(agenda: Agenda, { number }: UndoReplan, edit: Edit): Decision {
  const { replanned, running } = agenda;
  if (!replanned || !running || replanned.number !== number || !canUndoReplan(agenda)) return reject('replan-over');
  const isDropped = (phaseId: PhaseId) => agenda.dropped.some(({ phase }) => phase.id === phaseId);
  const lengths = replanned.lengths.filter(({ phaseId, toMs }) => {
    const phase = agenda.phases.find(({ id }) => id === phaseId);
    return phase?.plannedMs === toMs && !phase.locked;
  });
  const endsAt = oldEnd(agenda, replanned, running, edit.at);
  return accept({
    type: 'replan-undone',
    ...{ number, ...edit },
    ...(endsAt !== undefined && { endsAt }),
    lengths: lengths.map(({ phaseId, fromMs }) => ({ phaseId, toMs: fromMs })),
    restored: oldPlaces(agenda, replanned.dropped.filter(isDropped).toReversed()),
  });
}

// What was added or paused since stays: the deadline goes back by what the re-plan had moved it.
function oldEnd(agenda: Agenda, { ends, phaseId }: Replanned, running: RunningPhase, now: Instant) {
  if (!ends || agenda.phases[running.index]?.id !== phaseId) return undefined;
  return notPast(running, running.endsAt + ends.from - ends.to, now);
}
