import type { RuleId, SeatId, SeatingRule } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { Rotation, RotationFact } from './rotation.ts';

export const noRotation: Rotation = { rules: {} };

/** Folds one fact about rules and proposals. A proposal for another request than the one on the table is a corrupt log. */
export function evolveRotation(rotation: Rotation, fact: RotationFact): Rotation {
  switch (fact.type) {
    case 'seating-rule-added':
      return { ...rotation, rules: withEntry(rotation.rules, fact.ruleId, fact.rule) };
    case 'seating-rule-dropped':
      return { ...rotation, rules: without(rotation.rules, fact.ruleId) };
    case 'rotation-asked': {
      const { requestId, seed, method, by } = fact;
      return { ...rotation, request: { requestId, seed, method, ...(by && { by }) } };
    }
    case 'rotation-proposed': {
      const { request } = rotation;
      if (request?.requestId !== fact.requestId) throw new Error(`nobody asked for ${fact.requestId}`);
      const { basis, finding, done } = fact;
      return { ...rotation, request: { ...request, proposal: { basis, finding, done } } };
    }
    case 'rotation-accepted':
      return { ...withoutRequest(rotation), accepted: fact.requestId };
    case 'rotation-dismissed':
      return { ...withoutRequest(rotation), ...(fact.left !== undefined && { left: fact.left }) };
    default:
      return assertNever(fact);
  }
}

/** A round opens or the session ends: what was proposed for before is of no use any more. */
export function withoutRequest(rotation: Rotation): Rotation {
  if (!rotation.request) return rotation;
  const { request: _over, ...kept } = rotation;
  return kept;
}

/** Somebody was removed: rules are about the others, and a rule about nobody, or about one alone, is none. */
export function withoutSeat(rotation: Rotation, seatId: SeatId): Rotation {
  const rules = entries(rotation.rules).flatMap(([ruleId, rule]) => {
    const kept = ruleWithout(rule, seatId);
    return kept ? [[ruleId, kept] as [RuleId, SeatingRule]] : [];
  });
  const same =
    rules.length === entries(rotation.rules).length && rules.every(([id, rule]) => rotation.rules[id] === rule);
  return same ? rotation : { ...rotation, rules: Object.fromEntries(rules) };
}

function ruleWithout(rule: SeatingRule, seatId: SeatId): SeatingRule | undefined {
  if ('seatId' in rule) return rule.seatId === seatId ? undefined : rule;
  if (!rule.seats.includes(seatId)) return rule;
  const seats = rule.seats.filter((id) => id !== seatId);
  return seats.length < 2 ? undefined : { ...rule, seats };
}
