import {
  type Command,
  type CommandId,
  type ConnectRefusal,
  type FacilitatorsView,
  type Handshake,
  hashSecret,
  makeSecret,
  type NewSeat,
  PROTOCOL_VERSION,
  type Reply,
  type Role,
  type RoomView,
  type SeatId,
  type SeatView,
  type SessionId,
  type SessionView,
  type StaffView,
} from '@werkraum/protocol';
import type { ServerUnderTest } from './server-under-test.ts';
import { connect, type TestClient } from './test-client.ts';
import { until } from './until.ts';

/** What is in a personal link, and whose it is. */
export interface Link {
  name: string;
  seatId: SeatId;
  secret: string;
}

/** The workshop a person takes part in. */
export interface Surroundings {
  server: ServerUnderTest;
  sessionId: SessionId;
  people: readonly Person[];
}

/** Somebody with a personal link. What they see is what their client was sent, and nothing else. */
export interface Person {
  name: string;
  seatId: SeatId;
  /** What the personal link proves itself with over HTTP. */
  authorization: string;
  /** Presses a button, and waits until everybody has seen what came of it. */
  asks(command: Command, id?: CommandId): Promise<Reply>;
  /** Asks over HTTP with the personal link, as the pages before and after the workshop do; `path` follows `/seat`. */
  fetches(method: string, path?: string, body?: unknown): Promise<Response>;
  /** Sends a file, as the pages do that take slides. */
  uploads(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response>;
  /** The session as this person sees it. Throws while they see none. */
  sees(): SessionView;
  you(): SeatView;
  room(): RoomView | undefined;
  staff(): StaffView | undefined;
  facilitators(): FacilitatorsView | undefined;
  client(): TestClient;
  isConnected(): boolean;
  /** Opens the personal link; `undefined` when that worked. */
  enters(how?: Partial<Handshake>): Promise<ConnectRefusal | undefined>;
  /** Loses the connection. */
  vanishes(): Promise<void>;
}

const newCommandId = (): CommandId => crypto.randomUUID() as CommandId;

/** A seat for an organiser to create, and the link that goes with it. */
export async function makeSeat(name: string, role: Role): Promise<{ seat: NewSeat; link: Link }> {
  const seatId = name.toLowerCase() as SeatId;
  const secret = makeSecret();
  return { seat: { seatId, name, role, linkHash: await hashSecret(secret) }, link: { name, seatId, secret } };
}

/** Somebody with a link of this session, connected or not. */
export function personOf(world: Surroundings, { name, seatId, secret }: Link): Person {
  let client: TestClient | undefined;
  const tabId = `tab-of-${seatId}`;
  const connected = (): TestClient => {
    if (!client) throw new Error(`${name} has never been connected`);
    return client;
  };
  const seen = <View>(audience: Parameters<TestClient['doc']>[0]): View | undefined =>
    connected().doc(audience) as View | undefined;
  const needed = <View>(audience: Parameters<TestClient['doc']>[0]): View => {
    const view = seen<View>(audience);
    if (view === undefined) throw new Error(`${name} sees no ${audience}, but ${connected().holds().join(', ')}`);
    return view;
  };

  const self: Person = {
    name,
    seatId,
    authorization: `Bearer ${seatId}.${secret}`,
    async asks(command, id = newCommandId()) {
      const reply = await connected().send({ id, command });
      await settled(world);
      return reply;
    },
    fetches: (method, path = '', body = undefined) =>
      world.server.api(method, `/api/v1/sessions/${world.sessionId}/seat${path}`, body, {
        authorization: self.authorization,
      }),
    uploads: (path, body) =>
      fetch(`${world.server.url}/api/v1/sessions/${world.sessionId}/seat${path}`, {
        method: 'PUT',
        headers: { authorization: self.authorization },
        body,
      }),
    sees: () => needed('session'),
    you: () => needed(`seat:${seatId}`),
    room: () => seen(`room:${self.you().place}`),
    staff: () => seen('staff'),
    facilitators: () => seen('facilitators'),
    client: connected,
    isConnected: () => client?.connected() ?? false,
    async enters(how = {}) {
      const hello = { protocol: PROTOCOL_VERSION, sessionId: world.sessionId, seatId, secret, tabId, ...how };
      const result = await connect(world.server.url, hello);
      if (typeof result === 'string') return result;
      client = result;
      await until(() => result.doc(`seat:${seatId}`) !== undefined || !result.connected(), `${name} sees their seat`);
      await settled(world);
      return undefined;
    },
    async vanishes() {
      const before = world.server.connections();
      connected().drop();
      await until(() => world.server.connections() < before, `the server misses ${name}`);
    },
  };
  return self;
}

/** Enters, or ends the scenario with the reason why not. */
export async function mustEnter(person: Person): Promise<void> {
  const refusal = await person.enters();
  if (refusal) throw new Error(`${person.name} was refused: ${refusal}`);
}

/** Resolves when no command is under way and every client has received everything. */
export async function settled({ server, people }: Pick<Surroundings, 'server' | 'people'>): Promise<void> {
  await server.idle();
  await Promise.all(people.filter((person) => person.isConnected()).map((person) => person.client().caughtUp()));
}
