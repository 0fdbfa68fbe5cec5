import type { RoomId, SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { endTurn, must, next, phaseOf, startNextTurn, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, PARTICIPANTS, seconds, type Workshop } from '../support/workshop.ts';

/** Everybody at every table gives their input, two minutes each; returns who spoke for how long. */
async function giveInputs(workshop: Workshop): Promise<Map<SeatId, number>> {
  const spoken = new Map<SeatId, number>();
  for (const roomId of tablesOf(workshop)) await startNextTurn(workshop, roomId);
  const running = (): RoomId[] => tablesOf(workshop).filter((roomId) => turnsAt(workshop, roomId).now);
  while (running().length > 0) {
    await workshop.clock.advance(seconds(8) + minutes(2));
    for (const roomId of running()) await endTurn(workshop, roomId);
  }
  for (const roomId of tablesOf(workshop)) {
    for (const { seatId, usedMs } of Object.values(turnsAt(workshop, roomId).turns)) spoken.set(seatId, usedMs ?? 0);
  }
  return spoken;
}

/** One breakout round from gathering to everybody being back. */
async function holdRound(workshop: Workshop, phaseId: string): Promise<Map<SeatId, number>> {
  const { facilitator, people, clock } = workshop;
  expect(phaseOf(workshop)).toBe(phaseId);
  expect(facilitator.sees().tables?.state).toBe('gathering');
  await must(workshop.person('Ada').asks({ type: 'go-to-table', phaseId: phaseOf(workshop) }));
  expect(workshop.person('Ada').room()?.roomId).toBe(workshop.person('Ada').you().place);
  await clock.advance(seconds(60));

  const seated = people.filter((person) => tablesOf(workshop).includes(person.you().place as RoomId));
  expect(seated.map(({ name }) => name)).toEqual(expect.arrayContaining(PARTICIPANTS));
  for (const person of seated) expect(person.room()?.roomId).toBe(person.you().place);

  const spoken = await giveInputs(workshop);
  await must(facilitator.asks({ type: 'close-tables', phaseId: phaseOf(workshop), inMs: 60_000 }));
  expect(workshop.person('Ben').you().moving?.to).toBe('plenary');
  await must(workshop.person('Ben').asks({ type: 'return-to-plenary', phaseId: phaseOf(workshop) }));
  expect(workshop.person('Ben').you().place).toBe('plenary');
  await clock.advance(seconds(60));
  expect(people.map((person) => person.you().place)).toEqual(people.map(() => 'plenary'));
  return spoken;
}

test('the two hours of the model workshop, from the first click to the last', async () => {
  const workshop = await givenWorkshop();
  const { facilitator, people, person, clock, server } = workshop;
  const began = clock.now();
  expect(person('Ada').you()).toMatchObject({ admission: 'waiting', place: 'lobby' });

  await must(facilitator.asks({ type: 'open-doors' }));
  expect(people.map((one) => one.you().place)).toEqual(people.map(() => 'plenary'));
  await must(facilitator.asks({ type: 'start-session' }));
  await clock.advance(minutes(15));
  await next(workshop);

  expect(Object.keys(person('Ada').sees().stage.onStage)).toEqual(['salma']);
  expect(person('Ada').you().publish.microphone).toBe(false);
  await must(person('Cem').asks({ type: 'raise-hand' }));
  await must(facilitator.asks({ type: 'give-word', seatId: person('Cem').seatId }));
  expect(person('Cem').you().publish.microphone).toBe(true);
  await clock.advance(minutes(20));
  await next(workshop);

  for (const round of ['round-1', 'round-2', 'round-3']) {
    const spoken = await holdRound(workshop, round);
    const times = PARTICIPANTS.map((name) => spoken.get(person(name).seatId));
    expect(times).toEqual(PARTICIPANTS.map(() => minutes(2)));
  }

  expect(phaseOf(workshop)).toBe('reflection');
  await clock.advance(minutes(15));
  await must(facilitator.asks({ type: 'end-session' }));

  expect(facilitator.sees().status).toBe('ended');
  expect(clock.now() - began).toBeLessThanOrEqual(minutes(120));
  for (const one of people) {
    expect(one.sees()).toEqual(facilitator.sees());
    expect(one.client().gaps()).toBe(0);
  }
  expect(server.faults).toEqual([]);
  await workshop.close();
});
