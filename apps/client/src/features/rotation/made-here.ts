import type { RequestId, RuleId } from '@werkraum/protocol';
import { randomId } from '../../ui/random-id.ts';

/** A seed; the same seed gives the same groups, so each wish has its own. */
export const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

export const newRequestId = (): RequestId => randomId() as RequestId;
export const newRuleId = (): RuleId => randomId() as RuleId;
