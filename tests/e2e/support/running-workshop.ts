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
import { connect, type TestClient } from '../../support/test-client.ts';

type SeatTicket = LinkTicket & { seatId: SeatId };

export interface RunningWorkshop {
  plan: SessionPlan;
  /** The personal link of a person. */
  link(name: string): string;
  /** For people who are not on the list. */
  guestLink: string;
  seatId(name: string): SeatId;
  /** Takes part as this person over a line without a browser, and carries out commands; throws when one is refused. */
  as(name: string, ...commands: readonly Command[]): Promise<void>;
  /** The newest document of an audience that such a line holds. */
  sees(name: string, audience: Audience): Promise<Json | undefined>;
}

/** Creates a session through the public API, as the host page does. */
export async function createWorkshop(
  { url, hostKey }: { url: string; hostKey: string },
  plan: SessionPlan,
  people: Readonly<Record<string, Role>>,
): Promise<RunningWorkshop> {
  const seats = Object.entries(people).map(([name, role]) => {
    return { name, role, seatId: SeatId.parse(makeSecret()), secret: makeSecret() };
  });
  const guestSecret = makeSecret();
  const body = CreateSession.parse({
    plan,
    seats: await Promise.all(
      seats.map(async ({ secret, ...seat }) => ({ ...seat, linkHash: await hashSecret(secret) })),
    ),
    guestHash: await hashSecret(guestSecret),
  });
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const drive = driversOf(url);
  const { sessionId } = SessionCreated.parse(await response.json());
  const ticket = (name: string): SeatTicket => {
    const seat = seats.find((each) => each.name === name);
    if (!seat) throw new Error(`nobody is called ${name}`);
    return { sessionId, seatId: seat.seatId, secret: seat.secret };
  };
  return {
    plan,
    link: (name) => personalLink(url, ticket(name)),
    guestLink: personalLink(url, { sessionId, seatId: 'guest', secret: guestSecret }),
    seatId: (name) => ticket(name).seatId,
    as: async (name, ...commands) => void (await drive(ticket(name), commands)),
    sees: async (name, audience) => (await drive(ticket(name), [])).doc(audience),
  };
}

/** Sends commands as people who have no browser in this test; each keeps one line open. */
function driversOf(url: string) {
  const lines = new Map<string, Promise<TestClient>>();
  const dial = async ({ sessionId, seatId, secret }: SeatTicket) => {
    const hello = { protocol: PROTOCOL_VERSION, sessionId, seatId, secret, tabId: makeSecret() };
    const client = await connect(url, hello);
    if (typeof client === 'string') throw new Error(`refused at the door: ${client}`);
    return client;
  };
  return async (ticket: SeatTicket, commands: readonly Command[]): Promise<TestClient> => {
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
