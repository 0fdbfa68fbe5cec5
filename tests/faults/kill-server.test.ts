import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ClientToServer,
  type CommandEnvelope,
  CreateSession,
  hashSecret,
  makeSecret,
  modelWorkshop,
  type PhaseId,
  PROTOCOL_VERSION,
  type SeatId,
  type ServerToClient,
  SessionCreated,
  type SessionId,
} from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { evolve } from '@werkraum/server/src/domain/evolve.ts';
import type { Session } from '@werkraum/server/src/domain/session.ts';
import type { StoredFact } from '@werkraum/server/src/ports/event-store.ts';
import { io, type Socket } from 'socket.io-client';
import { expect, test } from 'vitest';
import { spawnDoomed } from './doomed.ts';
import { createRandom, seedOf } from './random.ts';

const KILLS = 200;
/** Houses that are killed side by side. */
const HOUSES = 2;
const FACILITATORS = 4;
const IN_FLIGHT = 8;
/** Together with what is repeated first, this stays below what one connection may send at once. */
const COMMANDS = 28;
/** No snapshot has this format, so that every fact is read. */
const NO_FORMAT = 99;
const SERVER = fileURLToPath(new URL('./server-process.ts', import.meta.url));
const HOST_KEY = 'the-organiser-of-the-doomed-house';

type Wire = Socket<ServerToClient, ClientToServer>;
type Random = ReturnType<typeof createRandom>;

/** Somebody who sends commands, and repeats with the same id what was never answered. */
interface Facilitator {
  seatId: SeatId;
  secret: string;
  unanswered: Map<string, CommandEnvelope>;
  acknowledged: Set<string>;
}

interface Workshop {
  file: string;
  sessionId: SessionId;
  phaseId: PhaseId;
  facilitators: Facilitator[];
  /** By how much each command that was ever sent moves the deadline. */
  asked: Map<string, number>;
  random: Random;
}

async function enter(port: number, { sessionId }: Workshop, { seatId, secret }: Facilitator): Promise<Wire> {
  const auth = { protocol: PROTOCOL_VERSION, sessionId, seatId, secret, tabId: 'tab' };
  const wire: Wire = io(`http://127.0.0.1:${port}`, {
    auth,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  await new Promise<void>((resolve, reject) => {
    wire.on('connect', resolve);
    wire.on('connect_error', reject);
  });
  return wire;
}

/** Sends a command and waits for its answer or the end of the connection. */
function send(wire: Wire, person: Facilitator, envelope: CommandEnvelope): Promise<void> {
  person.unanswered.set(envelope.id, envelope);
  return new Promise((resolve, reject) => {
    wire.once('disconnect', () => resolve());
    wire.emit('command', envelope, (reply) => {
      if (!reply.ok) return reject(new Error(`${envelope.command.type}: ${reply.rejection}`));
      person.unanswered.delete(envelope.id);
      person.acknowledged.add(envelope.id);
      resolve();
    });
  });
}

/** Repeats what was left unanswered, then moves the deadline again and again, several commands at a time. */
async function work(
  wire: Wire,
  person: Facilitator,
  { phaseId, asked, random }: Workshop,
  answered: () => void,
): Promise<void> {
  const flying = new Set<Promise<void>>();
  const repeated = [...person.unanswered.values()];
  for (let n = 0; n < repeated.length + COMMANDS && wire.connected; n++) {
    const byMs = 1 + random.below(9);
    const fresh = { id: crypto.randomUUID(), command: { type: 'extend-phase', phaseId, byMs } } as CommandEnvelope;
    asked.set(fresh.id, byMs);
    const flight = send(wire, person, repeated[n] ?? fresh).finally(() => {
      flying.delete(flight);
      answered();
    });
    flying.add(flight);
    if (flying.size >= IN_FLIGHT) await Promise.race(flying);
  }
  await Promise.all(flying);
}

async function workAndKill(workshop: Workshop): Promise<void> {
  const { file, facilitators, random } = workshop;
  const server = spawnDoomed(SERVER, file, HOST_KEY);
  await server.flowing;
  const port = Number(server.said());
  const wires = await Promise.all(facilitators.map((person) => enter(port, workshop, person)));
  // Counted in answers and not in time, so that a slow machine is struck in full flow as well.
  const enough = Promise.withResolvers<void>();
  let left = random.below(FACILITATORS * COMMANDS);
  const answered = () => left-- === 0 && enough.resolve();
  const killed = enough.promise.then(() => server.killAfter(random.below(4)));
  const working = wires.map((wire, index) => work(wire, facilitators[index] as Facilitator, workshop, answered));
  await Promise.all([killed, ...working]);
  for (const wire of wires) wire.close();
}

async function readFacts({ file, sessionId }: Pick<Workshop, 'file' | 'sessionId'>): Promise<readonly StoredFact[]> {
  const problems: unknown[] = [];
  const store = await openSqliteEventStore({ file, report: (error) => problems.push(error) });
  const read = await store.read(sessionId, NO_FORMAT);
  await store.close();
  expect(problems).toEqual([]);
  if (read.kind !== 'log') throw new Error(JSON.stringify(read));
  return read.log.facts;
}

const deadlineOf = (facts: readonly StoredFact[]): number | undefined =>
  facts.reduce<Session | undefined>((session, { fact }) => evolve(session, fact), undefined)?.agenda.running?.endsAt;

/** Creates the model workshop over HTTP and starts its first phase; then the server is killed for the first time. */
async function givenRunningWorkshop(file: string, random: Random): Promise<Workshop> {
  const people = Array.from({ length: FACILITATORS }, () => ({ seatId: makeSecret() as SeatId, secret: makeSecret() }));
  const seats = people.map(async ({ seatId, secret }, index) => ({
    seatId,
    name: `Fay ${index}`,
    role: 'facilitator',
    linkHash: await hashSecret(secret),
  }));
  const { plan } = modelWorkshop('en');
  const body = JSON.stringify(CreateSession.parse({ plan, seats: await Promise.all(seats) }));

  const server = spawnDoomed(SERVER, file, HOST_KEY);
  await server.flowing;
  const port = Number(server.said());
  const headers = { authorization: `Bearer ${HOST_KEY}`, 'content-type': 'application/json' };
  const created = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, { method: 'POST', headers, body });
  const { sessionId } = SessionCreated.parse(await created.json());
  const facilitators = people.map((person) => ({ ...person, unanswered: new Map(), acknowledged: new Set<string>() }));
  const phaseId = plan.phases[0]?.id as PhaseId;
  const workshop: Workshop = { file, sessionId, phaseId, facilitators, asked: new Map(), random };
  const [first] = facilitators as [Facilitator];
  const wire = await enter(port, workshop, first);
  for (const type of ['open-doors', 'start-session'] as const) {
    await send(wire, first, { id: crypto.randomUUID(), command: { type } } as CommandEnvelope);
  }
  first.acknowledged.clear();
  await server.killAfter(0);
  wire.close();
  return workshop;
}

/** Everything acknowledged is there once, and the deadline has moved by exactly what the kept commands asked for. */
function check(facts: readonly StoredFact[], { facilitators, asked }: Workshop, deadline: number): number {
  const kept = facts.filter(({ fact }) => fact.type === 'phase-extended').map(({ commandId }) => String(commandId));
  const once = new Set(kept);
  expect(once.size).toBe(kept.length);
  const acknowledged = facilitators.flatMap((person) => [...person.acknowledged]);
  expect(acknowledged.filter((id) => !once.has(id))).toEqual([]);
  expect(deadlineOf(facts)).toBe(kept.reduce((sum, id) => sum + (asked.get(id) ?? Number.NaN), deadline));
  return acknowledged.length;
}

async function killAgainAndAgain(file: string, kills: number, random: Random): Promise<number> {
  const workshop = await givenRunningWorkshop(file, random);
  const deadline = deadlineOf(await readFacts(workshop)) ?? Number.NaN;
  let acknowledged = 0;
  for (let kill = 1; kill < kills; kill++) {
    await workAndKill(workshop);
    acknowledged = check(await readFacts(workshop), workshop, deadline);
  }
  return acknowledged;
}

test(`[KE-5] ${KILLS} kills of the server during commands lose nothing that was acknowledged`, async () => {
  const seed = seedOf('kill-server');
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const houses = Array.from({ length: HOUSES }, (_, house) =>
    killAgainAndAgain(join(folder, `${house}.db`), KILLS / HOUSES, createRandom(seed + house)),
  );
  const acknowledged = await Promise.all(houses);
  for (const count of acknowledged) expect(count).toBeGreaterThan(KILLS / HOUSES);
  console.log(`kill-server: ${KILLS} kills, ${acknowledged.join(' + ')} acknowledged commands, 0 lost`);
  rmSync(folder, { recursive: true });
}, 900_000);
