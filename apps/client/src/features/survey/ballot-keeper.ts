import type { SeatAnswer } from '../../connection/seat-answer.ts';
import { recall, remember } from '../../ui/memory.ts';
import type { Blinded } from './blind.ts';

/** What this browser keeps of a ballot. Random bytes until it is used; then only that it was. */
type Kept = { sent: true } | (Blinded & { signature?: string });

/** A ballot that can be used. */
export interface Ballot {
  nonce: string;
  signature: string;
}

/**
 * `impossible`: this browser gives no cryptography to this page. `taken`: it was fetched with another browser, or lost.
 * `faulty`: what the server signed is none.
 */
export type BallotState = 'none' | 'fetching' | 'held' | 'sent' | 'taken' | 'impossible' | 'unreachable' | 'faulty';

/** Asks in the name of a seat. */
interface Asks {
  ask(method: string, path: string, body?: unknown): Promise<SeatAnswer<unknown>>;
}

/** Where ballots are kept and how they are made; replaced in tests. */
export interface KeeperParts {
  read(): string | undefined;
  write(text: string | undefined): void;
  /** Undefined where the browser has no Web Crypto: on pages without https. */
  makers(): Promise<Pick<typeof import('./blind.ts'), 'blind' | 'unblind'>> | undefined;
  /** Runs `work` while no other tab of this browser does. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Keeps one person's ballot in this browser, from the moment it is made until it is used [SU-20]. */
export interface BallotKeeper {
  /** Fetches the ballot unless it is there. Repeating it is safe. */
  ensure(key: string): Promise<BallotState>;
  held(): Ballot | undefined;
  /** Whether it was used with this browser. */
  isUsed(): boolean;
  /** It was used: everything about it is forgotten, except that. */
  used(): void;
}

export function createBallotKeeper(api: Asks, parts: KeeperParts): BallotKeeper {
  const read = (): Kept | undefined => {
    try {
      return JSON.parse(parts.read() ?? 'null') ?? undefined;
    } catch {
      return undefined; // not ours: as if nothing was kept
    }
  };
  const write = (kept: Kept | undefined) => parts.write(kept && JSON.stringify(kept));

  async function fetch(key: string): Promise<BallotState> {
    const kept = read();
    if (kept && 'sent' in kept) return 'sent';
    if (kept?.signature) return 'held';
    const makers = await parts.makers();
    if (!makers) return 'impossible';
    // Kept before it is sent, so that an answer that got lost can be asked for again.
    const blinded = kept ?? (await makers.blind(key));
    write(blinded);
    const answer = await api.ask('POST', '/survey/ballot', { blinded: blinded.blinded });
    if (!answer.ok) {
      if (answer.code !== 'ballot-taken') return 'unreachable';
      write(undefined);
      return 'taken';
    }
    const { signature } = answer.value as { signature: string };
    const unblinded = await makers.unblind(key, blinded, signature).catch(() => undefined);
    if (unblinded === undefined) return 'faulty';
    write({ ...blinded, signature: unblinded });
    return 'held';
  }

  return {
    ensure: (key) => parts.alone(() => fetch(key)),
    held() {
      const kept = read();
      if (!kept || 'sent' in kept || !kept.signature) return undefined;
      return { nonce: kept.nonce, signature: kept.signature };
    },
    isUsed() {
      const kept = read();
      return kept !== undefined && 'sent' in kept;
    },
    used: () => write({ sent: true }),
  };
}

/** Keeps the ballot of this seat in the browser's local storage, or for this page where that is blocked. */
export function createOwnBallotKeeper(api: Asks & { sessionId: string; seatId: string }): BallotKeeper {
  const name = `survey.${api.sessionId}.${api.seatId}`;
  let here: string | undefined;
  return createBallotKeeper(api, {
    read: () => recall('local', name) ?? here,
    write: (text) => {
      here = text;
      remember('local', name, text);
    },
    makers: () => (globalThis.crypto?.subtle ? import('./blind.ts') : undefined),
    alone: async (work) => (navigator.locks ? navigator.locks.request(`werkraum.${name}`, work) : work()),
  });
}
