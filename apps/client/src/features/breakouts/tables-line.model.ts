import type { Command, Instant, SeatView, SessionView } from '@werkraum/protocol';

export interface TablesLineModel {
  key: 'gatheringStaff' | 'closingStaff';
  leftMs: number;
  keepOpen: Command | undefined;
}

/** What those see who are not moved themselves. Undefined while the own moving card says it, and while nobody moves. */
export function tablesLine({ tables }: SessionView, you: SeatView, now: Instant): TablesLineModel | undefined {
  if (!tables || you.moving) return undefined;
  const { state, gatherUntil, closesAt, phaseId } = tables;
  if (state === 'gathering' && gatherUntil !== undefined) {
    return { key: 'gatheringStaff', leftMs: Math.max(0, gatherUntil - now), keepOpen: undefined };
  }
  if (state !== 'closing' || closesAt === undefined) return undefined;
  const keepOpen = you.may.includes('keep-tables-open') ? ({ type: 'keep-tables-open', phaseId } as const) : undefined;
  return { key: 'closingStaff', leftMs: Math.max(0, closesAt - now), keepOpen };
}
