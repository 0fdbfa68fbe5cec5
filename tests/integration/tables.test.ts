import { dispose } from '@livekit/rtc-node';
import type { PhaseId, SeatId } from '@werkraum/protocol';
import {
  arrivedAt,
  assembled,
  idOf,
  minutes,
  PARTICIPANTS,
  seat,
  type Workshop,
} from '@werkraum/server/src/domain/testing/workshop.ts';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findRealLiveKit, type RealLiveKit } from '../support/real-livekit.ts';
import { startVideoHouse, type VideoHouse } from '../support/video-house.ts';
import type { VoiceBot } from '../support/voice-bot.ts';

const A = 440;
const B = 660;
const PLENARY = 880;
/** Half a second of a clear tone is no accident. */
const CLEARLY_HEARD = 5;
const ROUND = 'round-1' as PhaseId;

const livekit = await findRealLiveKit();
const soon = <T>(look: () => T | Promise<T>, timeout = 10_000) => expect.poll(look, { timeout, interval: 50 });
const heard = (bot: VoiceBot, hz: number) => soon(() => bot.heard(hz)).toBeGreaterThanOrEqual(CLEARLY_HEARD);

const gathering = arrivedAt(ROUND);
const seated = gathering.until(minutes(1));
const tableOf = (name: string) => seated.session.breakouts.rounds[ROUND]?.seats[idOf(name)];
const at = (table: string | undefined) => PARTICIPANTS.filter((name) => tableOf(name) === table);
const [ada, bea] = [at(tableOf('Ada')), PARTICIPANTS.filter((name) => tableOf(name) !== tableOf('Ada'))];
const [singerA, listenerA, singerB, listenerB] = [ada[0], ada[1], bea[0], bea[1]] as [string, string, string, string];

describe.skipIf('missing' in livekit)(
  `voices at the tables${'missing' in livekit ? `: ${livekit.missing}` : ''}`,
  () => {
    let house: VideoHouse;
    beforeEach(async () => {
      house = await startVideoHouse((livekit as Exclude<RealLiveKit, { missing: string }>).start);
    });
    afterEach(() => house.stop());
    afterAll(() => dispose());

    test('[VI-1] a voice is heard at its own table and at no other, through the gate', async () => {
      house.is(seated);
      const [one, other, facilitator] = [
        await house.enter(listenerA),
        await house.enter(listenerB),
        await house.enter('Frieda'),
      ];
      await Promise.all([house.enter(singerA, A), house.enter(singerB, B), house.enter('Theo', PLENARY)]);
      await Promise.all([heard(one, A), heard(other, B), heard(facilitator, PLENARY)]);
      expect([one.heard(B), one.heard(PLENARY)]).toEqual([0, 0]);
      expect([other.heard(A), other.heard(PLENARY)]).toEqual([0, 0]);
      expect([facilitator.heard(A), facilitator.heard(B)]).toEqual([0, 0]);
      expect([one.sees(), other.sees(), facilitator.sees()]).toEqual([[idOf(singerA)], [idOf(singerB)], ['theo']]);
      expect(new Set(house.asked.filter((path) => !path.endsWith('/webhook')))).toContain('/livekit/rtc/v1');
    });

    test('[VI-5] the next room is entered ahead of the move, and the one behind goes quiet for whoever moved', async () => {
      house.is(gathering);
      const [behind, next] = [
        await house.enter(listenerA),
        await house.enterWith(await house.token(listenerA, 'next')),
      ];
      house.is(seated);
      await house.enter('Theo', PLENARY);
      await house.enter(singerA, A);
      await heard(next, A);
      await soon(() => behind.isConnected()).toBe(false);
      expect([behind.heard(A), next.heard(PLENARY)]).toEqual([0, 0]);
    });

    test('[VI-4] after the round its rooms are gone and their tokens open nothing', async () => {
      house.is(seated);
      const token = await house.token(listenerA);
      const sitting = await house.enterWith(token);
      house.is(closedAfter(seated));
      await soon(() => sitting.isConnected()).toBe(false);
      await expect(house.enterWith(token)).rejects.toThrow();
      await expect(house.enterWith(token, house.livekit().url)).rejects.toThrow();
      expect(await house.rooms.list()).not.toContain(roomOf(token));
    });

    test('[VI-13] a removed person is out, and comes back neither by the old token nor by one that LiveKit renewed', async () => {
      const open = assembled();
      house.is(open);
      const token = await house.token('Ada');
      const [guest, staying] = [await house.enterWith(token), await house.enter('Ben')];
      house.is(open.doing({ type: 'remove-person', seatId: idOf('Ada') }, seat('Frieda'), 1));
      await soon(() => guest.isConnected(), 2_000).toBe(false);
      for (const kept of [token, guest.token() ?? token, token]) await expect(house.enterWith(kept)).rejects.toThrow();
      await soon(() => staying.sees()).toEqual([]);
      expect(staying.isConnected()).toBe(true);
    });

    test('[VI-5] who goes round the gate to LiveKit itself is put out as soon as LiveKit tells', async () => {
      house.is(seated);
      const room = roomOf(await house.token(singerB));
      const nothing = { microphone: false, camera: false, screen: false };
      const stray = await house.enterWith(
        await house.rooms.token(room, idOf(singerA), '', nothing),
        house.livekit().url,
      );
      const spy = await house.enterWith(
        await house.rooms.token(room, 'spy' as SeatId, '', nothing),
        house.livekit().url,
      );
      await soon(() => [stray.isConnected(), spy.isConnected()]).toEqual([false, false]);
      expect(house.hints.map(({ event }) => event)).toContain('participant_joined');
    });

    test('[VI-6] when the phase takes the microphone away, the voice stops', async () => {
      const intro = assembled().doing({ type: 'start-session' }, seat('Frieda'), 0);
      house.is(intro);
      const listener = await house.enter('Ben');
      await house.enter('Ada', A);
      await heard(listener, A);
      house.is(intro.doing({ type: 'advance-phase', phaseId: 'intro' as PhaseId }, seat('Frieda'), 1));
      const room = roomOf(await house.token('Ben'));
      await soon(async () => (await house.rooms.guests(room)).filter(({ microphoneTrack }) => microphoneTrack)).toEqual(
        [],
      );
      await soon(async () => (await house.rooms.guests(room)).map(({ publish }) => publish.microphone)).toEqual([
        false,
        false,
      ]);
    });

    test('[VI-9] after a restart of LiveKit the rooms are there again and people come in', async () => {
      house.is(seated);
      await soon(async () => (await house.rooms.list()).length).toBe(3);
      const before = await house.rooms.list();
      await house.restartLiveKit();
      await soon(async () => [...(await house.rooms.list())].sort(), 20_000).toEqual([...before].sort());
      const listener = await house.enter(listenerA);
      await house.enter(singerA, A);
      await heard(listener, A);
    });
  },
);

/** The room a token is for. */
function roomOf(token: string) {
  const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return video.room;
}

function closedAfter(workshop: Workshop): Workshop {
  const closing = workshop.doing({ type: 'close-tables', phaseId: ROUND, inMs: 1_000 }, seat('Frieda'), minutes(2));
  return closing.until(minutes(3));
}
