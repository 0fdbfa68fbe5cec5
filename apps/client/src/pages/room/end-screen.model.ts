import type { AgendaView, PhaseKind } from '@werkraum/protocol';

export interface EndRow {
  id: string;
  title: string;
  kind: PhaseKind;
  planned: number;
  /** Minutes it took; undefined when it was not reached. */
  took: number | undefined;
  /** Lengths of both bars as shares of the longest. */
  plannedShare: number;
  tookShare: number;
}

export interface EndModel {
  planned: number;
  took: number;
  rows: readonly EndRow[];
}

const minutes = (ms: number): number => Math.round(ms / 60_000);

/** The programme as it happened: planned and taken minutes of each phase. */
export function endSummary({ order, phases, startedAt, endedAt, plannedMs }: AgendaView): EndModel {
  const spans = order.flatMap((id) => {
    const phase = phases[id];
    return phase ? [{ id, phase, tookMs: tookMs(phase) }] : [];
  });
  const longest = Math.max(1, ...spans.map(({ phase, tookMs: took }) => Math.max(phase.plannedMs, took ?? 0)));
  return {
    planned: minutes(plannedMs),
    took: startedAt === undefined || endedAt === undefined ? 0 : minutes(endedAt - startedAt),
    rows: spans.map(({ id, phase, tookMs: took }) => ({
      id,
      title: phase.title,
      kind: phase.kind,
      planned: minutes(phase.plannedMs),
      took: took === undefined ? undefined : minutes(took),
      plannedShare: phase.plannedMs / longest,
      tookShare: (took ?? 0) / longest,
    })),
  };
}

const tookMs = ({ startedAt, endedAt }: AgendaView['phases'][string]): number | undefined =>
  startedAt === undefined || endedAt === undefined ? undefined : endedAt - startedAt;
