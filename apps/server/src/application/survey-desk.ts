import type { SessionId } from '@werkraum/protocol';
import type { AnyCommand, Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import { isPassing } from './answers.ts';
import type { BallotOffice } from './ballot-office.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';

/** Has the key made for a survey that opens, and has it counted when it closes. Holds work, not truth: it all begins again from the state. */
export interface SurveyDesk {
  /** After every commit, and when a session was read from the log. */
  watch(sessionId: SessionId, session: Session): void;
  forget(sessionId: SessionId): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface SurveyDeskParts {
  clock: Clock;
  office: Pick<BallotOffice, 'open' | 'close' | 'idle'>;
  handle: Handle;
  report: Report;
}

const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;

export function createSurveyDesk({ clock, office, handle, report }: SurveyDeskParts): SurveyDesk {
  /** The state of a survey that is being dealt with. */
  const underWay = new Map<SessionId, { state: string; cancel: Cancel }>();
  const work = new Set<Promise<void>>();

  /** The house's answer to a state, undefined where it has none to give. */
  async function answerTo(sessionId: SessionId, state: string): Promise<AnyCommand> {
    if (state === 'opening') return { type: 'name-survey-key', key: await office.open(sessionId) };
    const answers = await office.close(sessionId);
    return { type: 'count-survey', ...(answers !== undefined && { answers }) };
  }

  async function deal(sessionId: SessionId, state: string): Promise<void> {
    const again = () => {
      const held = underWay.get(sessionId);
      if (held?.state !== state) return;
      held.cancel = clock.at(clock.now() + RETRY_MS, () => begin(sessionId, state));
    };
    try {
      const reply = await handle(sessionId, await answerTo(sessionId, state), HOUSE);
      if (isPassing(reply)) again();
    } catch (error) {
      report(error, `keeping the survey of session ${sessionId}`);
      again();
    }
  }

  function begin(sessionId: SessionId, state: string): void {
    underWay.set(sessionId, { state, cancel: () => {} });
    const dealing = deal(sessionId, state).finally(() => work.delete(dealing));
    work.add(dealing);
  }

  function letGo(sessionId: SessionId): void {
    underWay.get(sessionId)?.cancel();
    underWay.delete(sessionId);
  }

  async function idle(): Promise<void> {
    while (work.size > 0) await Promise.all(work);
    await office.idle();
  }

  return {
    watch(sessionId, { survey: { state } }) {
      if (underWay.get(sessionId)?.state === state) return;
      letGo(sessionId);
      if (state === 'opening' || state === 'counting') begin(sessionId, state);
    },
    forget: letGo,
    idle,
    async stop() {
      for (const sessionId of [...underWay.keys()]) letGo(sessionId);
      await idle();
    },
  };
}
