import {
  type CreateSession,
  type NewSeat,
  Problem,
  ReadinessList,
  Rejection,
  type SeatId,
  SessionCreated,
  type SessionId,
  SessionList,
  SessionPlan,
  SurveyOutcome,
} from '@werkraum/protocol';

/** What can go wrong between the host page and the server. */
export type HostProblem = 'wrong-key' | 'unreachable' | 'gone' | Rejection;
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: HostProblem };

/** What of a workshop the organiser can save. */
export const SESSION_FILES = ['booklet.pdf', 'booklet.docx', 'booklet.md', 'record'] as const;
export type SessionFile = (typeof SESSION_FILES)[number];
export type SavedFile = SessionFile | 'survey.csv';

/** What an organiser asks of the server, with the host key as proof. Nothing here rejects. */
export interface HostApi {
  list(): Promise<Answer<SessionList>>;
  create(session: CreateSession): Promise<Answer<SessionCreated>>;
  /** The plan of a workshop there is, as it stands now. */
  plan(sessionId: SessionId): Promise<Answer<SessionPlan>>;
  /** How far everybody has come with their preparation, in figures. */
  readiness(sessionId: SessionId): Promise<Answer<ReadinessList>>;
  remove(sessionId: SessionId): Promise<Answer<void>>;
  /** Where its survey stands, and what came back, as those who facilitate see it. */
  survey(sessionId: SessionId): Promise<Answer<SurveyOutcome>>;
  /** A file of the workshop's: its record as JSON, its booklet, or the results of its survey. */
  file(sessionId: SessionId, file: SavedFile): Promise<Answer<Blob>>;
  /** Takes out everything that one person contributed. */
  erase(sessionId: SessionId, seatId: SeatId): Promise<Answer<void>>;
  /** A new link for a seat, or a new seat. */
  issueLink(sessionId: SessionId, seat: NewSeat): Promise<Answer<void>>;
}

const SESSIONS = '/api/v1/sessions';

export function createHostApi(hostKey: string): HostApi {
  const ask = async <T>(
    method: string,
    path: string,
    body: unknown,
    read: (json: unknown) => T,
  ): Promise<Answer<T>> => {
    const init = {
      method,
      headers: {
        authorization: `Bearer ${hostKey}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await fetch(path, init).catch(() => undefined);
    if (!response) return { ok: false, problem: 'unreachable' };
    const json: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { ok: false, problem: problemOf(response.status, json) };
    try {
      return { ok: true, value: read(json) };
    } catch {
      return { ok: false, problem: 'unreachable' }; // somebody answered, but not Werkraum
    }
  };
  const nothing = () => undefined;
  return {
    list: () => ask('GET', SESSIONS, undefined, SessionList.parse),
    create: (session) => ask('POST', SESSIONS, session, SessionCreated.parse),
    plan: (sessionId) => ask('GET', `${SESSIONS}/${sessionId}/plan`, undefined, SessionPlan.parse),
    readiness: (sessionId) => ask('GET', `${SESSIONS}/${sessionId}/readiness`, undefined, ReadinessList.parse),
    survey: (sessionId) => ask('GET', `${SESSIONS}/${sessionId}/survey`, undefined, SurveyOutcome.parse),
    file: async (sessionId, file) => {
      const headers = { authorization: `Bearer ${hostKey}` };
      const response = await fetch(`${SESSIONS}/${sessionId}/${file}`, { headers }).catch(() => undefined);
      if (!response) return { ok: false, problem: 'unreachable' };
      if (!response.ok) return { ok: false, problem: problemOf(response.status, await response.json().catch(nothing)) };
      const bytes = await response.blob().catch(nothing);
      return bytes ? { ok: true, value: bytes } : { ok: false, problem: 'unreachable' };
    },
    remove: (sessionId) => ask('DELETE', `${SESSIONS}/${sessionId}`, undefined, nothing),
    erase: (sessionId, seatId) => ask('DELETE', `${SESSIONS}/${sessionId}/seats/${seatId}`, undefined, nothing),
    issueLink: (sessionId, seat) => ask('POST', `${SESSIONS}/${sessionId}/seats`, seat, nothing),
  };
}

function problemOf(status: number, json: unknown): HostProblem {
  if (status === 401 || status === 403) return 'wrong-key';
  if (status === 404) return 'gone';
  const rejection = Rejection.safeParse(Problem.safeParse(json).data?.code);
  return rejection.success ? rejection.data : 'unreachable';
}
