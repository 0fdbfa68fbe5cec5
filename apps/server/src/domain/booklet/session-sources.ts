import type { PhaseRecord, Role, SessionView } from '@werkraum/protocol';
import { recordOf } from '../agenda/record.ts';
import { whoCame } from '../balance/consent.ts';
import type { Session } from '../session.ts';
import { proseOf } from './prose.ts';
import { everybodySees, handedGroups, reflections, saidToAll } from './said-sources.ts';
import type { BookletExtras, BookletSources, PhaseSource, RoundSource } from './sources.ts';

/** Reads a session for its booklet: only what was said to everybody. */
export function sourcesOf(session: Session, extras: BookletExtras): BookletSources {
  const { title, language, startedAt, endedAt, plannedMs, phases } = recordOf(session);
  const { startsAt, status } = session;
  const view = everybodySees(session);
  return {
    ...{ title, language, plannedMs },
    status: status === 'ended' ? 'over' : status === 'running' ? 'running' : 'ahead',
    ...(startsAt !== undefined && { startsAt }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    phases: phases.map((phase) => phaseSource(phase, startedAt !== undefined)),
    ...people(session),
    rounds: phases.flatMap((phase) => roundSource(phase, session, view)),
    reflection: reflections(session),
    ...saidToAll(session, view),
    ...broughtSource(session, view),
    ...extras,
  };
}

// Before the start there is no plan yet but the one people still work on.
const phaseSource = (phase: PhaseRecord, hasBegun: boolean): PhaseSource => {
  const { phaseId, kind, title, fate, originalMs, startedAt, endedAt } = phase;
  const plannedMs = hasBegun ? originalMs : phase.plannedMs;
  return {
    ...{ id: phaseId, kind, title, dropped: fate === 'dropped' },
    ...(plannedMs !== undefined && { plannedMs }),
    ...(startedAt !== undefined && { startedAt }),
    ...(startedAt !== undefined && endedAt !== undefined && { tookMs: endedAt - startedAt }),
  };
};

function people(session: Session): Pick<BookletSources, 'came' | 'named'> {
  const seats = whoCame(session);
  const came: Record<Role, number> = { facilitator: 0, timekeeper: 0, speaker: 0, participant: 0 };
  for (const { role } of seats) came[role] += 1;
  const named = seats.filter(({ id }) => session.booklet.named[id] === true).map(({ name, role }) => ({ name, role }));
  return { came, named };
}

function roundSource({ phaseId, round }: PhaseRecord, session: Session, view: SessionView): RoundSource[] {
  if (!round || round.opened.length === 0) return [];
  const { number, topic, question, tables } = round;
  return [
    {
      ...{ id: phaseId, number, topic, ...(question && { question }) },
      tables: tables.map(({ roomId, label, topic: own, headcounts }) => ({
        ...{ id: roomId, label, topic: own, people: Math.max(0, ...headcounts) },
        groups: handedGroups(view.wall?.tables[roomId], session),
        notes: proseOf(view.handedNotes?.[roomId]?.text ?? []),
      })),
    },
  ];
}

/** What came along from the workshop before. */
function broughtSource(session: Session, { brought }: SessionView): Pick<BookletSources, 'brought'> {
  if (!brought) return {};
  const tables = brought.tables.map(({ roomId, round, label, topic, cards, notes = [] }) => ({
    ...{ id: roomId, round, label, topic },
    groups: handedGroups({ cards }, session),
    notes: proseOf(notes),
  }));
  return { brought: { title: brought.title, tables } };
}
