import {
  type CreateSession,
  hashSecret,
  makeSecret,
  type NewSeat,
  personalLink,
  type Role,
  type SeatId,
  type SessionId,
  type SessionPlan,
} from '@werkraum/protocol';

/** One person's link. It exists here and with the person only: the server keeps a hash. */
export interface PersonLink {
  seatId: string;
  name: string;
  role: Role;
  link: string;
  /** Where their mail goes, when the organiser said so. */
  address?: string;
}

/** All links of a new workshop, shown once. */
export interface LinkSheet {
  title: string;
  people: readonly PersonLink[];
  guestLink?: string;
}

/** Somebody who is to get a seat. */
export interface Invitee {
  id: string;
  name: string;
  role: Role;
  /** May be empty. */
  address: string;
}

/** What goes to the server, and what stays here. */
export interface Prepared {
  session: CreateSession;
  /** Seat id → e-mail address. */
  addresses: Readonly<Record<string, string>>;
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

/** Makes a session and its secrets from a plan that is complete and people who all have names. */
export async function prepareSession(plan: SessionPlan, people: readonly Invitee[]): Promise<Prepared> {
  const fresh = await Promise.all(people.map(({ id, name, role }) => freshSeat(id, name, role)));
  const guestSecret = makeSecret();
  return {
    session: { plan, seats: fresh.map(({ seat }) => seat), guestHash: await hashSecret(guestSecret) },
    addresses: Object.fromEntries(people.map(({ id, address }) => [id, address.trim()])),
    secrets: Object.fromEntries(fresh.map(({ seat, secret }) => [seat.seatId, secret])),
    guestSecret,
  };
}

/** The links that open a created session. */
export function linkSheet(
  publicUrl: string,
  sessionId: string,
  { session, secrets, addresses, guestSecret }: Prepared,
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
      ...(addresses[seatId] && { address: addresses[seatId] }),
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

/** The whole sheet as a table for other programs (RFC 4180), with a byte order mark so that spreadsheets read umlauts. */
export function linksAsTable({ people, guestLink }: LinkSheet, head: readonly string[], guests: string): string {
  const rows = people.map(({ name, address = '', role, link }) => [name, address, role, link]);
  const all = [head, ...rows, ...(guestLink ? [[guests, '', '', guestLink]] : [])];
  return `\ufeff${all.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

// A name that begins like a formula must not become one in a spreadsheet.
const cell = (text: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
