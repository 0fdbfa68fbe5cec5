import { hash } from 'node:crypto';
import type { KeptFact, KeptSnapshot } from './messages.ts';

/** A row of `facts`. `prev` is the row of the same session's preceding fact, 0 for the first. */
export interface FactRow extends KeptFact {
  id: number;
  session: string;
  prev: number;
  hash: Uint8Array;
}

/** What a session's first fact is chained to. */
export const NO_HASH = new Uint8Array(0);

/** SHA-256 over the predecessor's hash and everything the row says. */
export function chainHash(row: Omit<FactRow, 'id' | 'hash'>, before: Uint8Array): Uint8Array {
  const said = JSON.stringify([row.session, row.version, row.at, row.by, row.command, row.fact, row.prev]);
  return hash('sha256', Buffer.concat([before, Buffer.from(said)]), 'buffer');
}

/** SHA-256 of a snapshot and of the hash of the fact it stands at, so that a damaged or a foreign one is not believed. */
export function snapshotHash(session: string, snapshot: KeptSnapshot, link: Uint8Array): Uint8Array {
  const { version, format, state, commandIds } = snapshot;
  const said = JSON.stringify([session, version, format, state, commandIds]);
  return hash('sha256', Buffer.concat([link, Buffer.from(said)]), 'buffer');
}

/** Whether both are the same bytes; anything that is not bytes equals nothing. */
export const sameHash = (one: unknown, other: unknown): boolean =>
  one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0;
