import {
  type Audience,
  type Command,
  CommandId,
  type Json,
  type LinkTicket,
  makeSecret,
  type Place,
  PROTOCOL_VERSION,
  readTicket,
  SeatId,
  type SeatView,
} from '@werkraum/protocol';
import { connect, type TestClient } from '../../support/test-client.ts';

export type SeatTicket = LinkTicket & { seatId: SeatId };

/** People who take part over a line without a browser. Each keeps one line open. */
export interface Lines {
  seatId(name: string): SeatId;
  /** Takes part as this person, and carries out commands; throws when one is refused. */
  as(name: string, ...commands: readonly Command[]): Promise<void>;
  /** The newest document of an audience that such a line holds. */
  sees(name: string, audience: Audience): Promise<Json | undefined>;
  /** Where this person belongs now. */
  placeOf(name: string): Promise<Place>;
  /** This person's line is cut. */
  loses(name: string): Promise<void>;
  /** Somebody whose personal link was made meanwhile opens it. */
  open(name: string, link: string): Promise<void>;
}

/** The seat behind a personal link. Throws when it is none. */
export function ticketIn(link: string): SeatTicket {
  const ticket = readTicket(new URL(link).hash);
  if (!ticket) throw new Error(`this is no personal link: ${link}`);
  return { ...ticket, seatId: SeatId.parse(ticket.seatId) };
}

/** Lines for whoever has a ticket. */
export function linesOf(url: string, tickets: ReadonlyMap<string, SeatTicket>): Lines {
  const late = new Map<string, SeatTicket>();
  const lines = new Map<string, Promise<TestClient>>();
  const ticketOf = (name: string): SeatTicket => {
    const ticket = tickets.get(name) ?? late.get(name);
    if (!ticket) throw new Error(`nobody is called ${name}`);
    return ticket;
  };

  async function drive(name: string, commands: readonly Command[]): Promise<TestClient> {
    const line = lines.get(name) ?? dial(url, ticketOf(name));
    lines.set(name, line);
    const client = await line;
    for (const command of commands) {
      const reply = await client.send({ id: CommandId.parse(crypto.randomUUID()), command });
      if (!reply.ok) throw new Error(`${name}, ${command.type}: ${reply.rejection}`);
    }
    await client.caughtUp();
    return client;
  }

  const self: Lines = {
    seatId: (name) => ticketOf(name).seatId,
    as: async (name, ...commands) => void (await drive(name, commands)),
    sees: async (name, audience) => (await drive(name, [])).doc(audience),
    placeOf: async (name) => {
      const seat = await self.sees(name, `seat:${ticketOf(name).seatId}`);
      return (seat as unknown as SeatView).place;
    },
    loses: async (name) => {
      (await lines.get(name))?.drop();
      lines.delete(name);
    },
    open: async (name, link) => {
      late.set(name, ticketIn(link));
      await self.as(name);
    },
  };
  return self;
}

async function dial(url: string, { sessionId, seatId, secret }: SeatTicket): Promise<TestClient> {
  const hello = { protocol: PROTOCOL_VERSION, sessionId, seatId, secret, tabId: makeSecret() };
  const client = await connect(url, hello);
  if (typeof client === 'string') throw new Error(`refused at the door: ${client}`);
  return client;
}
