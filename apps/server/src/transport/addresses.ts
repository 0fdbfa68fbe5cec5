import type { IncomingMessage } from 'node:http';
import { type IRateLimiterOptions, RateLimiterMemory } from 'rate-limiter-flexible';

/** Whether the hop with this address, so many hops away, is a proxy of ours (`trust proxy` of Express, compiled). */
export type Trusts = (address: string, hop: number) => boolean;

/** The address a request comes from: forwarded addresses count only as far as the proxies that name them are trusted. */
export function addressOf(request: IncomingMessage, trusts: Trusts): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const hops = [
    request.socket.remoteAddress ?? '',
    ...forwarded
      .map((hop) => hop.trim())
      .filter(Boolean)
      .reverse(),
  ];
  const last = hops.length - 1;
  const first = hops.findIndex((address, hop) => hop === last || !trusts(address, hop));
  return hops[first] ?? '';
}

/** Counts what an address did wrong, and says when it was too often. */
export interface Guard {
  isBlocked(address: string): Promise<boolean>;
  blame(address: string): Promise<void>;
}

export function createGuard(limits: Pick<IRateLimiterOptions, 'points' | 'duration'>): Guard {
  const limiter = new RateLimiterMemory(limits);
  return {
    async isBlocked(address) {
      const state = await limiter.get(address);
      return state !== null && state.remainingPoints <= 0;
    },
    async blame(address) {
      // Rejects when the limit is passed: that is what `isBlocked` answers next time.
      await limiter.consume(address).catch(() => undefined);
    },
  };
}
