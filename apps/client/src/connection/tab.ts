import { type LinkTicket, makeSecret, readTicket } from '@werkraum/protocol';
import { recall, remember } from '../ui/memory.ts';

/**
 * This tab's id. It is put away only while the page is being left, so a reload finds it again, but a
 * duplicated tab, which copies the session storage of a living page, does not and counts as a second tab.
 */
export const tabId: string = takeTabId();

function takeTabId(): string {
  const id = recall('session', 'tab') ?? makeSecret();
  remember('session', 'tab', undefined);
  addEventListener('pagehide', () => remember('session', 'tab', id));
  addEventListener('pageshow', () => remember('session', 'tab', undefined));
  return id;
}

const asFragment = ({ sessionId, seatId, secret }: LinkTicket) => `${sessionId}.${seatId}.${secret}`;

/** The ticket this tab came with, also after a reload. */
export const heldTicket = (): LinkTicket | undefined => readTicket(recall('session', 'ticket') ?? '');

/** Keeps a ticket for this tab; undefined throws it away. */
export const holdTicket = (ticket: LinkTicket | undefined): void =>
  remember('session', 'ticket', ticket && asFragment(ticket));

/** Reads the ticket from the address bar, keeps it and takes it out of sight. Otherwise the one kept earlier. */
export function ticketFromAddress(): LinkTicket | undefined {
  const fragment = takeFragment();
  if (fragment === undefined) return heldTicket();
  const ticket = readTicket(fragment);
  holdTicket(ticket);
  return ticket;
}

/** What stands behind the `#` of the address, which then stands there no longer; undefined when nothing does. */
export function takeFragment(): string | undefined {
  const { hash, pathname, search } = location;
  if (hash.length <= 1) return undefined;
  history.replaceState(history.state, '', pathname + search);
  return hash.slice(1);
}
