import { hashSecret, makeSecret, type SeatId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { begin, goTo, must, tablesOf } from '../support/steps.ts';
import { givenWorkshop, seconds } from '../support/workshop.ts';

const wrongSecret = 'A'.repeat(22);

test('[WI-4] an unknown session, an unknown seat and a wrong secret are one refusal', async () => {
  const { person, close } = await givenWorkshop({ participants: ['Ada'], enter: false });
  const ada = person('Ada');

  expect(await ada.enters({ secret: wrongSecret })).toBe('unknown-link');
  expect(await ada.enters({ seatId: 'nobody' as SeatId })).toBe('unknown-link');
  expect(await ada.enters({ sessionId: 'B'.repeat(22) as never })).toBe('unknown-link');
  expect(await ada.enters({ tabId: '' })).toBe('unknown-link');
  expect(await ada.enters({ protocol: 0 })).toBe('upgrade-required');
  expect(await ada.enters()).toBeUndefined();
  await close();
});

test('[WI-4] who tries too many wrong links has to wait', async () => {
  const { person, close } = await givenWorkshop({ participants: ['Ada'], enter: false });
  const answers = new Set<string | undefined>();
  for (let tries = 0; tries < 62; tries += 1) answers.add(await person('Ada').enters({ secret: wrongSecret }));

  expect([...answers]).toEqual(['unknown-link', 'server-busy']);
  await close();
});

test('[WI-4] who comes when the house is full has to wait until somebody goes', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben'], enter: false, maxConnections: 2 });
  expect(await workshop.facilitator.enters()).toBeUndefined();
  expect(await workshop.person('Ada').enters()).toBeUndefined();
  expect(await workshop.person('Ben').enters()).toBe('server-busy');

  await workshop.person('Ada').vanishes();
  expect(await workshop.person('Ben').enters()).toBeUndefined();
  await workshop.close();
});

test('[PE-10] [WI-5] a second tab is told, may take over, and the first one hears why it stopped', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const ada = workshop.person('Ada');
  const first = ada.client();
  expect(await ada.enters({ tabId: 'second' })).toBe('seat-in-use');
  expect(first.connected()).toBe(true);

  expect(await ada.enters({ tabId: 'second', takeOver: true })).toBeUndefined();

  expect(first.farewell()).toBe('taken-over');
  expect(first.connected()).toBe(false);
  await workshop.clock.advance(seconds(30));
  expect(workshop.facilitator.staff()?.seats.ada?.presence).toBe('here');
  await workshop.close();
});

test('[PE-10] the same tab that comes back is let in without a question', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const first = workshop.person('Ada').client();

  expect(await workshop.person('Ada').enters()).toBeUndefined();

  expect(first.connected()).toBe(false);
  await workshop.close();
});

test('[PE-7] a short loss of the connection is no departure, a long one is', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const presence = () => workshop.facilitator.sees().people.ada?.presence;
  await workshop.person('Ada').vanishes();
  await workshop.clock.advance(seconds(7));
  expect(presence()).toBe('here');
  await workshop.person('Ada').enters();
  await workshop.clock.advance(seconds(60));
  expect(presence()).toBe('here');

  await workshop.person('Ada').vanishes();
  await workshop.clock.advance(seconds(8));

  expect(presence()).toBe('away');
  await workshop.close();
});

test('a late joiner is brought to a table and queued there', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const zoe = await workshop.invite('Zoe', 'participant');
  expect(await zoe.enters()).toBeUndefined();

  expect(tablesOf(workshop)).toContain(zoe.you().place);
  expect(zoe.room()?.roomId).toBe(zoe.you().place);
  const queued = Object.values(zoe.room()?.turns?.turns ?? {}).map(({ seatId }) => seatId);
  expect(queued.at(-1)).toBe('zoe');
  await workshop.close();
});

test('[PE-4] who knocks with the guest link waits until somebody admits', async () => {
  const guestSecret = makeSecret();
  const workshop = await givenWorkshop({ participants: ['Ada'], guestSecret });
  await begin(workshop);
  const link = { name: 'Gus', seatId: 'gus' as SeatId, secret: makeSecret() };
  const knock = (secret: string) =>
    hashSecret(link.secret).then((linkHash) => {
      const body = { guestSecret: secret, seatId: link.seatId, name: link.name, linkHash };
      return workshop.server.api('POST', `/api/v1/sessions/${workshop.sessionId}/knock`, body, {});
    });
  expect((await knock(wrongSecret)).status).toBe(404);
  expect((await knock(guestSecret)).status).toBe(204);
  const gus = workshop.withLink(link);
  await gus.enters();
  expect(gus.you()).toMatchObject({ admission: 'waiting', place: 'lobby' });

  await must(workshop.facilitator.asks({ type: 'admit-person', seatId: link.seatId }));

  expect(gus.sees().people.gus?.place).toBe('plenary');
  await workshop.close();
});

test('[PE-8] [WI-19] who is removed is out everywhere at once, and stays out', async () => {
  const workshop = await givenWorkshop();
  await goTo(workshop, 'round-1');
  const ada = workshop.person('Ada');
  const client = ada.client();

  await must(workshop.facilitator.asks({ type: 'remove-person', seatId: ada.seatId }));

  expect(client.farewell()).toBe('removed');
  expect(client.connected()).toBe(false);
  expect(workshop.facilitator.sees().people.ada).toBeUndefined();
  expect(await ada.enters()).toBe('removed');
  await workshop.close();
});

test('[PE-2] [WI-19] a new link makes the old one useless, and its holder is disconnected', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const secret = makeSecret();
  const ada = workshop.person('Ada');
  const client = ada.client();
  const linkHash = await hashSecret(secret);

  await must(workshop.facilitator.asks({ type: 'reissue-link', seatId: ada.seatId, linkHash }));

  expect(client.farewell()).toBe('link-reissued');
  expect(await ada.enters()).toBe('unknown-link');
  expect(await ada.enters({ secret })).toBeUndefined();
  await workshop.close();
});

test('a deleted session is over for everybody, and its links open nothing', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const client = workshop.person('Ada').client();
  const response = await workshop.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}`);

  expect(response.status).toBe(204);
  expect(await workshop.server.list()).toEqual([]);
  await workshop.settled();
  expect(client.farewell()).toBe('removed');
  expect(await workshop.person('Ada').enters()).toBe('unknown-link');
  await workshop.close();
});
