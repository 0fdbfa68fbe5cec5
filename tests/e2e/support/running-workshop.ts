import {
  CreateSession,
  hashSecret,
  makeSecret,
  personalLink,
  type Role,
  SeatId,
  SessionCreated,
  type SessionPlan,
} from '@werkraum/protocol';
import { type Lines, linesOf, type SeatTicket } from './lines.ts';

export interface RunningWorkshop extends Lines {
  plan: SessionPlan;
  /** The personal link of a person. */
  link(name: string): string;
  /** For people who are not on the list. */
  guestLink: string;
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
  const { sessionId } = SessionCreated.parse(await response.json());
  const tickets = new Map(
    seats.map(({ name, seatId, secret }): [string, SeatTicket] => [name, { sessionId, seatId, secret }]),
  );
  return {
    ...linesOf(url, tickets),
    plan,
    link: linkIn(url, tickets),
    guestLink: personalLink(url, { sessionId, seatId: 'guest', secret: guestSecret }),
  };
}

const linkIn = (url: string, tickets: ReadonlyMap<string, SeatTicket>) => (name: string) => {
  const ticket = tickets.get(name);
  if (!ticket) throw new Error(`nobody is called ${name}`);
  return personalLink(url, ticket);
};
