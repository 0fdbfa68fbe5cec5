import {
  hashSecret,
  type Knock,
  type LinkTicket,
  makeSecret,
  PersonName,
  Problem,
  Rejection,
  type SeatId,
} from '@werkraum/protocol';
import type { SeatTicket } from '../../connection/provider.tsx';

/** Why a guest could not get a seat. */
export type KnockProblem = Rejection | 'bad-name' | 'unknown-link' | 'unreachable';
export type Knocked = { ok: true; ticket: SeatTicket } | { ok: false; problem: KnockProblem };

/**
 * Asks for a seat with the guest link. The seat's id and its link's secret are made here; only the hash travels.
 * The seat then waits to be admitted.
 */
export async function knock(guest: LinkTicket, name: string): Promise<Knocked> {
  const person = PersonName.safeParse(name);
  if (!person.success) return { ok: false, problem: 'bad-name' };
  const ticket: SeatTicket = { sessionId: guest.sessionId, seatId: makeSecret() as SeatId, secret: makeSecret() };
  const linkHash = (await hashSecret(ticket.secret)) as Knock['linkHash'];
  const body: Knock = { guestSecret: guest.secret, seatId: ticket.seatId, name: person.data, linkHash };
  const response = await fetch(`/api/v1/sessions/${guest.sessionId}/knock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (response?.ok) return { ok: true, ticket };
  return { ok: false, problem: response ? await problemOf(response) : 'unreachable' };
}

async function problemOf(response: Response): Promise<KnockProblem> {
  if (response.status === 404 || response.status === 401 || response.status === 403) return 'unknown-link';
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  const rejection = Rejection.safeParse(problem.data?.code);
  return rejection.success ? rejection.data : 'unreachable';
}
