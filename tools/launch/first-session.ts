import {
  CreateSession,
  hashSecret,
  type Language,
  makeSecret,
  modelWorkshop,
  personalLink,
  SeatId,
  SessionCreated,
  SessionList,
} from '@werkraum/protocol';

export interface Host {
  /** Where the server answers, as seen from this machine. */
  url: string;
  /** What people type; links are made from it. */
  publicUrl: string;
  hostKey: string;
}

export interface Invitation {
  name: string;
  role: string;
  link: string;
}

/** Creates the model workshop when the server holds no session yet, and answers with one link per person; nothing otherwise. */
export async function inviteToFirstSession(host: Host, language: Language): Promise<Invitation[] | undefined> {
  const sessions = SessionList.parse(await request(host, 'GET'));
  if (sessions.length > 0) return undefined;
  const { plan, seats } = modelWorkshop(language);
  const people = seats.map((seat) => ({ ...seat, seatId: SeatId.parse(makeSecret()), secret: makeSecret() }));
  const guestSecret = makeSecret();
  const payload = CreateSession.parse({
    plan,
    seats: await Promise.all(
      people.map(async ({ secret, ...seat }) => ({ ...seat, linkHash: await hashSecret(secret) })),
    ),
    guestHash: await hashSecret(guestSecret),
  });
  const { sessionId } = SessionCreated.parse(await request(host, 'POST', payload));
  const link = (seatId: SeatId | 'guest', secret: string) =>
    personalLink(host.publicUrl, { sessionId, seatId, secret });
  return [
    ...people.map(({ name, role, seatId, secret }) => ({ name, role, link: link(seatId, secret) })),
    { name: 'anyone else', role: 'knocks and waits', link: link('guest', guestSecret) },
  ];
}

async function request(host: Host, method: 'GET' | 'POST', body?: unknown): Promise<unknown> {
  const response = await fetch(`${host.url}/api/v1/sessions`, {
    method,
    headers: { authorization: `Bearer ${host.hostKey}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /api/v1/sessions answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
