import type { BalanceView, RoomId } from '@werkraum/protocol';
import { STATE_FORMAT } from '@werkraum/server/src/domain/session.ts';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { endTurn, goTo, must, next, startNextTurn, tablesOf, turnsAt } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds, type Workshop } from '../support/workshop.ts';

/** A person's client tells how long they have spoken at the place where they are. */
function tells(person: Person, totalMs: number, run = 'page'): void {
  const { key } = person.you().speech ?? {};
  if (!key) throw new Error(`nothing is summed up where ${person.name} is`);
  person.client().sendRaw('spoke', { key, run, totalMs });
}

const balanceOf = (person: Person): BalanceView => person.client().balance();

/** Long enough for everybody to have been told. */
const toldAll = async (workshop: Workshop): Promise<void> => {
  await workshop.settled();
  await workshop.clock.advance(seconds(5));
};

const AMOUNTS = { Ada: 171_000, Ben: 92_000, Cem: 67_000, Dora: 0, Emil: 53_000 } as const;
const SPOKEN: readonly number[] = Object.values(AMOUNTS).filter((ms) => ms > 0);

/** The introduction has gone on for a while, and everybody has spoken as long as that. */
async function afterIntro(): Promise<Workshop> {
  const workshop = await givenWorkshop(Object.keys(AMOUNTS));
  await goTo(workshop, 'intro');
  await workshop.clock.advance(minutes(10));
  for (const [name, ms] of Object.entries(AMOUNTS)) if (ms > 0) tells(workshop.person(name), ms);
  await toldAll(workshop);
  return workshop;
}

test('[BA-6] everybody is told their own share and how it is altogether', async () => {
  const workshop = await afterIntro();
  expect(balanceOf(workshop.person('Ada'))).toEqual({
    here: { spokenMs: 170_000, share: 0.45, level: 'leaning' },
  });
  expect(balanceOf(workshop.person('Dora'))).toEqual({ here: { spokenMs: 0, share: 0, level: 'leaning' } });
  await workshop.close();
});

test('[BA-7] facilitators are told who has not spoken yet, timekeepers are not', async () => {
  const workshop = await afterIntro();
  const { facilitator } = balanceOf(workshop.facilitator);
  expect(facilitator?.places).toEqual({
    plenary: { level: 'leaning', silent: ['dora', 'salma'] },
  });
  expect(balanceOf(workshop.timekeeper)).toEqual({ here: { spokenMs: 0, level: 'leaning' } });
  await workshop.close();
});

test('[BA-8] no amount of anybody reaches anybody else, in whatever message', async () => {
  const workshop = await afterIntro();
  await must(workshop.facilitator.asks({ type: 'order-hands', by: 'quiet-first' }));
  for (const name of Object.keys(AMOUNTS)) await must(workshop.person(name).asks({ type: 'raise-hand' }));
  await toldAll(workshop);

  // Instants and revisions are longer or shorter than these; steps of ten seconds are how an own amount is told.
  const forms = (ms: number) => [`${ms}`, `${Math.floor(ms / 10_000) * 10_000}`];
  for (const person of workshop.people) {
    const heard = new Set<string>(person.client().frames().join('\n').match(/\d+/g));
    for (const [name, ms] of Object.entries(AMOUNTS)) {
      if (ms === 0 || name === person.name) continue;
      expect({ to: person.name, of: name, told: forms(ms).filter((form) => heard.has(form)) }).toEqual({
        to: person.name,
        of: name,
        told: [],
      });
    }
  }
  await workshop.close();
});

test('[BA-9] the hand of whoever spoke least comes first, for everybody at that place', async () => {
  const workshop = await afterIntro();
  for (const name of ['Ada', 'Ben', 'Dora']) {
    await must(workshop.person(name).asks({ type: 'raise-hand' }));
    await workshop.clock.advance(1);
  }
  expect(balanceOf(workshop.person('Cem')).hands).toBeUndefined();
  await must(workshop.facilitator.asks({ type: 'order-hands', by: 'quiet-first' }));
  await toldAll(workshop);

  expect(workshop.person('Cem').sees().stage.quietFirst).toBe(true);
  for (const person of workshop.people) expect(balanceOf(person).hands).toEqual(['dora', 'ben', 'ada']);
  await workshop.close();
});

test('[BA-2] [BA-3] a new place begins at nothing, and what is said in a turn is not silence', async () => {
  const workshop = await afterIntro();
  await goTo(workshop, 'round-1');
  await workshop.clock.advance(minutes(3));
  const atTable = (roomId: RoomId) => workshop.people.filter((person) => person.you().place === roomId);
  const roomId = tablesOf(workshop).find((id) => atTable(id).length === 3);
  if (!roomId) throw new Error('no table of three');
  for (const person of atTable(roomId)) expect(balanceOf(person).here).toEqual({ spokenMs: 0, level: 'too-early' });

  await startNextTurn(workshop, roomId);
  await workshop.clock.advance(minutes(2));
  const nowAt = () => Object.values(turnsAt(workshop, roomId).turns).find(({ state }) => state === 'now')?.seatId;
  const speaker = nowAt();
  await endTurn(workshop, roomId);
  const talker = atTable(roomId).find(({ seatId }) => seatId === nowAt());
  if (!talker) throw new Error('nobody speaks');
  tells(talker, minutes(4));
  await toldAll(workshop);

  const others = atTable(roomId).map(({ seatId }) => seatId);
  const quiet = others.filter((seatId) => seatId !== speaker && seatId !== talker.seatId);
  expect(quiet).toHaveLength(1);
  expect(balanceOf(workshop.facilitator).facilitator?.places[roomId]?.silent).toEqual(quiet);
  await workshop.close();
});

test('[BA-2] what is told about a place where one is not changes nothing', async () => {
  const workshop = await afterIntro();
  const ada = workshop.person('Ada');
  const before = balanceOf(ada);
  for (const key of ['plenary~talk', 'round-1-a~1', 'constructor~x'])
    ada.client().sendRaw('spoke', { key, run: 'page', totalMs: 999_000 });
  for (const bad of [undefined, null, 7, {}, { key: '../x', run: 'page', totalMs: 1 }, { totalMs: -1 }, [], 'spoke'])
    ada.client().sendRaw('spoke', bad);
  await toldAll(workshop);
  expect(balanceOf(ada)).toEqual(before);
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[BA-4] a restart forgets, and is healed by what clients tell next', async () => {
  const before = await afterIntro();
  const figures = balanceOf(before.facilitator);
  const after = await before.restart();
  await after.clock.advance(seconds(1)); // who comes is told soon, together with the others
  expect(balanceOf(after.person('Ada')).here).toEqual({ spokenMs: 0, level: 'too-early' });

  for (const [name, ms] of Object.entries(AMOUNTS)) if (ms > 0) tells(after.person(name), ms);
  await toldAll(after);
  expect(balanceOf(after.facilitator)).toEqual(figures);
  expect(balanceOf(after.person('Ada')).here).toMatchObject({ spokenMs: 170_000 });
  await after.close();
});

/** Everything that is stored of the session, as text: all of its facts, and its newest snapshot. */
async function storedText({ store, sessionId }: Workshop): Promise<string> {
  const [facts, newest] = await Promise.all([store.read(sessionId, 0), store.read(sessionId, STATE_FORMAT)]);
  return JSON.stringify([facts, newest]);
}

function amountsIn(text: string): readonly number[] {
  const numbers = new Set(text.match(/\d+/g));
  return SPOKEN.filter((ms) => numbers.has(`${ms}`));
}

async function endedWith(answers: 'all' | 'all but one'): Promise<Workshop> {
  const workshop = await afterIntro();
  const asked = answers === 'all' ? workshop.people : workshop.people.slice(0, -1);
  for (const person of asked) await must(person.asks({ type: 'answer-consent', keepSpeakingTimes: true }));
  await workshop.clock.advance(seconds(1));
  const expected = answers === 'all' ? 0 : 1;
  expect(balanceOf(workshop.facilitator).facilitator?.notAgreed).toBe(expected);
  expect(amountsIn(await storedText(workshop))).toEqual([]);
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  await workshop.clock.advance(seconds(10));
  return workshop;
}

test('[BA-12] everybody agreed: after the end each person’s time is kept, and told to that person only', async () => {
  const workshop = await endedWith('all');
  expect(amountsIn(await storedText(workshop))).toHaveLength(4);
  expect(workshop.person('Ada').you().speech).toEqual({ mayKeep: true, keptMs: 171_000 });
  const others = workshop.people.filter(({ name }) => name !== 'Ada');
  for (const person of others) expect(person.client().frames().join('\n')).not.toContain('171000');
  await workshop.close();
});

test('[BA-10] [BA-12] one did not: nothing of it was ever written down', async () => {
  const workshop = await endedWith('all but one');
  expect(workshop.person('Ada').you().speech).toEqual({ mayKeep: true });
  await workshop.close();
  const stored = await storedText(workshop);
  expect(stored).toContain('"snapshot"');
  expect(amountsIn(stored)).toEqual([]);
});

test('[BA-1] nothing is summed up before the start, in a break and after the end', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await must(workshop.facilitator.asks({ type: 'open-doors' }));
  expect(workshop.person('Ada').you().speech).toEqual({ mayKeep: false });
  await must(workshop.facilitator.asks({ type: 'start-session' }));
  expect(workshop.person('Ada').you().speech?.key).toBe('plenary~intro');
  await next(workshop);
  expect(workshop.person('Ada').you().speech?.key).toBe('plenary~talk');
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  expect(workshop.person('Ada').you().speech).toEqual({ mayKeep: false });
  await workshop.close();
});

const timesTold = (person: Person): number =>
  person
    .client()
    .frames()
    .filter((frame) => frame.includes('["balance"')).length;

test('[BA-13] however often sums are told, a figure changes every five seconds at most, and the same is not said twice', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await goTo(workshop, 'intro');
  await workshop.clock.advance(minutes(10));
  const [ada, ben] = [workshop.person('Ada'), workshop.person('Ben')];
  const before = { ada: timesTold(ada), ben: timesTold(ben) };
  for (let second = 1; second <= 30; second += 1) {
    tells(ada, second * 10_000);
    await workshop.settled();
    await workshop.clock.advance(seconds(1));
  }
  await toldAll(workshop);
  expect(balanceOf(ada).here?.spokenMs).toBeGreaterThan(seconds(200));
  const [toldAda, toldBen] = [timesTold(ada) - before.ada, timesTold(ben) - before.ben];
  expect(toldAda).toBeGreaterThan(1);
  expect(toldAda).toBeLessThanOrEqual(7);
  // For Ben one thing has changed: it is no longer too early to say.
  expect(toldBen).toBe(1);
  await workshop.close();
});
