import type { SessionId } from '@werkraum/protocol';
import type { BallotBox, KeptSurvey } from '../ports/ballot-box.ts';

/** What somebody asked of a survey leads to: perhaps a change, and in any case an answer. */
export interface Step<Answer> {
  /** Absent: as it was. */
  kept?: KeptSurvey;
  answer: Answer;
}

/** The surveys of a ballot box, each changed by one after the other. */
export interface KeptSurveys {
  look(sessionId: SessionId): Promise<KeptSurvey | undefined>;
  /** Resolves when what it led to is durable. Rejects, and changes nothing, when it could not be kept. */
  change<Answer>(sessionId: SessionId, decide: (kept: KeptSurvey | undefined) => Step<Answer>): Promise<Answer>;
  /** Deletes, after everything that was asked before. */
  forget(sessionId: SessionId): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

interface Job {
  run(kept: KeptSurvey | undefined): KeptSurvey | undefined;
  done(): void;
  failed(error: unknown): void;
}

/** What is asked while something is being written is written together, so that many who answer at once cost few writes. */
export function createKeptSurveys(box: BallotBox): KeptSurveys {
  const queues = new Map<SessionId, Job[]>();
  const working = new Map<SessionId, Promise<void>>();
  // What was on its way when a session was deleted must not bring its survey back. Ids are never used twice.
  const gone = new Set<SessionId>();

  async function work(sessionId: SessionId, queue: Job[]): Promise<void> {
    while (queue.length > 0) {
      const jobs = queue.splice(0);
      try {
        const before = await box.read(sessionId);
        const after = jobs.reduce((kept, job) => job.run(kept), before);
        if (after && after !== before && !gone.has(sessionId)) await box.write(sessionId, after);
        for (const job of jobs) job.done();
      } catch (error) {
        for (const job of jobs) job.failed(error);
      }
    }
    working.delete(sessionId);
    queues.delete(sessionId);
  }

  function enqueue(sessionId: SessionId, job: Job): void {
    const queue = queues.get(sessionId) ?? [];
    queues.set(sessionId, queue);
    queue.push(job);
    if (!working.has(sessionId))
      working.set(
        sessionId,
        Promise.resolve().then(() => work(sessionId, queue)),
      );
  }

  return {
    look: (sessionId) => box.read(sessionId),
    change: (sessionId, decide) =>
      new Promise((resolve, reject) => {
        let settle = () => {};
        const run = (kept: KeptSurvey | undefined) => {
          const step = decide(kept);
          settle = () => resolve(step.answer);
          return step.kept ?? kept;
        };
        enqueue(sessionId, { run, done: () => settle(), failed: reject });
      }),
    async forget(sessionId) {
      gone.add(sessionId);
      while (working.has(sessionId)) await working.get(sessionId);
      await box.delete(sessionId);
    },
    async idle() {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}
