import type { RoomId, SeatId, TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { endTurn, goTo, must, phaseCommand, startNextTurn, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds, type Workshop } from '../support/workshop.ts';

/** Round 1 with everybody at their tables, and the first table of it. */
async function seated(): Promise<{ workshop: Workshop; table: RoomId }> {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [table] = tablesOf(workshop);
  if (!table) throw new Error('no table is open');
  return { workshop, table };
}

/** Who gives this turn. */
function speakerOf(workshop: Workshop, table: RoomId, turnId: TurnId | undefined): Person {
  const seatId: SeatId | undefined = turnId && turnsAt(workshop, table).turns[turnId]?.seatId;
  const person = workshop.people.find((one) => one.seatId === seatId);
  if (!person) throw new Error('nobody gives this turn');
  return person;
}

const stateOf = (workshop: Workshop, table: RoomId, { seatId }: Person) =>
  Object.values(turnsAt(workshop, table).turns).find((turn) => turn.seatId === seatId)?.state;

test('[TU-14] a speaker who loses the connection for a minute speaks on with the same clock', async () => {
  const { workshop, table } = await seated();
  await startNextTurn(workshop, table);
  const { now } = turnsAt(workshop, table);
  const speaker = speakerOf(workshop, table, now?.turnId);

  await speaker.vanishes();
  await workshop.clock.advance(seconds(60));
  expect(workshop.facilitator.sees().people[speaker.seatId]?.presence).toBe('away');
  expect(turnsAt(workshop, table).now).toEqual(now);
  await speaker.enters();

  expect(speaker.room()?.turns?.now).toEqual(now);
  await endTurn(workshop, table);
  expect(turnsAt(workshop, table).turns[now?.turnId ?? '']?.usedMs).toBe(seconds(60) - seconds(8));
  await workshop.close();
});

test('[TU-11] [TU-12] who is away is passed over, remembered, and waits again after coming back', async () => {
  const { workshop, table } = await seated();
  await startNextTurn(workshop, table);
  const absent = speakerOf(workshop, table, turnsAt(workshop, table).next);
  await absent.vanishes();
  await workshop.clock.advance(seconds(30));

  await endTurn(workshop, table);
  expect(stateOf(workshop, table, absent)).toBe('absent');
  await absent.enters();

  expect(stateOf(workshop, table, absent)).toBe('waiting');
  expect(speakerOf(workshop, table, turnsAt(workshop, table).order.at(-1))).toBe(absent);
  await workshop.close();
});

test('[TU-25] when the timekeeper drops out the tables keep their own time, and give it back', async () => {
  const { workshop, table } = await seated();
  const first = turnsAt(workshop, table);
  const member = speakerOf(workshop, table, first.order.at(-1));
  const start = { type: 'start-turn', roomId: table, turnId: first.next as TurnId } as const;
  expect(await member.asks(start)).toEqual({ ok: false, rejection: 'staff-only' });

  await workshop.timekeeper.vanishes();
  await workshop.clock.advance(seconds(30));
  expect(member.room()?.turns?.pacedBy).toBe('table');
  await must(member.asks(start));
  await workshop.timekeeper.enters();

  expect(member.room()?.turns).toMatchObject({ pacedBy: 'staff', state: 'running', now: { turnId: start.turnId } });
  await workshop.close();
});

test('[TU-22] a pause of the whole round stops every table’s clock and gives the time back', async () => {
  const { workshop } = await seated();
  for (const table of tablesOf(workshop)) await startNextTurn(workshop, table);
  const ends = tablesOf(workshop).map((table) => turnsAt(workshop, table).now?.endsAt ?? 0);
  await workshop.clock.advance(seconds(30));

  await must(workshop.facilitator.asks(phaseCommand('pause-phase', workshop)));
  await workshop.clock.advance(minutes(3));
  await must(workshop.facilitator.asks(phaseCommand('resume-phase', workshop)));

  expect(tablesOf(workshop).map((table) => turnsAt(workshop, table).now?.endsAt)).toEqual(
    ends.map((end) => end + minutes(3)),
  );
  await workshop.close();
});

test('[TU-27] of two people who end the same turn only one moves the table on', async () => {
  const { workshop, table } = await seated();
  await startNextTurn(workshop, table);
  const { now, next } = turnsAt(workshop, table);
  const end = { type: 'end-turn', roomId: table, turnId: now?.turnId as TurnId } as const;

  const replies = await Promise.all([workshop.timekeeper.asks(end), workshop.facilitator.asks(end)]);

  expect(replies).toContainEqual({ ok: true });
  expect(replies).toContainEqual({ ok: false, rejection: 'turn-already-over' });
  expect(turnsAt(workshop, table).now?.turnId).toBe(next);
  await workshop.close();
});

test('the input round of a table is seen there and by staff, and by nobody at another table', async () => {
  const { workshop, table } = await seated();
  await startNextTurn(workshop, table);
  const people = workshop.people.filter((person) => person.you().place !== 'plenary');
  const [here, elsewhere] = [true, false].map((at) => people.filter((one) => (one.you().place === table) === at));

  for (const person of here ?? []) expect(person.room()?.turns?.now).toBeDefined();
  for (const person of elsewhere ?? []) {
    expect(person.room()?.turns?.now).toBeUndefined();
    expect(person.staff()).toBeUndefined();
  }
  expect(here?.length).toBeGreaterThan(1);
  expect(elsewhere?.length).toBeGreaterThan(1);
  await workshop.close();
});
