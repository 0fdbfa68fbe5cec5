import {
  type Command,
  hashSecret,
  makeSecret,
  personalLink,
  type Role,
  type SeatId,
  type SessionId,
} from '@werkraum/protocol';

/** A command that gives somebody a seat or a new link, and the link to hand over. The secret stays in this browser. */
export interface Invitation {
  command: Command;
  link: string;
}

/** Where the link leads: the session, and the address under which Werkraum is reached. */
export interface Door {
  sessionId: SessionId;
  publicUrl: string;
}

/** Prepares a seat for a new person. */
export async function invitePerson(door: Door, name: string, role: Role): Promise<Invitation> {
  const seatId = makeSecret() as SeatId;
  const { link, linkHash } = await freshLink(door, seatId);
  return { command: { type: 'invite-person', seatId, name: name.trim(), role, linkHash }, link };
}

/** Prepares a new personal link for a seat; the old one opens nothing once the command is accepted. */
export async function reissueLink(door: Door, seatId: SeatId): Promise<Invitation> {
  const { link, linkHash } = await freshLink(door, seatId);
  return { command: { type: 'reissue-link', seatId, linkHash }, link };
}

async function freshLink({ sessionId, publicUrl }: Door, seatId: SeatId): Promise<{ link: string; linkHash: string }> {
  const secret = makeSecret();
  return { link: personalLink(publicUrl, { sessionId, seatId, secret }), linkHash: await hashSecret(secret) };
}
