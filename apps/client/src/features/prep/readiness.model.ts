import type { ReadinessView, Role } from '@werkraum/protocol';

export type ReadyState = 'ready' | 'working' | 'unopened';

/** One person's preparation, as those who invited them see it. */
export interface ReadinessLine {
  seatId: string;
  name: string;
  state: ReadyState;
  answered: number;
  of: number;
  slides: boolean;
}

/** How far everybody is who is asked to prepare. */
export interface Readiness {
  ready: number;
  lines: readonly ReadinessLine[];
}

const ORDER: readonly ReadyState[] = ['unopened', 'working', 'ready'];

/**
 * Those who are not ready first, as it is they who are reminded. Who facilitates or keeps the time may answer too, but is
 * not waited for. Undefined where nothing is asked.
 */
export function readinessOf(
  seats: Readonly<Record<string, { name: string; role: Role }>>,
  readiness: Readonly<Record<string, ReadinessView>> | undefined,
): Readiness | undefined {
  const lines = Object.entries(seats).flatMap(([seatId, { name, role }]): ReadinessLine[] => {
    const view = readiness?.[seatId];
    if (!view || role === 'facilitator' || role === 'timekeeper') return [];
    const { answered, of, slides } = view;
    return [{ ...{ seatId, name, answered, of, slides }, state: stateOf(view) }];
  });
  if (lines.length === 0) return undefined;
  const sorted = lines.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
  return { ready: lines.filter(({ state }) => state === 'ready').length, lines: sorted };
}

// Answers can be there without the page having been opened: given in the room.
const stateOf = ({ opened, answered, slides, ready }: ReadinessView): ReadyState => {
  if (ready) return 'ready';
  return opened || answered > 0 || slides ? 'working' : 'unopened';
};
