import type { SeatId, SessionId } from './ids.ts';

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 128 random bits as 22 characters of base64url: a link's secret, or an id nobody guesses. */
export const makeSecret = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(16)));

/** Lower-case hex SHA-256 of a secret: what the server keeps. A random 128-bit secret needs no slow hash. */
export async function hashSecret(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What stands in the fragment of a personal link. `seatId` is `guest` in the link for people without a seat. */
export interface LinkTicket {
  sessionId: SessionId;
  seatId: SeatId | 'guest';
  secret: string;
}

/** A personal link. The secret stands behind `#`, so no server, proxy or referrer ever sees it. */
export const personalLink = (publicUrl: string, { sessionId, seatId, secret }: LinkTicket): string =>
  `${publicUrl.replace(/\/+$/, '')}/join#${sessionId}.${seatId}.${secret}`;

/** Reads a link's fragment (with or without `#`); undefined when it is none of ours. */
export function readTicket(fragment: string): LinkTicket | undefined {
  const match = /^#?([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{22})$/.exec(fragment);
  if (!match) return undefined;
  const [, sessionId, seatId, secret] = match;
  return { sessionId: sessionId as SessionId, seatId: seatId as SeatId, secret: secret as string };
}

/** The organiser's link: opens the host page. */
export const hostLink = (publicUrl: string, hostKey: string): string =>
  `${publicUrl.replace(/\/+$/, '')}/host#${hostKey}`;
