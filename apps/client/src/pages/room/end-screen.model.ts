import type { AgendaView, PhaseKind } from '@werkraum/protocol';

export interface EndRow {
  id: string;
  title: string;
  kind: PhaseKind;
  /** Minutes planned when the session started; undefined when it was put in since. */
  planned: number | undefined;
  /** Minutes it took; undefined when it was not reached. */
  took: number | undefined;
  /** Taken out on the way. */
  dropped: boolean;
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
export function endSummary(agenda: AgendaView): EndModel {
  const { startedAt, endedAt, plannedMs } = agenda;
  const spans = spansOf(agenda);
  const longest = Math.max(1, ...spans.map(({ originalMs = 0, tookMs: took = 0 }) => Math.max(originalMs, took)));
  return {
    planned: minutes(plannedMs),
    took: startedAt === undefined || endedAt === undefined ? 0 : minutes(endedAt - startedAt),
    rows: spans.map(({ id, title, kind, dropped, originalMs, tookMs: took }) => ({
      ...{ id, title, kind, dropped },
      planned: originalMs === undefined ? undefined : minutes(originalMs),
      took: took === undefined ? undefined : minutes(took),
      plannedShare: (originalMs ?? 0) / longest,
      tookShare: (took ?? 0) / longest,
    })),
  };
}

interface Span extends Pick<EndRow, 'id' | 'title' | 'kind' | 'dropped'> {
  originalMs: number | undefined;
  tookMs: number | undefined;
}

// What was taken out stands last, if the plan had it at all.
function spansOf({ order, phases, dropped = [] }: AgendaView): Span[] {
  const kept = order.flatMap((id): Span[] => {
    const phase = phases[id];
    if (!phase) return [];
    const { title, kind, originalMs } = phase;
    return [{ id, title, kind, dropped: false, originalMs, tookMs: tookMs(phase) }];
  });
  const gone = dropped.flatMap(({ phaseId, title, kind, originalMs }): Span[] =>
    originalMs === undefined ? [] : [{ id: phaseId, title, kind, dropped: true, originalMs, tookMs: undefined }],
  );
  return [...kept, ...gone];
}

const tookMs = ({ startedAt, endedAt }: AgendaView['phases'][string]): number | undefined =>
  startedAt === undefined || endedAt === undefined ? undefined : endedAt - startedAt;
