import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Audience,
  type Command,
  CommandId,
  CreateSession,
  hashSecret,
  type Json,
  type LinkTicket,
  makeSecret,
  PROTOCOL_VERSION,
  personalLink,
  type Role,
  SeatId,
  SessionCreated,
  type SessionPlan,
} from '@werkraum/protocol';
import { buildClient } from '../../../tools/build.ts';
import { startServer } from '../../../tools/launch/server-process.ts';
import { freeTcpPort } from '../../../tools/lib/free-port.ts';
import { findRealLiveKit } from '../../support/real-livekit.ts';
import { connect, type TestClient } from '../../support/test-client.ts';

const HOST_KEY = 'organiser-of-the-browser-tests-0123456789';
const silent = () => {};

/** The house as it is run for people: built client, real server, SQLite, real LiveKit; on free loopback ports. */
export interface RunningHouse {
  url: string;
  create(plan: SessionPlan, people: Readonly<Record<string, Role>>): Promise<RunningWorkshop>;
  /** LiveKit dies, and another one takes its place, without any of its rooms. */
  stopVideo(): Promise<void>;
  startVideo(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningWorkshop {
  /** The personal link of a person. */
  link(name: string): string;
  seatId(name: string): SeatId;
  /** Takes part as this person over a line without a browser, and carries out commands; throws when one is refused. */
  as(name: string, ...commands: readonly Command[]): Promise<void>;
  /** The newest document of an audience that such a line holds. */
  sees(name: string, audience: Audience): Promise<Json | undefined>;
}

/** Starts everything; `missing` says why there can be no video on this machine. */
export async function startRunningHouse(): Promise<RunningHouse | { missing: string }> {
  const livekitSource = await findRealLiveKit();
  if ('missing' in livekitSource) return livekitSource;
  await buildClient(silent);
  const port = await freeTcpPort();
  const url = `http://127.0.0.1:${port}`;
  const webhookUrl = `${url}/livekit/webhook`;
  let livekit = await livekitSource.start({ webhookUrl });
  const dataDir = mkdtempSync(join(tmpdir(), 'werkraum-e2e-'));
  const env = {
    ...process.env,
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, HOST_KEY, LIVEKIT: '' },
    ...{ LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: livekit.apiKey, LIVEKIT_API_SECRET: livekit.apiSecret },
  };
  const server = await startServer({ env, url, logFile: join(dataDir, 'server.log') });
  return {
    url,
    create: (plan, people) => createWorkshop(url, plan, people),
    stopVideo: () => livekit.stop(),
    startVideo: async () => {
      const { port, apiKey, apiSecret } = livekit;
      livekit = await livekitSource.start({ webhookUrl, port, keys: { apiKey, apiSecret } });
    },
    stop: async () => {
      await server.stop();
      await livekit.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function createWorkshop(
  url: string,
  plan: SessionPlan,
  people: Readonly<Record<string, Role>>,
): Promise<RunningWorkshop> {
  const seats = Object.entries(people).map(([name, role]) => {
    return { name, role, seatId: SeatId.parse(makeSecret()), secret: makeSecret() };
  });
  const payload = CreateSession.parse({
    plan,
    seats: await Promise.all(
      seats.map(async ({ secret, ...seat }) => ({ ...seat, linkHash: await hashSecret(secret) })),
    ),
  });
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${HOST_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
  const drive = driversOf(url);
  const { sessionId } = SessionCreated.parse(await response.json());
  const ticket = (name: string): LinkTicket & { seatId: SeatId } => {
    const seat = seats.find((each) => each.name === name);
    if (!seat) throw new Error(`nobody is called ${name}`);
    return { sessionId, seatId: seat.seatId, secret: seat.secret };
  };
  return {
    link: (name) => personalLink(url, ticket(name)),
    seatId: (name) => ticket(name).seatId,
    as: async (name, ...commands) => void (await drive(ticket(name), commands)),
    sees: async (name, audience) => (await drive(ticket(name), [])).doc(audience),
  };
}

/** Sends commands as people who have no browser in this test; each keeps one line open. */
function driversOf(url: string) {
  const lines = new Map<string, Promise<TestClient>>();
  const dial = async ({ sessionId, seatId, secret }: LinkTicket & { seatId: SeatId }) => {
    const hello = { protocol: PROTOCOL_VERSION, sessionId, seatId, secret, tabId: makeSecret() };
    const client = await connect(url, hello);
    if (typeof client === 'string') throw new Error(`refused at the door: ${client}`);
    return client;
  };
  return async (ticket: LinkTicket & { seatId: SeatId }, commands: readonly Command[]): Promise<TestClient> => {
    const line = lines.get(ticket.seatId) ?? dial(ticket);
    lines.set(ticket.seatId, line);
    const client = await line;
    for (const command of commands) {
      const reply = await client.send({ id: CommandId.parse(crypto.randomUUID()), command });
      if (!reply.ok) throw new Error(`${command.type}: ${reply.rejection}`);
    }
    await client.caughtUp();
    return client;
  };
}
