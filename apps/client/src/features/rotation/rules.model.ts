import type { Command, PhaseId, RuleId, SeatId, SeatingRule } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import type { Guest } from './encounters.model.ts';
import { isSeated, type SeatingDocuments } from './seating.model.ts';

/** A rule in words' reach. */
export interface RuleModel {
  ruleId: RuleId;
  kind: SeatingRule['kind'];
  names: readonly string[];
  /** Of a locked seat or a host: the table's label. */
  table: string | undefined;
  /** Of a locked seat: the round's title. */
  round: string | undefined;
  drop: Command | undefined;
}

export interface RulesModel {
  rules: readonly RuleModel[];
  /** Who can be named in a rule. */
  people: readonly Guest[];
  /** Labels of the tables somebody can host: those of the round with the most. */
  tables: readonly string[];
  add: ((ruleId: RuleId, rule: SeatingRule) => Command) | undefined;
}

/** The rules of seating, and what a new one can be made of. */
export function rulesModel(documents: SeatingDocuments): RulesModel {
  const { you, staff, rules } = documents;
  const largest = Object.values(staff.seating).reduce<readonly string[]>(
    (most, { order, rooms }) => (order.length > most.length ? order.map((roomId) => rooms[roomId]?.label ?? '') : most),
    [],
  );
  return {
    rules: Object.entries(rules).map(([ruleId, rule]) => ruleModel(documents, ruleId as RuleId, rule, largest)),
    people: (Object.entries(staff.seats) as [SeatId, (typeof staff.seats)[string]][])
      .filter(([, { admission }]) => isSeated(admission))
      .map(([seatId, { name }]) => ({ seatId, name }))
      .sort((a, b) => byName(a.name, b.name)),
    tables: largest,
    add: you.may.includes('add-seating-rule')
      ? (ruleId, rule) => ({ type: 'add-seating-rule', ruleId, rule })
      : undefined,
  };
}

function ruleModel(
  { session, staff, you }: SeatingDocuments,
  ruleId: RuleId,
  rule: SeatingRule,
  labels: readonly string[],
): RuleModel {
  const seats = 'seats' in rule ? rule.seats : [rule.seatId];
  const phaseId: PhaseId | undefined = rule.kind === 'pin' ? rule.phaseId : undefined;
  return {
    ...{ ruleId, kind: rule.kind },
    names: seats.map((seatId) => staff.seats[seatId]?.name ?? ''),
    table:
      rule.kind === 'pin'
        ? staff.seating[rule.phaseId]?.rooms[rule.roomId]?.label
        : rule.kind === 'host'
          ? labels[rule.table]
          : undefined,
    round: phaseId && session.agenda.phases[phaseId]?.title,
    drop: you.may.includes('drop-seating-rule') ? { type: 'drop-seating-rule', ruleId } : undefined,
  };
}
