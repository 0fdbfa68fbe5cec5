import { expect, test } from 'vitest';
import { anyPress, type Dice, diceOf, oneOf } from '../support/anybody.ts';
import { begin, goTo } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

/** Everything that every client holds. */
const held = ({ people }: Workshop) =>
  people.map((person) => {
    const client = person.client();
    return [person.name, Object.fromEntries(client.holds().map((audience) => [audience, client.doc(audience)]))];
  });

/** One thing that happens; returns how many commands were carried out. */
async function anyStep(dice: Dice, workshop: Workshop): Promise<number> {
  const person = oneOf(dice, workshop.people) ?? workshop.facilitator;
  const chance = dice(20);
  if (chance === 0) person.client().loseNext();
  else if (chance === 1) await person.enters();
  else if (chance < 5) await workshop.clock.advance(seconds(1 + dice(40)));
  else {
    // Often several people press in the same moment, so that commands become durable together.
    const anybody = () => (dice(2) === 0 ? workshop.facilitator : (oneOf(dice, workshop.people) ?? person));
    const pressing = Array.from({ length: 1 + dice(3) }, anybody);
    const presses = pressing.map((one) => {
      const command = anyPress(dice, one, workshop);
      return command && one.asks(command);
    });
    return (await Promise.all(presses)).filter((reply) => reply?.ok).length;
  }
  return 0;
}

test.each([1, 2, 3, 4, 5, 6])(
  '[WI-14] whatever people press and lose, patches lead to what a new connection sees (seed %i)',
  async (seed) => {
    const dice = diceOf(seed);
    const before = await givenWorkshop(['Ada', 'Ben', 'Cem', 'Dora', 'Emil']);
    await (seed % 2 ? goTo(before, 'round-1') : begin(before));
    for (let step = 0; step < 80; step += 1) await anyStep(dice, before);
    // Whoever lost the last message of a document learns it with the next one: press something everybody sees.
    for (const hand of ['raise-hand', 'lower-hand', 'raise-hand'] as const)
      await before.facilitator.asks({ type: hand });
    // In a workshop that has ended nothing of that is seen.
    for (const person of before.people) if (person.isConnected()) person.client().makeUpForLosses();
    await before.settled();
    const seen = held(before);

    const after = await before.restart();

    expect(held(after)).toEqual(seen);
    expect(after.server.faults).toEqual([]);
    await after.close();
  },
);
