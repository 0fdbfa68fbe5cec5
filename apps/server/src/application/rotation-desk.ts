import { randomUUID } from 'node:crypto';
import type { Instant, Reply, RequestId, SessionId } from '@werkraum/protocol';
import { attendanceGap } from '../domain/rotation/attendance.ts';
import { findingOf } from '../domain/rotation/finding.ts';
import { type RotationQuestion, rotationQuestion } from '../domain/rotation/question.ts';
import type { AnyCommand, Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { RotationPlanner } from '../ports/rotation-planner.ts';
import { isPassing } from './answers.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';

/**
 * Has rotations worked out that were asked for, and asks for one when the next round's seating no longer fits who is
 * here. Holds work, not truth: all of it begins again from a session's state.
 */
export interface RotationDesk {
  /** After every commit, and when a session was read from the log. */
  watch(sessionId: SessionId, session: Session): void;
  forget(sessionId: SessionId): void;
  /** Resolves when nothing is being worked out. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface DeskParts {
  clock: Clock;
  planner: RotationPlanner;
  handle: Handle;
  report: Report;
}

/** Somebody who drops out is often back at once: the house looks so long before it asks [RO-26]. */
const SETTLE_MS = 5_000;
/** Between two proposals of the house. */
const ASK_EVERY_MS = 10_000;
/** People arrive one after the other; so long after the start nobody counts as missing. */
const ARRIVING_MS = 60_000;
/** What was worked on is begun anew so long after something has changed: drags come in bursts. */
const AGAIN_MS = 1_000;
const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;

/** What is under way for one session. */
interface Work {
  session: Session;
  /** The question being worked out, or about to be. */
  asked?: { name: string; end: Cancel } | undefined;
  /** Who is missing or has come, since when, and when the house will ask about it. */
  gap?: { key: string; since: Instant; cancel: Cancel } | undefined;
  lastAskedAt: Instant;
}

export function createRotationDesk({ clock, planner, handle, report }: DeskParts): RotationDesk {
  const works = new Map<SessionId, Work>();

  async function say(sessionId: SessionId, command: AnyCommand): Promise<Reply> {
    return handle(sessionId, command, HOUSE).catch((error: unknown): Reply => {
      report(error, `planning the rotation of session ${sessionId}`);
      return { ok: false, rejection: 'try-again' };
    });
  }

  function letGo(work: Work): void {
    work.asked?.end();
    work.asked = undefined;
  }

  /** Answers what is asked, unless that is done or under way. */
  function answer(sessionId: SessionId, work: Work): void {
    const { request } = work.session.rotation;
    const question = request && rotationQuestion(work.session, request);
    if (!request || !question) {
      letGo(work);
      if (request) void say(sessionId, { type: 'dismiss-rotation', requestId: request.requestId });
      return;
    }
    const { proposal } = request;
    if (proposal?.done && proposal.basis === question.basis) {
      letGo(work);
      return;
    }
    const name = `${request.requestId} ${question.basis}`;
    if (work.asked?.name === name) return;
    const isNew = !work.asked && !proposal;
    letGo(work);
    begin(sessionId, work, { name, requestId: request.requestId, question }, isNew ? 0 : AGAIN_MS);
  }

  interface Asked {
    name: string;
    requestId: RequestId;
    question: RotationQuestion;
  }

  function begin(sessionId: SessionId, work: Work, asked: Asked, inMs: number): void {
    const { name, requestId, question } = asked;
    const again = () => {
      if (work.asked?.name !== name) return;
      work.asked.end();
      begin(sessionId, work, asked, RETRY_MS);
    };
    const plan = () =>
      planner.plan(question.task, {
        found(outcome) {
          const done = !outcome.ok || outcome.done;
          const finding = findingOf(question, outcome);
          const proposal = { type: 'propose-rotation', requestId, basis: question.basis, finding, done } as const;
          void say(sessionId, proposal).then((reply) => isPassing(reply) && again());
        },
        failed(error) {
          report(error, `planning the rotation of session ${sessionId}`);
          again();
        },
      });
    const entry: NonNullable<Work['asked']> = { name, end: () => {} };
    const start = () => {
      entry.end = plan();
    };
    work.asked = entry;
    if (inMs === 0) start();
    else entry.end = clock.at(clock.now() + inMs, start);
  }

  /** Looks whether the next round's seating fits who is here. */
  function look(sessionId: SessionId, work: Work): void {
    const { session } = work;
    const { request, left } = session.rotation;
    const gap = attendanceGap(session);
    if (request?.method === 'attendance' && !request.by && !gap) {
      void say(sessionId, { type: 'dismiss-rotation', requestId: request.requestId });
    }
    const key = request || gap?.key === left ? undefined : gap?.key;
    if (work.gap?.key === key) return;
    work.gap?.cancel();
    work.gap = undefined;
    if (key === undefined) return;
    const since = clock.now();
    const at = Math.max(since + SETTLE_MS, work.lastAskedAt + ASK_EVERY_MS, arrivedBy(session));
    work.gap = { key, since, cancel: clock.at(at, () => void ask(sessionId, work)) };
  }

  async function ask(sessionId: SessionId, work: Work): Promise<void> {
    work.gap = undefined;
    work.lastAskedAt = clock.now();
    const requestId = randomUUID() as string as RequestId;
    const seed = clock.now() % 0x1_0000_0000;
    const reply = await say(sessionId, { type: 'ask-rotation', requestId, seed, method: 'attendance' });
    if (isPassing(reply) && works.get(sessionId) === work) look(sessionId, work);
  }

  function forget(sessionId: SessionId): void {
    const work = works.get(sessionId);
    if (!work) return;
    letGo(work);
    work.gap?.cancel();
    works.delete(sessionId);
  }

  return {
    watch(sessionId, session) {
      const before = works.get(sessionId);
      if (before && isSame(before.session, session)) return;
      const work = before ?? { session, lastAskedAt: Number.NEGATIVE_INFINITY };
      work.session = session;
      works.set(sessionId, work);
      answer(sessionId, work);
      look(sessionId, work);
      if (!work.asked && !work.gap && session.status === 'ended') works.delete(sessionId);
    },
    forget,
    idle: () => planner.idle(),
    async stop() {
      for (const sessionId of [...works.keys()]) forget(sessionId);
      await planner.stop();
    },
  };
}

/** Whether everything that rotations are read from is as it was: then there is nothing to find out. */
const isSame = (one: Session, other: Session): boolean =>
  one.rotation === other.rotation &&
  one.people === other.people &&
  one.breakouts === other.breakouts &&
  one.agenda.running?.index === other.agenda.running?.index &&
  one.agenda.phases === other.agenda.phases &&
  one.status === other.status;

/** While the first phase is young, people are still coming in. */
function arrivedBy({ agenda: { running } }: Session): Instant {
  return running?.index === 0 ? running.startedAt + ARRIVING_MS : 0;
}
