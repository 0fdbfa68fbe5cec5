import type { PhaseId, SeatId, SessionId, VideoKey } from '@werkraum/protocol';
import fc from 'fast-check';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { createLiveKitRooms } from '../adapters/livekit/video-rooms.ts';
import { createFakeClock } from '../adapters/memory/fake-clock.ts';
import { createMemoryVideoRooms } from '../adapters/memory/video-rooms.ts';
import { mayJoin, videoKeysOf, wantedRooms } from '../domain/places.ts';
import type { AnyCommand } from '../domain/session.ts';
import { assembled, HOUSE, idOf, seat, type Workshop } from '../domain/testing/workshop.ts';
import { createRoomKeeper } from './room-keeper.ts';
import { createRoomNames } from './room-names.ts';
import { rightsIn, roomPlan, samePlan } from './room-plan.ts';

const model = 'model' as SessionId;
const NAMES = ['Ada', 'Ben', 'Cem', 'Dora'];
const PEOPLE = ['Frieda', 'Salma', ...NAMES];
const STARTED = assembled(undefined, NAMES).doing({ type: 'start-session' }, seat('Frieda'), 0);
const roomSecret = 'a secret of this house';
const names = createRoomNames(roomSecret);

type Step =
  | { kind: 'command'; type: AnyCommand['type']; by: string; whom: string; table: number; afterMs: number }
  | { kind: 'token'; who: string; key: number };

const anyone = fc.constantFrom(...PEOPLE);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('command' as const),
    type: fc.constantFrom<AnyCommand['type'][]>(
      ...(['advance-phase', 'advance-phase', 'advance-phase', 'undo-phase', 'go-to-table'] as const),
      ...([
        'close-tables',
        'keep-tables-open',
        'visit-table',
        'return-to-plenary',
        'remove-person',
        'change-role',
      ] as const),
      ...(['arrive', 'leave', 'give-word', 'leave-table', 'raise-hand', 'mute-seat', 'end-session'] as const),
    ),
    by: fc.oneof(fc.constant('Frieda'), anyone),
    whom: anyone,
    table: fc.nat(2),
    afterMs: fc.constantFrom(0, 1_000, 60_000, 120_000),
  }),
  fc.record({ kind: fc.constant('token' as const), who: anyone, key: fc.nat(20) }),
);

/** The command with everything it may need to name; the parts a command does not know do not matter to `decide`. */
function commandOf(step: Step & { kind: 'command' }, { session }: Workshop): AnyCommand {
  const { running, phases } = session.agenda;
  const phaseId = (phases[running?.index ?? 0]?.id ?? 'none') as PhaseId;
  const roomId = session.breakouts.rounds[phaseId]?.tables[step.table]?.roomId;
  const filled = { type: step.type, phaseId, roomId, seatId: idOf(step.whom), role: 'speaker', afterMs: 0 };
  return filled as unknown as AnyCommand;
}

const HOUSES_OWN: readonly string[] = ['arrive', 'leave'];

/** The state after the step, or the same one where the step is refused. */
function carryOut(workshop: Workshop, step: Step & { kind: 'command' }, now: number): Workshop {
  const due = workshop.until(now);
  const actor = HOUSES_OWN.includes(step.type) ? HOUSE : seat(step.by);
  const command = commandOf(step, due);
  return due.when(command, actor, now).ok ? due.doing(command, actor, now) : due;
}

/** Keys that exist, existed or might exist one day. */
function someKeys({ session }: Workshop): VideoKey[] {
  const tables = Object.values(session.breakouts.rounds).flatMap((round) => round?.tables ?? []);
  const keys = tables.flatMap(({ roomId }) => [0, 1, 2].map((opening) => `${roomId}~${opening}`));
  return ['plenary~0', 'plenary~1', ...keys] as VideoKey[];
}

function aHouse() {
  const clock = createFakeClock(0);
  const memory = createMemoryVideoRooms();
  const { token } = createLiveKitRooms({ url: 'ws://127.0.0.1', apiKey: 'key', apiSecret: 'x'.repeat(32) });
  const rooms = { ...memory, token };
  const keeper = createRoomKeeper({ rooms, clock, roomSecret, report: () => {}, random: () => 0 });
  return { clock, memory, keeper };
}

/** The key of now or of next, or any other. */
function keyFor(workshop: Workshop, { who, key }: Step & { kind: 'token' }): VideoKey {
  const { now, next } = videoKeysOf(workshop.session, idOf(who));
  const others = someKeys(workshop);
  return (key % 2 === 0 ? (next ?? now) : others[key % others.length]) ?? ('plenary~0' as VideoKey);
}

function expectOneRoomOnly(token: string, { session }: Workshop, seatId: SeatId, key: VideoKey): void {
  const { sub, video } = decodeJwt<{ video: Record<string, unknown> }>(token);
  expect([sub, video.room]).toEqual([seatId, names.nameOf(model, key)]);
  expect(Object.keys(video).sort()).toEqual(GRANTED);
  expect([video.canPublishData, video.canUpdateOwnMetadata]).toEqual([false, false]);
  const rights = rightsIn(session, seatId, key);
  const sources = video.canPublishSources as string[];
  expect(['microphone', 'camera', 'screen_share'].map((source) => sources.includes(source))).toEqual([
    rights?.microphone,
    rights?.camera,
    rights?.screen,
  ]);
}

test('[VI-1] whatever people press, a token opens one room in which its seat may be, and the gate agrees', {
  timeout: 60_000,
}, async () => {
  let issued = 0;
  let spared = 0;
  const history = fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 20 }), async (steps) => {
    const { clock, keeper } = aHouse();
    let workshop = STARTED;
    keeper.watch(model, workshop.session);
    for (const step of steps) {
      if (step.kind === 'command') {
        await clock.advance(step.afterMs);
        const before = workshop.session;
        workshop = carryOut(workshop, step, clock.now());
        if (samePlan(before, workshop.session)) {
          spared += 1;
          expect(roomPlan(workshop.session, names)).toEqual(roomPlan(before, names));
        }
        keeper.watch(model, workshop.session);
        continue;
      }
      const [seatId, key] = [idOf(step.who), keyFor(workshop, step)];
      const reply = await keeper.issueToken(model, seatId, key);
      expect(reply.ok).toBe(mayJoin(workshop.session, seatId, key));
      expect(keeper.maySignal(seatId, names.nameOf(model, key), 1e15)).toBe(reply.ok);
      if (!reply.ok) continue;
      issued += 1;
      expectOneRoomOnly(reply.token, workshop, seatId, key);
    }
    keeper.stop();
  });
  await fc.assert(history, { numRuns: 1_000 });
  // The histories are not empty ones.
  expect(issued).toBeGreaterThan(1_000);
  expect(spared).toBeGreaterThan(100);
});

const GRANTED = [
  'canPublish',
  'canPublishData',
  'canPublishSources',
  'canSubscribe',
  'canUpdateOwnMetadata',
  'room',
  'roomJoin',
];

test('[VI-5] whatever happens, and with everybody staying where they entered, nobody is where they may not be soon after', {
  timeout: 60_000,
}, async () => {
  const history = fc.asyncProperty(
    fc.array(anyStep, { minLength: 5, maxLength: 25 }),
    fc.array(fc.boolean()),
    async (steps, outages) => {
      const { clock, memory, keeper } = aHouse();
      keeper.start();
      let workshop = STARTED;
      keeper.watch(model, workshop.session);
      for (const [index, step] of steps.entries()) {
        memory.setReachable(!outages[index]);
        if (step.kind === 'command') {
          await clock.advance(step.afterMs);
          workshop = carryOut(workshop, step, clock.now());
          keeper.watch(model, workshop.session);
        } else if (!outages[index]) await enterEverywhere(memory, step.who as string);
      }
      memory.setReachable(true);
      await clock.advance(20_000); // The longest pause between two tries, a lingerer's time and a sweep.
      const wanted = new Map(
        wantedRooms(workshop.session).map(({ key, guests }) => [
          names.nameOf(model, key),
          guests.map(({ seat }) => seat.id),
        ]),
      );
      expect([...(await memory.list())].sort()).toEqual([...wanted.keys()].sort());
      for (const [room, guests] of wanted) {
        for (const { seatId } of await memory.guests(room)) expect(guests).toContain(seatId);
      }
      keeper.stop();
    },
  );
  await fc.assert(history, { numRuns: 300 });
});

/** Somebody with tokens of every room there is. */
async function enterEverywhere(memory: ReturnType<typeof createMemoryVideoRooms>, who: string): Promise<void> {
  const everything = { microphone: true, camera: true, screen: true };
  for (const room of await memory.list()) memory.enter(await memory.token(room, idOf(who) as SeatId, who, everything));
}
