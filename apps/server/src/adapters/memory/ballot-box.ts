import type { SessionId } from '@werkraum/protocol';
import type { BallotBox, KeptSurvey } from '../../ports/ballot-box.ts';
import { canonical } from '../ballot-files/canonical.ts';

/** A ballot box that forgets everything with the process, and can be made to fail. */
export interface MemoryBallotBox extends BallotBox {
  /** All that is kept, as it would stand on a disk. */
  bytes(): string;
  /** From now on writing fails, or works again. */
  failWrites(fails: boolean): void;
}

export function createMemoryBallotBox(): MemoryBallotBox {
  const files = new Map<SessionId, string>();
  let fails = false;
  return {
    async read(sessionId) {
      const text = files.get(sessionId);
      return text === undefined ? undefined : (JSON.parse(text) as KeptSurvey);
    },
    async write(sessionId, kept) {
      if (fails) throw new Error('the disk is full');
      files.set(sessionId, canonical(kept));
    },
    delete: async (sessionId) => void files.delete(sessionId),
    sessions: async () => [...files.keys()],
    bytes: () => [...files.values()].join('\n'),
    failWrites: (wanted) => {
      fails = wanted;
    },
  };
}
