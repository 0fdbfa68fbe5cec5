import { Command, type CommandType, type RoomId, type SeatId, type TurnId } from '@werkraum/protocol';
import type { Person } from './person.ts';
import type { Workshop } from './workshop.ts';

/** A source of whole numbers from 0 to below `below`. */
export type Dice = (below: number) => number;

/** A small generator (mulberry32): the same seed throws the same dice. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const oneOf = <Value>(dice: Dice, values: readonly Value[]): Value | undefined => values[dice(values.length)];

// What would end the scenario before it has told anything, or needs links that nobody has.
const TOO_FINAL: readonly string[] = ['end-session', 'remove-person', 'reissue-link', 'invite-person', 'change-role'];

/** Something this person could press now, judged by what they see; undefined when there is nothing. */
export function anyPress(dice: Dice, person: Person, { people, facilitator }: Workshop): Command | undefined {
  const type = oneOf(
    dice,
    person.you().may.filter((name) => !TOO_FINAL.includes(name)),
  ) as CommandType | undefined;
  const session = facilitator.sees();
  const roomId = oneOf(dice, session.tables?.order ?? []) ?? ('round-1-a' as RoomId);
  const turns = facilitator.staff()?.progress[roomId]?.turns?.order ?? [];
  const fields = {
    type,
    roomId,
    phaseId: session.agenda.clock?.phaseId ?? session.agenda.order[0],
    seatId: oneOf(dice, people)?.seatId as SeatId,
    turnId: oneOf(dice, turns) ?? ('nobody' as TurnId),
    byMs: 60_000 * (1 + dice(5)),
    inMs: 20_000,
    tables: 2 + dice(2),
    seed: dice(1_000),
    method: oneOf(dice, ['new', 'same']),
    invited: oneOf(dice, ['automatic', 'by-hand']),
  };
  const schema = Command.options.find((option) => option.shape.type.value === type);
  if (!schema) return undefined;
  const wanted = Object.fromEntries(Object.entries(fields).filter(([name]) => name in schema.shape));
  const command = Command.safeParse(wanted);
  return command.success ? command.data : undefined;
}
