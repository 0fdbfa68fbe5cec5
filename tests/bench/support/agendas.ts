import type { PhaseId, PhasePlan } from '@werkraum/protocol';

const HOUR = 3_600_000;
const common = { plannedMs: 8 * HOUR, minMs: 0, onTimeUp: 'hold' } as const;

const plenary = (id: string): PhasePlan => ({
  ...common,
  id: id as PhaseId,
  kind: 'plenary-reflection',
  title: `Part ${id}`,
});

const round = (id: string, tables: number): PhasePlan => ({
  ...{ ...common, id: id as PhaseId, kind: 'breakout-round', title: `Round ${id}` },
  round: {
    topic: 'What keeps teams from telling each other what they really think, and who could begin with it?',
    question: 'One thing that each of us has seen work, and what it took.',
    ...{ tables, groups: 'new' },
  },
});

/** A command as it travels; every answer may have the same number, for nobody waits for it. */
const command = (body: object): string => `421["command",${JSON.stringify({ id: '$id', command: body })}]`;

/** Steps between two parts in the plenary change about 300 bytes for everybody. */
export const TWO_PARTS: PhasePlan[] = [plenary('a'), plenary('b')];

/** Steps between two rounds of so many tables change about 200 bytes a table for everybody. */
export const twoRounds = (tables: number): PhasePlan[] => [round('a', tables), round('b', tables)];

/** Plenary and a round of so many tables in turn. */
export const manyRounds = (rounds: number, tables: number): PhasePlan[] => [
  plenary('start'),
  ...Array.from({ length: rounds }, (_, index) => [round(`r${index}`, tables), plenary(`p${index}`)]).flat(),
];

/** The facilitator goes on from here. */
export const advance = (phaseId: string): string => command({ type: 'advance-phase', phaseId });

/** The facilitator steps to and fro between the first two phases. */
export const TO_AND_FRO = [advance('a'), command({ type: 'undo-phase', phaseId: 'b' })];

/** What people press most. */
export const HANDS = [{ type: 'raise-hand' }, { type: 'lower-hand' }];

/** The facilitator's own hand goes up and down. */
export const UP_AND_DOWN = HANDS.map(command);
