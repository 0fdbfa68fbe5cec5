import { modelWorkshop } from '@werkraum/protocol';
import { createMemoryVideoRooms } from '@werkraum/server/src/adapters/memory/video-rooms.ts';
import { expect, test } from 'vitest';
import { begin, goTo, must, next, phaseOf } from '../support/steps.ts';
import { givenWorkshop, minutes, seconds } from '../support/workshop.ts';

test('[WI-10] a full disk: the room says so, nothing is promised, and it goes on when there is space', async () => {
  const workshop = await givenWorkshop(['Ada']);
  const ada = workshop.person('Ada');
  await begin(workshop);
  const seen = ada.sees();
  workshop.store.fail('full');

  expect(await ada.asks({ type: 'raise-hand' })).toEqual({ ok: false, rejection: 'not-saving' });
  expect(await workshop.facilitator.asks({ type: 'advance-phase', phaseId: phaseOf(workshop) })).toEqual({
    ok: false,
    rejection: 'not-saving',
  });
  expect(ada.sees()).toEqual(seen);
  expect(ada.client().service()?.saving).toBe(false);
  expect((await workshop.server.api('GET', '/readyz')).status).toBe(503);

  workshop.store.heal();
  await must(ada.asks({ type: 'raise-hand' }));

  expect(ada.client().service()?.saving).toBe(true);
  expect((await workshop.server.api('GET', '/readyz')).status).toBe(200);
  await workshop.close();
});

test('[PE-7] who comes and who goes while nothing can be written down is noted afterwards', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const presence = (name: string) => workshop.facilitator.sees().people[name]?.presence;
  await workshop.person('Ben').vanishes();
  await workshop.clock.advance(seconds(10));
  workshop.store.fail('broken');
  expect(await workshop.facilitator.asks({ type: 'raise-hand' })).toMatchObject({ rejection: 'not-saving' });
  await workshop.person('Ada').vanishes();
  expect(await workshop.person('Ben').enters()).toBeUndefined();
  expect(workshop.person('Ben').sees().title).toBe(workshop.facilitator.sees().title);
  await workshop.clock.advance(seconds(30));

  workshop.store.heal();
  await workshop.clock.advance(seconds(1));

  expect([presence('ada'), presence('ben')]).toEqual(['away', 'here']);
  await workshop.close();
});

test('an alarm that falls due while nothing can be written down rings when it can', async () => {
  const workshop = await givenWorkshop({
    participants: ['Ada'],
    plan: (plan) => ({ ...plan, phases: plan.phases.map((phase) => ({ ...phase, onTimeUp: 'advance' as const })) }),
  });
  await begin(workshop);
  workshop.store.fail('full');
  await workshop.clock.advance(minutes(16));
  expect(phaseOf(workshop)).toBe('intro');

  workshop.store.heal();
  await workshop.clock.advance(seconds(1));

  expect(phaseOf(workshop)).toBe('talk');
  await workshop.close();
});

test('[WI-11] a damaged session is quarantined, others run', async () => {
  const before = await givenWorkshop(['Ada']);
  const { plan } = modelWorkshop('en');
  const seats = [{ seatId: 'fred', name: 'Fred', role: 'facilitator', linkHash: '0'.repeat(64) }] as never;
  const other = await before.server.create({ plan, seats });
  // With a sound snapshot above it nobody would need the damaged fact.
  before.store.keepSnapshot = async () => {};
  before.store.damage(before.sessionId, 2);

  const after = await before.restartAlone();

  expect(await after.person('Ada').enters()).toBe('session-damaged');
  expect((await after.server.list()).map(({ sessionId, status }) => [sessionId, status])).toEqual([
    [other, 'draft'],
    [before.sessionId, 'damaged'],
  ]);
  await after.close();
});

test('without the video server the workshop goes on, and everybody is told', async () => {
  const video = createMemoryVideoRooms();
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben'], video });
  const ada = workshop.person('Ada');
  await begin(workshop);
  expect(await ada.client().videoToken(ada.you().video.now as never)).toMatchObject({ ok: true, path: '/livekit' });
  expect(await ada.client().videoToken('round-1-a~1' as never)).toEqual({ ok: false, reason: 'not-yours' });
  expect(await ada.client().videoToken('round 1' as never)).toEqual({ ok: false, reason: 'malformed' });
  video.setReachable(false);
  await workshop.clock.advance(seconds(30));

  expect(ada.client().service()?.video).toBe('down');
  expect(await ada.client().videoToken(ada.you().video.now as never)).toEqual({ ok: false, reason: 'video-down' });
  await next(workshop);
  await goTo(workshop, 'round-1');
  expect(ada.room()).toBeDefined();

  video.setReachable(true);
  await workshop.clock.advance(seconds(60));
  expect(ada.client().service()?.video).toBe('on');
  expect(await ada.client().videoToken(ada.you().video.now as never)).toMatchObject({ ok: true });
  await workshop.close();
});

test('a server that stops says so, and nobody has left the workshop by that', async () => {
  const before = await givenWorkshop(['Ada']);
  await begin(before);
  const client = before.person('Ada').client();
  const after = await before.restart();

  expect(client.farewell()).toBe('server-stopping');
  expect(after.facilitator.sees().people.ada?.presence).toBe('here');
  await after.close();
});
