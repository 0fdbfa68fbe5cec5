import type { Instant } from '@werkraum/protocol';
import { CLOSING_MS } from './agenda/steps.ts';
import { practiceEnds } from './breakouts/practice.ts';
import type { HouseCommand, Session } from './session.ts';

export interface Deadline {
  at: Instant;
  /** What the house asks for when the instant has come. Names what it saw; late or twice, it changes nothing. */
  command: HouseCommand;
}

/** The next instant at which something must happen by itself; undefined while nothing will. */
export function nextDeadline(session: Session): Deadline | undefined {
  const deadlines = [tablesDeadline(session), phaseDeadline(session), announcementDeadline(session)].filter(
    (deadline) => deadline !== undefined,
  );
  return deadlines.toSorted((a, b) => a.at - b.at)[0];
}

// While nobody can be told anything any more, what is on the screens stays as it was.
function announcementDeadline({ status, announcements: { last } }: Session): Deadline | undefined {
  const oldest = status === 'ended' ? undefined : last.find(({ state }) => state === 'shown');
  return oldest && { at: oldest.until, command: { type: 'expire-announcement', announcementId: oldest.id } };
}

function tablesDeadline({ breakouts: { open } }: Session): Deadline | undefined {
  if (open?.state === 'gathering') {
    const { phaseId, gatherUntil } = open;
    return { at: gatherUntil, command: { type: 'expire-gathering', phaseId, gatherUntil } };
  }
  if (open?.state === 'closing' && open.closesAt !== undefined) {
    const { phaseId, closesAt } = open;
    return { at: closesAt, command: { type: 'expire-closing', phaseId, closesAt } };
  }
  if (open?.practice && open.state === 'open') {
    const { phaseId, until } = open.practice;
    return { at: practiceEnds(open.practice), command: { type: 'expire-practice', phaseId, until } };
  }
  return undefined;
}

// The last phase never ends by itself: people say goodbye, not clocks. Tables are warned before they close [BR-6].
function phaseDeadline({ agenda: { running, phases }, breakouts: { open } }: Session): Deadline | undefined {
  const phase = running && phases[running.index];
  if (!phase || running.index === phases.length - 1) return undefined;
  if (phase.onTimeUp === 'hold' || running.pausedAt !== undefined || open?.state === 'closing') return undefined;
  if (phase.kind === 'breakout-round' && !open) return undefined;
  const { endsAt } = running;
  const at = open && !open.practice ? endsAt - CLOSING_MS : endsAt;
  return { at, command: { type: 'expire-phase', phaseId: phase.id, endsAt } };
}
