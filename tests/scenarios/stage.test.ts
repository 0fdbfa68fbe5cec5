import type { RoomId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { goTo, must, next, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

/** Somebody at the first table and somebody at the second. */
function oneOfEachTable(workshop: Workshop) {
  const [a, b] = tablesOf(workshop);
  const at = (roomId: RoomId | undefined) => workshop.people.find((person) => person.you().place === roomId);
  const [here, elsewhere] = [at(a), at(b)];
  if (!a || !here || !elsewhere) throw new Error('a table is empty');
  return { roomId: a, here, elsewhere };
}

test('[ST-6] [ST-9] a hand at a table is seen there and counted for staff, and is down in the next phase', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const { roomId, here, elsewhere } = oneOfEachTable(workshop);
  await must(here.asks({ type: 'raise-hand' }));

  expect(Object.keys(here.room()?.hands ?? {})).toEqual([here.seatId]);
  expect(elsewhere.room()?.hands).toEqual({});
  expect(elsewhere.sees().stage.hands).toEqual({});
  expect(Object.keys(workshop.timekeeper.staff()?.progress[roomId]?.hands ?? {})).toEqual([here.seatId]);

  await next(workshop);
  expect(here.sees().stage.hands).toEqual({});
  await workshop.close();
});

test('[ST-12] a facilitator mutes at a table only while sitting there, seen by everybody', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const { roomId, here } = oneOfEachTable(workshop);
  const { facilitator } = workshop;
  const mute = { type: 'mute-seat', seatId: here.seatId } as const;
  expect(await facilitator.asks(mute)).toEqual({ ok: false, rejection: 'not-at-this-table' });

  const phaseId = facilitator.sees().tables?.phaseId;
  if (!phaseId) throw new Error('no tables are open');
  await must(facilitator.asks({ type: 'visit-table', phaseId, roomId }));
  expect(here.sees().people[facilitator.seatId]?.place).toBe(roomId);
  await must(facilitator.asks(mute));

  expect(here.you()).toMatchObject({ mutes: 1, publish: { microphone: true } });
  await workshop.close();
});

test('[ST-1] [ST-10] [ST-11] the word lets a listener speak in the talk until it is taken back or the phase ends', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'talk');
  const { facilitator } = workshop;
  const ada = workshop.person('Ada');
  const word = { seatId: ada.seatId };
  const mayTalk = () => ada.you().publish.microphone;
  expect(mayTalk()).toBe(false);

  await must(ada.asks({ type: 'raise-hand' }));
  await must(facilitator.asks({ type: 'give-word', ...word }));
  expect([mayTalk(), ada.sees().stage.hands]).toEqual([true, {}]);
  await must(facilitator.asks({ type: 'take-word', ...word }));
  expect(mayTalk()).toBe(false);

  await must(facilitator.asks({ type: 'give-word', ...word }));
  await next(workshop);
  await workshop.clock.advance(seconds(60));
  expect(ada.sees().stage.words).toEqual({});
  await workshop.close();
});
