import type { PhaseKind } from '@werkraum/protocol';

/** Phases that are dropped last: people arrive in the one, and take something along from the other [AG-12]. */
export const isDear = (kind: PhaseKind): boolean => kind === 'intro' || kind === 'plenary-reflection';
