import { hashSecret, modelWorkshop, type Role, type SessionId, type SessionPlan } from '@werkraum/protocol';
import { createMemoryBallotBox, type MemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import { createMemoryEventStore, type MemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createFakeClock, type FakeClock } from '@werkraum/server/src/adapters/memory/fake-clock.ts';
import { createMemoryFiles } from '@werkraum/server/src/adapters/memory/files.ts';
import { createMemoryNoteStore } from '@werkraum/server/src/adapters/memory/note-store.ts';
import type { EventStore } from '@werkraum/server/src/ports/event-store.ts';
import type { Files } from '@werkraum/server/src/ports/files.ts';
import type { NoteStore } from '@werkraum/server/src/ports/note-store.ts';

import type { VideoRooms } from '@werkraum/server/src/ports/video-rooms.ts';
import type { FloodLimits } from '@werkraum/server/src/transport/flood-guard.ts';
import { type Link, makeSeat, mustEnter, type Person, personOf, settled } from './person.ts';
import { type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;

export interface Workshop {
  sessionId: SessionId;
  server: ServerUnderTest;
  store: MemoryEventStore;
  files: Files;
  ballots: MemoryBallotBox;
  facilitator: Person;
  timekeeper: Person;
  speaker: Person;
  person(name: string): Person;
  people: readonly Person[];
  /** A person who has a link but was not there from the beginning. */
  invite(name: string, role: Role): Promise<Person>;
  /** Somebody whose link was made elsewhere. */
  withLink(link: Link): Person;
  clock: Pick<FakeClock, 'now' | 'advance' | 'waiting'>;
  /** Resolves when no command is under way and every client has received everything. */
  settled(): Promise<void>;
  /** Stops the server and starts another on the same log; everybody's client comes back by itself. */
  restart(): Promise<Workshop>;
  /** The same, but nobody comes back by themselves. */
  restartAlone(): Promise<Workshop>;
  /** The same after so long a time without a server. */
  restartAfter(downtimeMs: number): Promise<Workshop>;
  close(): Promise<void>;
}

export interface WorkshopOptions {
  plan?: (plan: SessionPlan) => SessionPlan;
  /** Names of participants; a facilitator, a timekeeper and a speaker are always invited. */
  participants?: readonly string[];
  /** False: the links are made, but nobody opens theirs. */
  enter?: boolean;
  video?: VideoRooms;
  files?: Files;
  /** Absent: one in memory, which a test may make fail. */
  store?: EventStore;
  noteStore?: NoteStore;
  guestSecret?: string;
  /** Absent: none, because scenarios press in one instant what people press in two hours. */
  floodLimits?: FloodLimits;
  maxConnections?: number;
}

const STAFF = [
  { name: 'Frieda', role: 'facilitator' },
  { name: 'Theo', role: 'timekeeper' },
  { name: 'Salma', role: 'speaker' },
] as const;

/** 9 March 2026, 09:00 UTC. */
const START = Date.UTC(2026, 2, 9, 9);
const NO_LIMITS = { perSecond: Number.MAX_SAFE_INTEGER, burst: Number.MAX_SAFE_INTEGER };

/** What outlives a restart: the log, the clock, the links in people's mailboxes. */
interface World {
  store: MemoryEventStore;
  files: Files;
  ballots: MemoryBallotBox;
  clock: FakeClock;
  sessionId: SessionId;
  people: Person[];
  server: ServerUnderTest;
  /** Starts a server on the same log. */
  startServer: () => Promise<ServerUnderTest>;
}

/** The model workshop (or a plan of it) on a whole server in this process, with everybody connected. */
export async function givenWorkshop(
  participants: readonly string[] | WorkshopOptions = {},
  more: WorkshopOptions = {},
): Promise<Workshop> {
  const options = 'length' in participants ? { ...more, participants } : participants;
  const noteStore = options.noteStore ?? createMemoryNoteStore();
  const store = (options.store ?? createMemoryEventStore()) as MemoryEventStore;
  const ballots = createMemoryBallotBox();
  const settle = { idle: async () => {} };
  const clock = createFakeClock(START, () => settle.idle());
  const { video, floodLimits = NO_LIMITS, maxConnections, files = createMemoryFiles() } = options;
  const limits = { floodLimits, ...(maxConnections !== undefined && { maxConnections }) };
  const startServer = () =>
    startServerUnderTest({ store, noteStore, ballots, clock, files, ...limits, ...(video && { video }) });
  const world: World = {
    store,
    files,
    ballots,
    clock,
    sessionId: '' as SessionId,
    people: [],
    server: await startServer(),
    startServer,
  };
  settle.idle = () => world.server.idle();
  const links = await createSession(world, options);
  world.people = links.map((link) => personOf(world, link));
  if (options.enter ?? true) await Promise.all(world.people.map((person) => mustEnter(person)));
  await settled(world);
  return workshopOf(world);
}

async function createSession(world: World, options: WorkshopOptions): Promise<Link[]> {
  const template = modelWorkshop('en').plan;
  const names = [
    ...STAFF,
    ...(options.participants ?? PARTICIPANTS).map((name) => ({ name, role: 'participant' as const })),
  ];
  const made = await Promise.all(names.map(async ({ name, role }) => makeSeat(name, role)));
  const { guestSecret } = options;
  world.sessionId = await world.server.create({
    plan: options.plan?.(template) ?? template,
    seats: made.map(({ seat }) => seat),
    ...(guestSecret && { guestHash: await hashSecret(guestSecret) }),
  });
  return made.map(({ link }) => link);
}

export const PARTICIPANTS = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];

function workshopOf(world: World): Workshop {
  const person = (name: string): Person => {
    const found = world.people.find((other) => other.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };

  function withLink(link: Link): Person {
    const newcomer = personOf(world, link);
    world.people.push(newcomer);
    return newcomer;
  }

  async function restarted(back: boolean, downtimeMs = 0): Promise<Workshop> {
    const connected = world.people.filter((one) => one.isConnected());
    await world.server.stop();
    await world.clock.advance(downtimeMs);
    world.server = await world.startServer();
    if (back) await Promise.all(connected.map((one) => mustEnter(one)));
    await settled(world);
    return workshopOf(world);
  }

  return {
    ...world,
    facilitator: person('Frieda'),
    timekeeper: person('Theo'),
    speaker: person('Salma'),
    person,
    async invite(name, role) {
      const { seat, link } = await makeSeat(name, role);
      const reply = await person('Frieda').asks({ type: 'invite-person', ...seat });
      if (!reply.ok) throw new Error(`${name} was not invited: ${reply.rejection}`);
      return withLink(link);
    },
    withLink,
    clock: {
      now: world.clock.now,
      waiting: world.clock.waiting,
      async advance(ms) {
        await world.clock.advance(ms);
        await settled(world);
      },
    },
    settled: () => settled(world),
    restart: () => restarted(true),
    restartAlone: () => restarted(false),
    restartAfter: (downtimeMs) => restarted(true, downtimeMs),
    close: () => world.server.stop(),
  };
}
