import {
  type CreateSession,
  hashSecret,
  makeSecret,
  modelWorkshop,
  type NewSeat,
  personalLink,
  type Role,
  type SeatId,
  type SessionId,
} from '@werkraum/protocol';
import type { Draft } from './draft.model.ts';

/** One person's link. It exists here and with the person only: the server keeps a hash. */
export interface PersonLink {
  seatId: string;
  name: string;
  role: Role;
  link: string;
}

/** All links of a new workshop, shown once. */
export interface LinkSheet {
  title: string;
  people: readonly PersonLink[];
  guestLink?: string;
}

/** What goes to the server, and the secrets that stay here. */
export interface Prepared {
  session: CreateSession;
  /** Seat id → secret. */
  secrets: Readonly<Record<string, string>>;
  guestSecret: string;
}

/** A seat with a fresh secret, of which only the hash is in the seat. */
export async function freshSeat(seatId: string, name: string, role: Role): Promise<{ seat: NewSeat; secret: string }> {
  const secret = makeSecret();
  const linkHash = (await hashSecret(secret)) as NewSeat['linkHash'];
  return { seat: { seatId: seatId as SeatId, name: name.trim(), role, linkHash }, secret };
}

/** Makes a session and its secrets from a draft without problems. */
export async function prepareSession({ title, language, admission, people }: Draft): Promise<Prepared> {
  const { plan } = modelWorkshop(language);
  const fresh = await Promise.all(people.map(({ id, name, role }) => freshSeat(id, name, role)));
  const guestSecret = makeSecret();
  return {
    session: {
      plan: { ...plan, title: title.trim(), language, admission },
      seats: fresh.map(({ seat }) => seat),
      guestHash: await hashSecret(guestSecret),
    },
    secrets: Object.fromEntries(fresh.map(({ seat, secret }) => [seat.seatId, secret])),
    guestSecret,
  };
}

/** The links that open a created session. */
export function linkSheet(
  publicUrl: string,
  sessionId: string,
  { session, secrets, guestSecret }: Prepared,
): LinkSheet {
  const link = (seatId: string, secret: string) =>
    personalLink(publicUrl, { sessionId: sessionId as SessionId, seatId: seatId as SeatId, secret });
  return {
    title: session.plan.title,
    people: session.seats.map(({ seatId, name, role }) => ({
      seatId,
      name,
      role,
      link: link(seatId, secrets[seatId] ?? ''),
    })),
    guestLink: link('guest', guestSecret),
  };
}

/** The whole sheet as text for a mail or a table. */
export function linksAsText(
  { title, people, guestLink }: LinkSheet,
  roleName: (role: Role) => string,
  guests: string,
): string {
  const lines = people.map(({ name, role, link }) => `${name} (${roleName(role)}): ${link}`);
  return `${title}\n\n${[...lines, ...(guestLink ? [`${guests}: ${guestLink}`] : [])].join('\n')}\n`;
}
