import { replan } from '@werkraum/planning/replan';
import { type AnnouncementId, forecast, type PhaseId, type RequestId, type RoomId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { mustEnter, type Person } from '../support/person.ts';
import { begin, must, next, phaseOf, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, PARTICIPANTS, seconds, type Workshop } from '../support/workshop.ts';

const agendaOf = ({ facilitator }: Workshop) => facilitator.sees().agenda;
const startOf = (workshop: Workshop): number => agendaOf(workshop).startedAt ?? Number.NaN;

/** The wall clock of the story: so many minutes after the start. */
async function minute(workshop: Workshop, count: number): Promise<void> {
  const leftMs = startOf(workshop) + minutes(count) - workshop.clock.now();
  if (leftMs < 0) throw new Error(`minute ${count} is past`);
  await workshop.clock.advance(leftMs);
}

async function acceptProposal({ facilitator }: Workshop): Promise<void> {
  const { proposal } = facilitator.facilitators()?.rotation ?? {};
  if (!proposal?.found) throw new Error('nothing is proposed');
  const { requestId, found } = proposal;
  await must(facilitator.asks({ type: 'accept-rotation', requestId, basis: found.basis }));
}

async function planAllRounds(workshop: Workshop): Promise<void> {
  const requestId = 'all-rounds' as RequestId;
  await must(workshop.facilitator.asks({ type: 'ask-rotation', requestId, seed: 3, method: 'anew' }));
  await workshop.settled();
  await acceptProposal(workshop);
}

const at = ({ people }: Workshop, roomId: RoomId): Person[] =>
  people.filter((person) => person.isConnected() && person.you().place === roomId);
const someoneAt = (workshop: Workshop, roomId: RoomId): Person => {
  const person = at(workshop, roomId).find(({ name }) => name !== 'Frieda');
  if (!person) throw new Error(`nobody sits at ${roomId}`);
  return person;
};

/** Names of all who see this announcement, at their table or everywhere. */
const readers = ({ people }: Workshop, id: AnnouncementId): string[] =>
  people
    .filter((person) => person.sees().announcements?.[id] ?? person.room()?.announcements?.[id])
    .map(({ name }) => name);

/** Everybody speaks for two minutes, all tables on the beat; the second speaker of the first table is nudged. */
async function speakTogether(workshop: Workshop): Promise<void> {
  const { timekeeper, clock } = workshop;
  const phaseId = phaseOf(workshop);
  const queues = () => tablesOf(workshop).map((roomId) => turnsAt(workshop, roomId));
  await must(timekeeper.asks({ type: 'pace-together', phaseId, on: true }));
  while (queues().some(({ next: waiting }) => waiting)) {
    const beat = queues()[0]?.beat ?? 0;
    await must(timekeeper.asks({ type: 'start-beat', phaseId, beat }));
    const ends = queues().flatMap(({ now }) => (now ? [now.endsAt] : []));
    expect(new Set(ends)).toEqual(new Set([clock.now() + seconds(8) + minutes(2)]));
    if (beat === 2) await nudgeFirstTable(workshop);
    await clock.advance(seconds(8) + minutes(2));
  }
  await must(timekeeper.asks({ type: 'start-beat', phaseId, beat: queues()[0]?.beat ?? 0 }));
  expect(queues().map(({ state }) => state)).toEqual(queues().map(() => 'finished'));
}

async function nudgeFirstTable(workshop: Workshop): Promise<void> {
  const roomId = tablesOf(workshop)[0] as RoomId;
  const turns = turnsAt(workshop, roomId);
  if (!turns.now) throw new Error('nobody speaks');
  const { turnId } = turns.now;
  await must(workshop.timekeeper.asks({ type: 'nudge-speaker', roomId, turnId }));
  const nudged = workshop.people.filter((person) => person.you().nudgedAt !== undefined);
  expect(nudged.map(({ seatId }) => seatId)).toEqual([turns.turns[turnId]?.seatId]);
}

async function answerHelpCalls(workshop: Workshop): Promise<void> {
  const { facilitator, clock } = workshop;
  const [first, second] = tablesOf(workshop) as [RoomId, RoomId];
  const calls = () => tablesOf(workshop).map((roomId) => facilitator.staff()?.progress[roomId]?.help);
  await must(someoneAt(workshop, second).asks({ type: 'call-help', roomId: second }));
  await clock.advance(seconds(20));
  await must(someoneAt(workshop, first).asks({ type: 'call-help', roomId: first }));
  expect(calls()).toEqual([clock.now(), clock.now() - seconds(20)]);

  for (const roomId of [second, first]) {
    await must(facilitator.asks({ type: 'visit-table', phaseId: phaseOf(workshop), roomId }));
    expect(someoneAt(workshop, roomId).sees().people.frieda?.place).toBe(roomId);
    expect(facilitator.staff()?.progress[roomId]?.help).toBeUndefined();
    await clock.advance(minutes(1));
    await must(facilitator.asks({ type: 'leave-table', phaseId: phaseOf(workshop) }));
  }
  expect(calls()).toEqual([undefined, undefined]);
}

async function announce(workshop: Workshop, to: 'everybody' | RoomId): Promise<string[]> {
  const announcementId = `for-${to}` as AnnouncementId;
  await must(workshop.facilitator.asks({ type: 'announce', announcementId, text: 'One thing more.', to }));
  const names = readers(workshop, announcementId);
  await must(workshop.facilitator.asks({ type: 'take-back-announcement', announcementId }));
  expect(readers(workshop, announcementId)).toEqual([]);
  return names;
}

/** Takes the missing time from what is to come, as the re-plan sheet proposes first. */
async function replanBySpread(workshop: Workshop): Promise<void> {
  const { order, phases, clock, hardEndAt = 0 } = agendaOf(workshop);
  const ahead = order.flatMap((id) => {
    const phase = phases[id];
    return phase?.state === 'ahead' ? [{ id, plannedMs: phase.plannedMs, minMs: phase.minMs }] : [];
  });
  const plan = replan({ freeAt: clock?.endsAt ?? 0, until: hardEndAt, ahead }, 'spread');
  const lengths = plan.phases.map(({ id, plannedMs }) => ({
    ...{ phaseId: id as PhaseId, plannedMs },
    fromMs: phases[id]?.plannedMs ?? 0,
  }));
  await must(workshop.facilitator.asks({ type: 'replan', phaseId: phaseOf(workshop), lengths, drop: [] }));
}

/** Everybody is back in the plenary at this minute, and the next phase open. */
async function closeAt(workshop: Workshop, count: number): Promise<void> {
  await minute(workshop, count - 1);
  await must(workshop.facilitator.asks({ type: 'close-tables', phaseId: phaseOf(workshop), inMs: 60_000 }));
  await minute(workshop, count);
}

const seated = (workshop: Workshop): string[] =>
  workshop.people
    .filter((person) => person.isConnected() && person.you().place === person.room()?.roomId)
    .map(({ name }) => name);

const LATE = ['Yann', 'Zoe'];
/** Who is there from the middle of round 1 on. */
const PRESENT = [...PARTICIPANTS.filter((name) => name !== 'Ben'), ...LATE];

/** Minutes 0 to 35: a trial of moving to tables, a word to everybody, the input talk. */
async function introduction(workshop: Workshop): Promise<void> {
  await minute(workshop, 2);
  await must(workshop.facilitator.asks({ type: 'start-practice', phaseId: phaseOf(workshop) }));
  await workshop.clock.advance(seconds(10));
  expect(seated(workshop)).toEqual(PARTICIPANTS);
  await workshop.clock.advance(seconds(70));
  expect(seated(workshop)).toEqual([]);

  await minute(workshop, 5);
  expect(await announce(workshop, 'everybody')).toEqual(workshop.people.map(({ name }) => name));
  await minute(workshop, 15);
  await next(workshop);
  await minute(workshop, 35);
  await next(workshop);
}

/** Minutes 35 to 60: inputs on one beat; Ben is lost, two come late, and a new seating is accepted. */
async function firstRound(workshop: Workshop): Promise<void> {
  await minute(workshop, 36);
  expect(seated(workshop)).toEqual(PARTICIPANTS);
  await speakTogether(workshop);

  await minute(workshop, 50);
  await workshop.person('Ben').vanishes();
  await minute(workshop, 52);
  for (const name of LATE) await mustEnter(await workshop.invite(name, 'participant'));
  expect(seated(workshop)).toEqual(PRESENT);
  await minute(workshop, 54);
  const { proposal } = workshop.facilitator.facilitators()?.rotation ?? {};
  expect(proposal).toMatchObject({ method: 'attendance', found: { done: true } });
  await acceptProposal(workshop);
  await closeAt(workshop, 60);
}

/** Minutes 60 to 93: help, a word to one table, and eight minutes more than planned. */
async function secondRound(workshop: Workshop): Promise<void> {
  await minute(workshop, 61);
  expect(seated(workshop)).toEqual(PRESENT);
  await answerHelpCalls(workshop);
  const [first, second] = tablesOf(workshop) as [RoomId, RoomId];
  expect(await announce(workshop, second)).toEqual(at(workshop, second).map(({ name }) => name));
  await must(someoneAt(workshop, first).asks({ type: 'signal-table', roomId: first, signal: 'ready' }));
  await must(someoneAt(workshop, second).asks({ type: 'signal-table', roomId: second, signal: 'more-time' }));
  const { progress } = workshop.facilitator.staff() ?? {};
  expect([first, second].map((roomId) => progress?.[roomId]?.signal)).toEqual(['ready', 'more-time']);
  await acceptProposal(workshop);

  await minute(workshop, 84);
  await fallBehindAndRecover(workshop);
  await closeAt(workshop, 93);
}

async function fallBehindAndRecover(workshop: Workshop): Promise<void> {
  const outlook = () => forecast(agendaOf(workshop), workshop.clock.now());
  await must(workshop.facilitator.asks({ type: 'extend-phase', phaseId: phaseOf(workshop), byMs: minutes(8) }));
  expect(outlook()).toMatchObject({ behindMs: minutes(8), pastHardEndMs: minutes(8) });
  await replanBySpread(workshop);
  expect(outlook()).toMatchObject({ behindMs: 0, pastHardEndMs: 0 });
  const { phases } = agendaOf(workshop);
  // Of 20 and 15 minutes, which may become 12 and 10.
  expect([phases['round-3']?.plannedMs, phases.reflection?.plannedMs]).toEqual([minutes(15), minutes(12)]);
}

/** Minutes 93 to 120. */
async function toTheEnd(workshop: Workshop): Promise<void> {
  await minute(workshop, 94);
  expect(phaseOf(workshop)).toBe('round-3');
  expect(seated(workshop)).toEqual(PRESENT);
  await closeAt(workshop, 108);
  expect(phaseOf(workshop)).toBe('reflection');
  await minute(workshop, 120);
  await must(workshop.facilitator.asks({ type: 'end-session' }));
}

test('[FA-20] one lost, two late, two calls for help, eight minutes behind: two hours end on the second', async () => {
  const workshop = await givenWorkshop();
  await planAllRounds(workshop);
  await begin(workshop);
  await introduction(workshop);
  await firstRound(workshop);
  await secondRound(workshop);
  await toTheEnd(workshop);

  const { startedAt = 0, endedAt, hardEndAt } = agendaOf(workshop);
  expect(endedAt).toBe(startedAt + minutes(120));
  expect(endedAt).toBe(hardEndAt);
  for (const one of workshop.people.filter((person) => person.isConnected())) {
    expect(one.sees()).toEqual(workshop.facilitator.sees());
    expect(one.client().gaps()).toBe(0);
  }
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});
