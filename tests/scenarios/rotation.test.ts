import type { PhaseId, RequestId, RotationProposalView, RuleId, SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, must, next } from '../support/steps.ts';
import { givenWorkshop, minutes, PARTICIPANTS, seconds, type Workshop } from '../support/workshop.ts';

const ROUNDS = ['round-1', 'round-2', 'round-3'] as PhaseId[];
const idOf = (name: string): SeatId => name.toLowerCase() as SeatId;

function onTheTable(person: Person): RotationProposalView {
  const proposal = person.facilitators()?.rotation.proposal;
  if (!proposal) throw new Error(`${person.name} sees no proposal`);
  return proposal;
}

function accept(person: Person) {
  const { requestId, found } = onTheTable(person);
  if (!found) throw new Error('nothing was found yet');
  return person.asks({ type: 'accept-rotation', requestId, basis: found.basis });
}

const seatsIn = ({ facilitator }: Workshop, round: PhaseId) => facilitator.staff()?.seating[round]?.seats ?? {};

/** Pairs who share a table in no round. */
const strangers = (workshop: Workshop, names: readonly string[]): string[] =>
  names.flatMap((one, at) =>
    names.slice(at + 1).flatMap((other) => {
      const meet = ROUNDS.some((round) => {
        const seats = seatsIn(workshop, round);
        return seats[idOf(one)] !== undefined && seats[idOf(one)] === seats[idOf(other)];
      });
      return meet ? [] : [`${one} ${other}`];
    }),
  );

const planAll = async (workshop: Workshop): Promise<void> => {
  const requestId = 'plan-all' as RequestId;
  await must(workshop.facilitator.asks({ type: 'ask-rotation', requestId, seed: 7, method: 'anew' }));
  await workshop.settled();
  await must(accept(workshop.facilitator));
};

test('[RO-20, RO-23] one click seats nine people for three rounds so that everybody meets everybody', async () => {
  const workshop = await givenWorkshop();
  await planAll(workshop);
  expect(strangers(workshop, PARTICIPANTS)).toEqual([]);
  expect(workshop.facilitator.facilitators()?.rotation.proposal).toBeUndefined();
  expect(workshop.timekeeper.facilitators()).toBeUndefined();
  await workshop.close();
});

test('[RO-26] one missing before round 2 and one late: a proposal, a restart in between, accepted, seated', async () => {
  const before = await givenWorkshop();
  await planAll(before);
  await goTo(before, 'round-1');
  const held = seatsIn(before, ROUNDS[0] as PhaseId);

  await before.person('Ben').vanishes();
  await before.clock.advance(seconds(8));
  const zoe = await before.invite('Zoe', 'participant');
  await zoe.enters();
  await before.clock.advance(seconds(3));
  expect(before.facilitator.facilitators()?.rotation.proposal).toBeUndefined();

  const workshop = await before.restart();
  await workshop.clock.advance(seconds(25));
  expect(onTheTable(workshop.facilitator)).toMatchObject({
    method: 'attendance',
    found: { done: true, outdated: false },
  });
  const again = await workshop.restart();
  expect(onTheTable(again.facilitator).found).toEqual(onTheTable(workshop.facilitator).found);
  await must(accept(again.facilitator));

  const [first, second, third] = ROUNDS.map((round) => seatsIn(again, round));
  expect(first).toEqual({ ...held, [idOf('Zoe')]: expect.any(String) });
  expect(second).not.toHaveProperty(idOf('Ben'));
  expect(second).toHaveProperty(idOf('Zoe'));
  expect(third).toHaveProperty(idOf('Ben'));

  await next(again);
  await again.clock.advance(minutes(1));
  expect(again.person('Zoe').you().place).toBe(second?.[idOf('Zoe')]);
  expect(again.server.faults).toEqual([]);
  await again.close();
});

test('[RO-21, RO-24] two facilitators: rules stand beside each other, and nobody accepts what has become another plan', async () => {
  const workshop = await givenWorkshop();
  const frieda = workshop.facilitator;
  const gesa = await workshop.invite('Gesa', 'facilitator');
  await gesa.enters();
  await must(frieda.asks({ type: 'ask-rotation', requestId: 'wish' as RequestId, seed: 1, method: 'anew' }));
  await workshop.settled();
  const seen = onTheTable(gesa);

  const rule = (name: string, ...seats: string[]) =>
    ({ type: 'add-seating-rule', ruleId: name as RuleId, rule: { kind: 'apart', seats: seats.map(idOf) } }) as const;
  await Promise.all([frieda.asks(rule('one', 'Ada', 'Ben')), gesa.asks(rule('two', 'Cem', 'Dora'))]);
  expect(Object.keys(frieda.facilitators()?.rotation.rules ?? {})).toEqual(['one', 'two']);
  expect(onTheTable(frieda).found?.outdated).toBe(true);
  const late = { type: 'accept-rotation', requestId: seen.requestId, basis: seen.found?.basis ?? '' } as const;
  expect(await gesa.asks(late)).toEqual({ ok: false, rejection: 'proposal-outdated' });

  await workshop.clock.advance(seconds(1));
  const replies = await Promise.all([accept(frieda), accept(gesa)]);
  expect(replies).toEqual([{ ok: true }, { ok: true }]);
  expect(strangers(workshop, ['Ada', 'Ben'])).toEqual(['Ada Ben']);
  expect(strangers(workshop, ['Cem', 'Dora'])).toEqual(['Cem Dora']);
  await workshop.close();
});

test('[BR-15] people choose: everybody sees the same chairs, the last one at a table is taken once', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben', 'Cem', 'Dora'], {
    plan: (plan) => ({
      ...plan,
      phases: plan.phases.map((each) =>
        each.kind === 'breakout-round' ? { ...each, round: { ...each.round, groups: 'choose' } } : each,
      ),
    }),
  });
  await goTo(workshop, 'talk');
  await next(workshop);
  const phaseId = 'round-1' as PhaseId;
  const [a, b] = workshop.facilitator.sees().tables?.order ?? [];
  if (!a || !b) throw new Error('no tables');
  const chooses = (name: string, roomId: typeof a) =>
    workshop.person(name).asks({ type: 'choose-table', phaseId, roomId });
  await must(chooses('Ada', a));
  const race = await Promise.all([chooses('Ben', a), chooses('Cem', a)]);
  expect(race.filter(({ ok }) => ok)).toHaveLength(1);
  expect(race).toContainEqual({ ok: false, rejection: 'table-full' });
  expect(workshop.person('Dora').sees().people[idOf('Ada')]?.table).toBe(a);
  await workshop.clock.advance(minutes(1));
  const places = ['Ada', 'Ben', 'Cem', 'Dora'].map((name) => workshop.person(name).you().place);
  expect(places.filter((place) => place === b)).toHaveLength(2);
  await workshop.close();
});
