import type { PhaseKind, SpeechKey } from '@werkraum/protocol';
import { placeIn } from '../places.ts';
import type { Standing } from '../standing.ts';

/** Phases in which talk in the plenary is summed up: a break is everybody's own, a round takes place at tables. */
const IN_PLENARY: ReadonlySet<PhaseKind | 'no-phase'> = new Set(['intro', 'input-talk', 'plenary-reflection']);

/**
 * Names the opening of the place where somebody is, for which speech is summed up [BA-2]: the plenary begins anew with
 * each phase, a table with each opening. Undefined where speech is not summed up.
 */
export function speechKeyIn(standing: Standing): SpeechKey | undefined {
  const { status, phaseId, phaseKind, openings } = standing.situation;
  const place = placeIn(standing);
  if (status !== 'running' || place === 'lobby') return undefined;
  if (place !== 'plenary') return `${place}~${openings}` as SpeechKey;
  return phaseId && IN_PLENARY.has(phaseKind) ? (`plenary~${phaseId}` as SpeechKey) : undefined;
}
