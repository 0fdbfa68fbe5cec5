import type { RecordCheck, SessionId } from '@werkraum/protocol';
import type { Session } from '../domain/session.ts';
import type { ChainResult, EventStore } from '../ports/event-store.ts';
import type { Report } from './report.ts';

/** How the log of a workshop that is over can be recognised later [KE-26]. */
export interface RecordChecks {
  /** Counted from the log as it is now, each time. Undefined before the end, and when the log cannot be read now. */
  of(session: Pick<Session, 'id' | 'status'>): Promise<RecordCheck | undefined>;
}

export interface RecordChecksParts {
  store: Pick<EventStore, 'chainAt'>;
  report: Report;
}

/** Those who ask at the same time share one reading: everybody opens a booklet when it is published. */
export function createRecordChecks({ store, report }: RecordChecksParts): RecordChecks {
  const underWay = new Map<SessionId, Promise<RecordCheck | undefined>>();

  async function check(sessionId: SessionId): Promise<RecordCheck | undefined> {
    try {
      return told(await store.chainAt(sessionId, 'session-ended'));
    } catch (error) {
      report(error, `reading the check value of session ${sessionId}`);
      return undefined;
    } finally {
      underWay.delete(sessionId);
    }
  }

  return {
    async of({ id, status }) {
      if (status !== 'ended') return undefined;
      const work = underWay.get(id) ?? check(id);
      underWay.set(id, work);
      return work;
    },
  };
}

function told(result: ChainResult): RecordCheck | undefined {
  if (result.kind === 'chained') return { entries: result.version, value: result.hash };
  return result.kind === 'damaged' ? { damagedAt: result.atVersion } : undefined;
}
