import type { AnnouncementId, PhaseId, RoomId, SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, goTo, must, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const saidTo = (person: Person): string => person.client().frames().join('\n');
const atTable = ({ people }: Workshop, roomId: RoomId): Person[] =>
  people.filter(({ you }) => you().place === roomId && you().role === 'participant');
const round = 'round-1' as PhaseId;
const announce = (to: 'everybody' | RoomId, text: string) =>
  ({ type: 'announce', announcementId: text.replaceAll(' ', '-') as AnnouncementId, text, to }) as const;

/** One person of each table. */
async function seated(workshop: Workshop): Promise<{ rooms: readonly RoomId[]; speakers: readonly Person[] }> {
  await goTo(workshop, 'round-1');
  const rooms = tablesOf(workshop);
  const speakers = rooms.flatMap((roomId) => atTable(workshop, roomId)[0] ?? []);
  return { rooms, speakers };
}

test('[BR-20] [BR-21] help is called in an order that holds, and ends when a facilitator comes', async () => {
  const workshop = await givenWorkshop();
  const { rooms, speakers } = await seated(workshop);
  const [a, b] = rooms as [RoomId, RoomId];
  const { facilitator } = workshop;
  const since = () => rooms.map((roomId) => facilitator.staff()?.progress[roomId]?.help);
  await must(speakers[1]?.asks({ type: 'call-help', roomId: b }) as ReturnType<Person['asks']>);
  await workshop.clock.advance(seconds(5));
  await must(speakers[0]?.asks({ type: 'call-help', roomId: a }) as ReturnType<Person['asks']>);
  await must(speakers[1]?.asks({ type: 'call-help', roomId: b }) as ReturnType<Person['asks']>);
  const [first = 0, second = 0] = [since()[1], since()[0]];
  expect(second - first).toBe(seconds(5));
  expect(speakers[0]?.room()?.help).toMatchObject({ by: speakers[0]?.seatId });

  await must(facilitator.asks({ type: 'visit-table', phaseId: round, roomId: b }));

  expect(since()[1]).toBeUndefined();
  expect(since()[0]).toBe(second);
  expect(speakers[1]?.sees().people[facilitator.seatId]?.place).toBe(b);
  expect(speakers[1]?.room()).not.toHaveProperty('help');
  await workshop.close();
});

test('[BR-20] nobody elsewhere is told that a table calls, or who called', async () => {
  const workshop = await givenWorkshop();
  const { rooms, speakers } = await seated(workshop);
  const [home] = rooms as [RoomId];
  await must(speakers[0]?.asks({ type: 'call-help', roomId: home }) as ReturnType<Person['asks']>);
  for (const person of workshop.people) {
    const mayKnow = person.you().place === home || ['facilitator', 'timekeeper'].includes(person.you().role);
    expect([person.name, /"help":/.test(saidTo(person))]).toEqual([person.name, mayKnow]);
  }
  expect(saidTo(workshop.facilitator)).not.toContain(`"by":"${speakers[0]?.seatId}"`);
  await workshop.close();
});

test('[AN-2] an announcement to one table reaches that table, facilitators, and nobody else', async () => {
  const workshop = await givenWorkshop({
    guestSecret: 'g'.repeat(22),
    participants: ['Ada', 'Ben', 'Cem', 'Dora', 'Emil'],
  });
  const { rooms } = await seated(workshop);
  const [home] = rooms as [RoomId];
  const late = await workshop.invite('Zoe', 'participant');
  await must(workshop.facilitator.asks({ type: 'set-admission', invited: 'by-hand' }));
  await late.enters();
  const removed = atTable(workshop, home).at(-1);
  if (!removed) throw new Error('nobody sits there');
  await must(workshop.facilitator.asks({ type: 'remove-person', seatId: removed.seatId }));

  await must(workshop.facilitator.asks(announce(home, 'The map is on the wall')));

  for (const person of workshop.people) {
    const isMeant = person === workshop.facilitator || (person !== removed && person.you().place === home);
    expect([person.name, saidTo(person).includes('The map is on the wall')]).toEqual([person.name, isMeant]);
  }
  expect(late.you().admission).toBe('waiting');
  await workshop.close();
});

test('[AN-1] an announcement to everybody lasts a minute, also over a restart, and is there after a reload', async () => {
  const before = await givenWorkshop(['Ada', 'Ben']);
  await begin(before);
  await must(before.facilitator.asks(announce('everybody', 'Coffee is ready')));
  await before.clock.advance(seconds(40));

  const after = await before.restart();
  const seen = () => Object.values(after.person('Ada').sees().announcements ?? {}).map(({ text }) => text);
  expect(seen()).toEqual(['Coffee is ready']);
  await after.clock.advance(seconds(20));

  expect(seen()).toEqual([]);
  expect(Object.values(after.facilitator.facilitators()?.announcements ?? {})).toMatchObject([{ state: 'over' }]);
  await after.close();
});

test('[FA-3] [FA-2] two who facilitate see what the other does, and lose no text to each other', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  const kai = await workshop.invite('Kai', 'facilitator');
  await kai.enters();
  await begin(workshop);
  const { facilitator, timekeeper } = workshop;
  await must(kai.asks({ type: 'extend-phase', phaseId: 'intro' as PhaseId, byMs: 300_000 }));
  const last = Object.values(facilitator.facilitators()?.doings ?? {}).at(-1);
  expect(last).toMatchObject({ by: kai.seatId, type: 'extend-phase', phaseId: 'intro', byMs: 300_000 });

  const note = (notes: string, seen: number) =>
    ({ type: 'set-notes', phaseId: 'intro' as PhaseId, notes, seen }) as const;
  const [one, other] = await Promise.all([facilitator.asks(note('Mine', 0)), kai.asks(note('Theirs', 0))]);
  expect([one.ok, other.ok].toSorted()).toEqual([false, true]);
  expect(facilitator.facilitators()?.notes.intro).toMatchObject({ revision: 1, text: one.ok ? 'Mine' : 'Theirs' });

  for (const person of [timekeeper, workshop.speaker, workshop.person('Ada')]) {
    expect(person.client().holds()).not.toContain('facilitators');
    expect(saidTo(person)).not.toMatch(/Mine|Theirs|"doings"/);
  }
  await workshop.close();
});

test('[FA-1] who no longer facilitates no longer holds what facilitators have to themselves', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const kai = await workshop.invite('Kai', 'facilitator');
  await kai.enters();
  await must(workshop.facilitator.asks({ type: 'change-role', seatId: kai.seatId as SeatId, role: 'timekeeper' }));
  expect(kai.facilitators()).toBeUndefined();
  expect(kai.client().holds()).not.toContain('facilitators');
  await workshop.close();
});

test('[BR-24] a trial of moving goes on over a restart, and leaves nothing behind', async () => {
  const before = await givenWorkshop();
  await begin(before);
  const intro = 'intro' as PhaseId;
  const clock = before.facilitator.sees().agenda.clock;
  await must(before.facilitator.asks({ type: 'start-practice', phaseId: intro }));
  expect(before.person('Ada').you()).toMatchObject({ place: 'plenary', moving: { to: 'intro-p1-a' } });
  await before.clock.advance(seconds(30));
  expect(before.person('Ada').you()).toMatchObject({ place: 'intro-p1-a', video: { now: 'intro-p1-a~1' } });

  const after = await before.restart();
  expect(after.person('Ada').room()?.roomId).toBe('intro-p1-a');
  await after.clock.advance(seconds(40));
  expect(after.person('Ada').you().moving?.to).toBe('plenary');
  await after.clock.advance(seconds(10));

  expect(after.people.map(({ you }) => you().place)).toEqual(after.people.map(() => 'plenary'));
  expect(after.facilitator.sees()).not.toHaveProperty('tables');
  expect(after.facilitator.sees().agenda.clock).toEqual(clock);
  expect(after.server.faults).toEqual([]);
  await after.close();
});
