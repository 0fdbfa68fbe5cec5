import type { LinkTicket, SeatView } from '@werkraum/protocol';
import type { Link } from '../../connection/room-store.ts';

/** Where somebody stands who opened a link. */
export type Door =
  /** Without a link, or with a broken one. */
  | { at: 'no-link' }
  /** With the guest link: says their name and knocks. */
  | { at: 'guest' }
  /** With a personal link, not gone in yet. */
  | { at: 'door' }
  | { at: 'entering'; busy: boolean }
  | { at: 'waiting'; you: SeatView; lobby: NonNullable<SeatView['lobby']>; quiet: boolean }
  | { at: 'inside' }
  | { at: 'turned-away'; link: Link };

/** `link` and `you` are undefined as long as no line is open. */
export function doorOf(ticket: LinkTicket | undefined, link: Link | undefined, you: SeatView | undefined): Door {
  if (link?.state === 'refused' || (link?.state === 'closed' && link.farewell)) return { at: 'turned-away', link };
  if (!ticket) return { at: 'no-link' };
  if (ticket.seatId === 'guest') return { at: 'guest' };
  if (!link || link.state === 'closed') return { at: 'door' };
  if (!you) return { at: 'entering', busy: link.refusal === 'server-busy' };
  if (you.place !== 'lobby') return { at: 'inside' };
  const lobby = you.lobby ?? { title: '', language: 'en', status: 'open', phases: [] };
  return { at: 'waiting', you, lobby, quiet: link.state !== 'connected' };
}
