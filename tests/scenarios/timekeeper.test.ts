import type { RoomId, SeatId, TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { goTo, must, phaseCommand, phaseOf, startNextTurn, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds, type Workshop } from '../support/workshop.ts';

/** Round 1 with everybody at their tables, all tables going together. */
async function together(): Promise<Workshop> {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  await must(workshop.timekeeper.asks({ type: 'pace-together', phaseId: phaseOf(workshop), on: true }));
  return workshop;
}

const beat = (workshop: Workshop, number: number, by: Person = workshop.timekeeper) =>
  by.asks({ type: 'start-beat', phaseId: phaseOf(workshop), beat: number });

const clocksAt = (workshop: Workshop) => tablesOf(workshop).map((table) => turnsAt(workshop, table).now);
const speakersAt = (workshop: Workshop) => clocksAt(workshop).map((now) => now?.turnId);

function personOfTurn(workshop: Workshop, table: RoomId, turnId: TurnId | undefined): Person {
  const seatId: SeatId | undefined = turnId && turnsAt(workshop, table).turns[turnId]?.seatId;
  const person = workshop.people.find((one) => one.seatId === seatId);
  if (!person) throw new Error('nobody has this turn');
  return person;
}

test('[TU-31] [TU-32] two tables stay on the beat with one absent and one extended', async () => {
  const workshop = await together();
  const [tableA, tableB] = tablesOf(workshop) as [RoomId, RoomId];
  const absent = personOfTurn(workshop, tableA, turnsAt(workshop, tableA).order[1]);
  await absent.vanishes();
  await workshop.clock.advance(seconds(30));

  await must(beat(workshop, 1));
  const [a, b] = clocksAt(workshop);
  expect(a?.graceUntil).toBe(b?.graceUntil);
  expect(a?.endsAt).toBe(b?.endsAt);

  await must(
    workshop.timekeeper.asks({ type: 'extend-turn', roomId: tableB, turnId: b?.turnId as TurnId, byMs: 30_000 }),
  );
  await workshop.clock.advance(minutes(1));
  await must(
    personOfTurn(workshop, tableA, a?.turnId).asks({ type: 'end-turn', roomId: tableA, turnId: a?.turnId as TurnId }),
  );
  expect(speakersAt(workshop)).toEqual([undefined, b?.turnId]);

  await must(beat(workshop, 2));
  const [, second] = turnsAt(workshop, tableA).order;
  expect(personOfTurn(workshop, tableA, turnsAt(workshop, tableA).now?.turnId)).not.toBe(absent);
  expect(turnsAt(workshop, tableA).turns[second as string]).toMatchObject({ seatId: absent.seatId, state: 'absent' });
  expect(turnsAt(workshop, tableB).turns[b?.turnId as string]).toMatchObject({ state: 'done', usedMs: seconds(52) });
  const [again, other] = clocksAt(workshop);
  expect(again?.endsAt).toBe(other?.endsAt);
  await workshop.close();
});

test('[TU-33] of two staff who start the same beat only one does', async () => {
  const workshop = await together();
  const replies = await Promise.all([beat(workshop, 1), beat(workshop, 1, workshop.facilitator)]);
  expect(replies.toSorted((one, other) => Number(other.ok) - Number(one.ok))).toEqual([
    { ok: true },
    { ok: false, rejection: 'beat-already-started' },
  ]);
  expect(turnsAt(workshop, tablesOf(workshop)[0] as RoomId).beat).toBe(2);
  await workshop.close();
});

test('[TU-35] going together outlives a pause of the round and a restart', async () => {
  const before = await together();
  await must(beat(before, 1));
  await must(before.facilitator.asks(phaseCommand('pause-phase', before)));
  const workshop = await before.restart();
  await must(workshop.facilitator.asks(phaseCommand('resume-phase', workshop)));

  const speakers = speakersAt(workshop);
  await workshop.clock.advance(minutes(2));
  await must(beat(workshop, 2));
  expect(speakersAt(workshop).filter((speaker) => speakers.includes(speaker))).toEqual([]);
  expect(new Set(clocksAt(workshop).map((now) => now?.endsAt)).size).toBe(1);
  await workshop.close();
});

test('[TU-37] nobody but staff lets tables go together', async () => {
  const workshop = await together();
  const member = personOfTurn(
    workshop,
    tablesOf(workshop)[0] as RoomId,
    turnsAt(workshop, tablesOf(workshop)[0] as RoomId).next,
  );
  const off = { type: 'pace-together', phaseId: phaseOf(workshop), on: false } as const;
  expect(await member.asks(off)).toEqual({ ok: false, rejection: 'staff-only' });
  expect(await beat(workshop, 1, member)).toEqual({ ok: false, rejection: 'staff-only' });
  await workshop.close();
});

/** Everything somebody's client holds. */
const heldBy = (person: Person) =>
  person
    .client()
    .holds()
    .map((audience) => [audience, person.client().doc(audience)]);

test('[TU-28] a nudge is seen by the speaker and by staff, and changes nothing anybody else holds', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const [table] = tablesOf(workshop) as [RoomId];
  await startNextTurn(workshop, table);
  const turnId = turnsAt(workshop, table).now?.turnId as TurnId;
  const speaker = personOfTurn(workshop, table, turnId);
  const staff = [workshop.timekeeper, workshop.facilitator];
  const others = workshop.people.filter((person) => person !== speaker && !staff.includes(person));
  const before = others.map(heldBy);
  const atTheTable = speaker.room();

  await must(workshop.timekeeper.asks({ type: 'nudge-speaker', roomId: table, turnId }));

  expect(speaker.you().nudgedAt).toBe(workshop.clock.now());
  expect(speaker.room()).toEqual(atTheTable);
  for (const person of staff) expect(person.staff()?.progress[table]?.nudgedAt).toBe(workshop.clock.now());
  expect(others.map(heldBy)).toEqual(before);
  expect(others.length).toBeGreaterThan(workshop.people.length / 2);
  await workshop.close();
});
