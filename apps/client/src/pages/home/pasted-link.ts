import { type LinkTicket, readTicket } from '@werkraum/protocol';

/** Where a pasted link leads. */
export type PastedLink = { to: 'join'; ticket: LinkTicket } | { to: 'host'; key: string };

/** Reads what somebody pasted: a whole link or only what stands behind its `#`. Undefined when it is none of ours. */
export function readPastedLink(text: string): PastedLink | undefined {
  const [before = '', fragment] = text.trim().split('#');
  if (fragment !== undefined && /\/host\/?$/.test(before))
    return /^\S+$/.test(fragment) ? { to: 'host', key: fragment } : undefined;
  const ticket = readTicket(fragment ?? before);
  return ticket && { to: 'join', ticket };
}
