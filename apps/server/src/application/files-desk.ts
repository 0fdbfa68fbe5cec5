import { type FileId, makeSecret, type Reply, type SeatId, type SessionId } from '@werkraum/protocol';
import type { Session } from '../domain/session.ts';
import { filesOf } from '../domain/slides/decks.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { Erasable } from '../ports/erasable.ts';
import type { Files } from '../ports/files.ts';
import type { Inspected } from '../ports/inspector.ts';
import type { House } from './house.ts';
import type { Report } from './report.ts';

/** Where a file is to stand: as `add-deck-file` says it. */
export interface Destination {
  sessionId: SessionId;
  /** Makes the fact out of what is kept; refused or not needed any more, the bytes go again. */
  record(file: { id: FileId; bytes: number }): Promise<Reply>;
}

/**
 * Keeps bytes and facts in step: bytes are kept before a fact names them, and go once no fact does [FI-6]. Holds work, not truth:
 * what a crash left behind is found when the house starts.
 */
export interface FilesDesk {
  /** Keeps what an inspection gave and has it recorded. */
  keep(to: Destination, file: Extract<Inspected, { ok: true }>): Promise<Reply>;
  /** After every commit. */
  watch(sessionId: SessionId, before: Session | undefined, after: Session): void;
  /** What the house deletes and erases with a session or a person. */
  readonly erasable: Erasable;
  idle(): Promise<void>;
  stop(): void;
}

export interface FilesDeskParts {
  files: Files;
  house: Pick<House, 'look'>;
  clock: Clock;
  report: Report;
}

const AGAIN_MS = 10_000;

export function createFilesDesk({ files, house, clock, report }: FilesDeskParts): FilesDesk {
  /** Kept, and not yet named by a fact: nobody's leftovers. */
  const onTheWay = new Set<FileId>();
  const underWay = new Set<Promise<unknown>>();
  const again = new Set<Cancel>();

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  /** Removes files of a session that no fact names; of one that cannot be read, none. */
  async function tidy(sessionId: SessionId): Promise<void> {
    const there = await files.list(sessionId);
    const condition = await house.look(sessionId);
    if (condition.kind === 'damaged') return;
    const named = new Set(condition.kind === 'fine' ? filesOf(condition.session) : []);
    for (const id of there) if (!named.has(id) && !onTheWay.has(id)) await files.delete(sessionId, id);
  }

  /** Tidies, and tries again by itself when the store of files is not well. */
  function tidySoon(sessionId: SessionId): void {
    void tracked(tidy(sessionId)).catch((error: unknown) => {
      report(error, `removing files of session ${sessionId}`);
      const cancel = clock.at(clock.now() + AGAIN_MS, () => {
        again.delete(cancel);
        tidySoon(sessionId);
      });
      again.add(cancel);
    });
  }

  async function keep({ sessionId, record }: Destination, bytes: Uint8Array): Promise<Reply> {
    const id = makeSecret() as string as FileId;
    onTheWay.add(id);
    try {
      await files.put(sessionId, id, bytes);
      return await record({ id, bytes: bytes.byteLength });
    } finally {
      onTheWay.delete(id);
      // Whether the fact stands is known from the state alone: an answer may have been lost.
      tidySoon(sessionId);
    }
  }

  const erasable: Erasable = {
    keeps: 'files',
    deleteSession: (sessionId) => tracked(files.deleteSession(sessionId)),
    erasePerson: (sessionId: SessionId, _seatId: SeatId) => tracked(tidy(sessionId)),
    async keepOnly(sessions) {
      for (const sessionId of await files.sessions()) {
        if (sessions.has(sessionId)) tidySoon(sessionId);
        else await tracked(files.deleteSession(sessionId));
      }
    },
  };

  return {
    keep: (to, { bytes }) => tracked(keep(to, bytes)),
    watch(sessionId, before, after) {
      if (!before || before.slides.decks === after.slides.decks) return;
      const named = new Set(filesOf(after));
      if (filesOf(before).some((id) => !named.has(id))) tidySoon(sessionId);
    },
    erasable,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
    stop() {
      for (const cancel of again) cancel();
    },
  };
}
