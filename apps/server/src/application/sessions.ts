import {
  type CreateSession,
  type Knock,
  makeSecret,
  type NewSeat,
  type ReadinessList,
  type Reply,
  type SeatId,
  type SessionId,
  type SessionList,
  type SessionPlan,
  type SessionRecord,
} from '@werkraum/protocol';
import { planOf } from '../domain/agenda/plan.ts';
import { recordOf } from '../domain/agenda/record.ts';
import { broughtAlong } from '../domain/follow-up/brought-along.ts';
import { keptUntil } from '../domain/keeping.ts';
import { readinessOf } from '../domain/prep/view.ts';
import { values } from '../domain/records.ts';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { House } from './house.ts';
import { opens } from './secrets.ts';

export type Created = { ok: true; sessionId: SessionId } | Extract<Reply, { ok: false }>;

/** What organisers do with sessions, and how a stranger with the guest link asks for a seat. */
export interface Sessions {
  create(plan: CreateSession): Promise<Created>;
  /** Newest first. Damaged sessions stand last, with what is still known of them: their id. */
  list(): SessionList;
  exists(sessionId: SessionId): boolean;
  delete(sessionId: SessionId): Promise<void>;
  /** Planned versus actual; undefined when there is no such session or it cannot be read. */
  record(sessionId: SessionId): Promise<SessionRecord | undefined>;
  /** A plan for another run of it, with the lengths that were planned or those that phases took. */
  plan(sessionId: SessionId, lengths: 'planned' | 'actual'): Promise<SessionPlan | undefined>;
  /** How far everybody has come with their preparation; empty where nothing is asked [PR-6]. */
  readiness(sessionId: SessionId): Promise<ReadinessList | undefined>;
  /** Takes out what one person left; `no-such-person` when there is none. */
  erase(sessionId: SessionId, seatId: SeatId): Promise<Reply>;
  /** A new person, or a new link for a person whose seat exists. */
  issueLink(sessionId: SessionId, seat: NewSeat): Promise<Reply>;
  /** `undefined`: no such session, or not its guest link; the two are not told apart. */
  knock(sessionId: SessionId, knock: Knock): Promise<Reply | undefined>;
}

type Listed = SessionList[number];
const HOUSE = { kind: 'house' } as const;

const summary = (session: Session, days: number): Listed => {
  const { id, title, language, status, createdAt, startsAt, people } = session;
  return {
    sessionId: id,
    title,
    language,
    status,
    createdAt,
    ...(startsAt !== undefined && { startsAt }),
    keptUntil: keptUntil(session, days),
    seats: values(people.seats)
      .filter(({ admission }) => admission !== 'removed')
      .map(({ id: seatId, name, role }) => ({ seatId, name, role })),
  };
};

const damaged = (sessionId: SessionId): Listed => ({
  sessionId,
  title: '',
  language: 'en',
  status: 'damaged',
  createdAt: 0,
  seats: [],
});

export interface SessionsParts {
  house: House;
  clock: Clock;
  /** So many days a session is kept. */
  keepDays: number;
}

export function createSessions({ house, clock, keepDays }: SessionsParts): Sessions {
  const listed = new Map<SessionId, Listed>();
  house.onCommitted((sessionId, before, after) => {
    const same = before && before.people === after.people && before.status === after.status;
    if (!same) listed.set(sessionId, summary(after, keepDays));
  });
  house.onDeleted((sessionId) => void listed.delete(sessionId));

  const seen = async (sessionId: SessionId): Promise<Session | undefined> => {
    const condition = await house.look(sessionId);
    return condition.kind === 'fine' ? condition.session : undefined;
  };

  return {
    async create({ plan, seats, guestHash, followsUp }) {
      const sessionId = makeSecret() as SessionId;
      const before = followsUp && (await seen(followsUp));
      const more = {
        ...(guestHash !== undefined && { guestHash }),
        ...(before && { brought: broughtAlong(before, seats, clock.now()) }),
      };
      const reply = await house.handle(sessionId, { type: 'create-session', sessionId, plan, seats, ...more }, HOUSE);
      return reply.ok ? { ok: true, sessionId } : reply;
    },
    list: () =>
      house
        .known()
        .map((sessionId) => listed.get(sessionId) ?? damaged(sessionId))
        .sort((a, b) => b.createdAt - a.createdAt),
    exists: house.knows,
    delete: (sessionId) => house.delete(sessionId),
    async record(sessionId) {
      const session = await seen(sessionId);
      return session && recordOf(session);
    },
    async plan(sessionId, lengths) {
      const session = await seen(sessionId);
      return session && planOf(session, lengths);
    },
    async readiness(sessionId) {
      const session = await seen(sessionId);
      return session && readinessOf(session);
    },
    erase: (sessionId, seatId) => house.handle(sessionId, { type: 'erase-person', seatId }, HOUSE),
    issueLink: (sessionId, seat) => house.handle(sessionId, { type: 'issue-link', ...seat }, HOUSE),
    async knock(sessionId, { guestSecret, seatId, name, linkHash }) {
      const guestHash = (await seen(sessionId))?.people.guestHash;
      if (!opens(guestSecret, guestHash)) return undefined;
      return house.handle(sessionId, { type: 'knock', seatId, name, linkHash }, HOUSE);
    },
  };
}
