import type { PhaseId, RoomId } from '@werkraum/protocol';
import { LINE_IS_CUT } from './support/console-watch.ts';
import { expect, test } from './support/fixtures.ts';
import { timekeeperPage } from './support/timekeeper-page.ts';

const round = 'round-2' as PhaseId;
const SEATS = { Ada: 'a', Ben: 'a', Cem: 'b', Dora: 'b' } as const;
/** Instants read from different clocks and before and after are the same to the second. */
const SAME_SECOND_MS = 1_000;

test.use({
  people: {
    ...{ Frieda: 'facilitator', Theo: 'timekeeper' },
    ...{ Ada: 'participant', Ben: 'participant', Cem: 'participant', Dora: 'participant' },
  },
  viewport: { width: 1040, height: 640 },
  expectedErrors: LINE_IS_CUT, // the server is killed
});

test('[E2E-3] a server that is killed in round 2 finds everybody at the same table, in the same turn, at the same second', async ({
  house,
  workshop,
  enter,
}) => {
  test.setTimeout(240_000);
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  const theo = await enter('Theo');
  const ada = await enter('Ada', { camera: true });
  const ben = await enter('Ben', { camera: true });
  const cem = await enter('Cem', { camera: true });
  const dora = await enter('Dora', { camera: true });
  const participants = [ada, ben, cem, dora];
  const clocks = timekeeperPage(theo.page);

  const first = await test.step('round 2 runs, and somebody speaks', async () => {
    for (const [name, table] of Object.entries(SEATS)) {
      const roomId = `${round}-${table}` as RoomId;
      await workshop.as('Frieda', { type: 'assign-seat', phaseId: round, seatId: workshop.seatId(name), roomId });
    }
    for (const phaseId of ['intro', 'talk', 'round-1'] as PhaseId[])
      await workshop.as('Frieda', { type: 'advance-phase', phaseId });
    for (const person of participants) await person.goNow();
    const name = (await clocks.firstIs('A', 'Ada')) ? 'Ada' : 'Ben';
    await clocks.start('A', name);
    await ada.seesMoving('Ben');
    return name;
  });
  const [speaker, listener] = first === 'Ada' ? [ada, ben] : [ben, ada];
  await speaker.isTold('Your turn');
  const before = { phase: await ada.deadline(), turn: await speaker.turnDeadline() };

  await house.crash();
  for (const person of [theo, ...participants]) await person.seesLine('The connection is interrupted');
  await ada.seesPhase('Round 2'); // the room stays readable
  await house.startAgain();

  for (const person of [theo, ...participants]) await person.seesNoLine('The connection is interrupted');
  for (const person of [ada, ben]) await person.seesPeople('Ada', 'Ben');
  for (const person of [cem, dora]) await person.seesPeople('Cem', 'Dora');
  await speaker.isTold('Your turn');
  await listener.isTold('You are next');
  const after = await Promise.all([
    ...participants.map((person) => person.deadline().then((at) => at - before.phase)),
    ...[speaker, listener, theo].map((person) => person.turnDeadline().then((at) => at - before.turn)),
  ]);
  for (const shiftMs of after) expect(Math.abs(shiftMs), 'the same second').toBeLessThan(SAME_SECOND_MS);
  await ada.seesMoving('Ben');
  await ben.seesMoving('Ada');
  await cem.seesMoving('Dora');
  await dora.seesMoving('Cem');
  await ada.seesNothingOf('Cem', 'Dora');
  await clocks.endTurn('A');
  await listener.isTold('Your turn');
});
