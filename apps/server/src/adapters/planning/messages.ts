import type { RotationOutcome, RotationTask } from '@werkraum/planning/rotation';

/** To the thread. */
export type Order = { kind: 'plan'; id: number; task: RotationTask } | { kind: 'drop'; id: number };

/** From the thread. */
export type Finding = { id: number; outcome: RotationOutcome } | { id: number; failure: string };
