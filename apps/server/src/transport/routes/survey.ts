import {
  BallotRequest,
  CastBallot,
  type SessionId,
  SessionId as SessionIdOf,
  type SurveyOutcome,
  type SurveyResults,
} from '@werkraum/protocol';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { BallotOffice, Cast } from '../../application/ballot-office.ts';
import type { House } from '../../application/house.ts';
import type { Session } from '../../domain/session.ts';
import { surveyPageOf } from '../../domain/slices.ts';
import { isCounted } from '../../domain/survey/view.ts';
import { addressOf, createGuard, type Trusts } from '../addresses.ts';
import { hostSession } from '../host-session.ts';
import { MALFORMED, NOT_FOUND, type ProblemKind, sendProblem, TOO_MANY } from '../problem.ts';
import { holderOf } from '../seat-key.ts';
import { surveyCsv } from '../survey-csv.ts';

type Office = Pick<BallotOffice, 'sign' | 'cast' | 'hasEnough' | 'results'>;

const NOT_FOR_YOU: ProblemKind = { status: 403, code: 'not-for-you', title: 'This is not for this seat, or not yet.' };
const NOT_OPEN: ProblemKind = { status: 409, code: 'survey-not-open', title: 'The survey is not open.' };
const TAKEN: ProblemKind = {
  status: 409,
  code: 'ballot-taken',
  title: 'The ballot of this person was fetched before.',
};
const SPENT: ProblemKind = { status: 409, code: 'ballot-spent', title: 'This ballot was used for other answers.' };
const NOT_OVER: ProblemKind = { status: 409, code: 'survey-not-over', title: 'The survey has no results yet.' };
const TOO_FEW: ProblemKind = { status: 409, code: 'survey-too-few', title: 'Too few have answered the survey.' };
const NO_BALLOT: ProblemKind = { status: 403, code: 'no-ballot', title: 'This is no ballot of this survey.' };

/** The survey for the holder of a personal link, under `/api/v1/sessions/:id/seat/survey`: the page, the ballot, the results. */
export function surveyRoutes({ office, seatOnly }: { office: Office; seatOnly: RequestHandler }): Router {
  const router = Router({ mergeParams: true });

  router.get('/', seatOnly, async (_request, response) => {
    const { session, seat, sessionId } = holderOf(response);
    const page = surveyPageOf(session, seat);
    const counts = page.may.steer && page.survey?.state === 'open';
    response.json({ ...page, ...(counts && { enough: await office.hasEnough(sessionId) }) });
  });

  router.post('/ballot', seatOnly, express.json({ limit: '4kb', strict: true }), async (request, response) => {
    const { session, seat, sessionId } = holderOf(response);
    if (session.survey.state !== 'open') return sendProblem(response, NOT_OPEN);
    if (!surveyPageOf(session, seat).may.answer) return sendProblem(response, NOT_FOR_YOU);
    const asked = BallotRequest.safeParse(request.body);
    if (!asked.success) return sendProblem(response, MALFORMED);
    const signed = await office.sign(sessionId, seat.id, asked.data.blinded);
    if (signed.ok) return void response.json({ signature: signed.signature });
    sendProblem(response, { 'ballot-taken': TAKEN, 'survey-not-open': NOT_OPEN, malformed: MALFORMED }[signed.why]);
  });

  /** Undefined, and answered, when there are none for this person. */
  async function resultsFor(response: Response) {
    const { session, seat } = holderOf(response);
    const { may } = surveyPageOf(session, seat);
    const results = may.read ? await resultsOf(office, session) : undefined;
    if (!results) sendProblem(response, NOT_FOR_YOU);
    return results;
  }

  router.get('/results', seatOnly, async (_request, response) => {
    const results = await resultsFor(response);
    if (results) response.json(results);
  });

  router.get('/results.csv', seatOnly, async (_request, response) => {
    const { session, seat } = holderOf(response);
    if (!surveyPageOf(session, seat).may.steer) return sendProblem(response, NOT_FOR_YOU);
    const results = await resultsFor(response);
    if (!results) return;
    sendTable(response, results, session);
  });

  return router;
}

const resultsOf = (office: Pick<Office, 'results'>, { id, title, survey: { questions } }: Session) =>
  office.results(id, { title, questions });

function sendTable(response: Response, results: SurveyResults, { language }: Session): void {
  response.setHeader('Content-Disposition', 'attachment; filename="survey.csv"');
  response.type('text/csv').send(surveyCsv(results, language));
}

export interface SurveyHostParts {
  office: Pick<Office, 'hasEnough' | 'results'>;
  house: Pick<House, 'look'>;
  hostOnly: RequestHandler;
}

/** What came back, with the host key, as those who facilitate see it: `/api/v1/sessions/:id/survey` and `survey.csv` [SU-25]. */
export function surveyHostRoutes({ office, house, hostOnly }: SurveyHostParts): Router {
  const router = Router({ mergeParams: true });

  const readable = async (session: Session): Promise<SurveyResults | undefined> =>
    isCounted(session) ? resultsOf(office, session) : undefined;

  router.get('/survey', hostOnly, async (request: Request<{ id?: string }>, response) => {
    const session = await hostSession(house, request, response);
    if (!session) return;
    const { state } = session.survey;
    const results = await readable(session);
    const outcome: SurveyOutcome = {
      state,
      ...(state === 'open' && { enough: await office.hasEnough(session.id) }),
      ...(results && { results }),
    };
    response.json(outcome);
  });

  router.get('/survey.csv', hostOnly, async (request: Request<{ id?: string }>, response) => {
    const session = await hostSession(house, request, response);
    if (!session) return;
    const results = await readable(session);
    if (results) return sendTable(response, results, session);
    sendProblem(response, session.survey.state === 'too-few' ? TOO_FEW : NOT_OVER);
  });

  return router;
}

export interface BallotRoutesParts {
  office: Pick<Office, 'cast'>;
  house: Pick<House, 'look'>;
  trusts: Trusts;
}

/** Forged ballots one address may try in a minute; a workshop behind one address has few of its own. */
const FORGERIES = { points: 60, duration: 60 };
const CAST: Record<Exclude<Cast, 'counted'>, ProblemKind> = {
  'ballot-spent': SPENT,
  'no-ballot': NO_BALLOT,
  'survey-not-open': NOT_OPEN,
  malformed: MALFORMED,
};

/**
 * `POST /api/v1/surveys/:id/answers`, the id being the session's: answers with a ballot, by nobody in particular. No credential is
 * looked at, nothing is logged, and only who brings forged ballots is remembered, for a minute.
 */
export function ballotRoutes({ office, house, trusts }: BallotRoutesParts): Router {
  const router = Router();
  const guard = createGuard(FORGERIES);

  const askedIn = async (id: SessionId) => {
    const condition = await house.look(id);
    return condition.kind === 'fine' ? condition.session : undefined;
  };

  router.post('/:id/answers', express.json({ limit: '128kb', strict: true }), async (request, response) => {
    const address = addressOf(request, trusts);
    if (await guard.isBlocked(address)) return sendProblem(response, TOO_MANY);
    const id = SessionIdOf.safeParse(request.params.id);
    const session = id.success ? await askedIn(id.data) : undefined;
    if (!id.success || !session) return sendProblem(response, NOT_FOUND);
    if (session.survey.state !== 'open') return sendProblem(response, NOT_OPEN);
    const ballot = CastBallot.safeParse(request.body);
    if (!ballot.success) return sendProblem(response, MALFORMED);
    const { title, survey } = session;
    const cast = await office.cast(id.data, { title, questions: survey.questions }, ballot.data);
    if (cast === 'no-ballot') await guard.blame(address);
    if (cast !== 'counted') return sendProblem(response, CAST[cast]);
    response.status(204).end();
  });

  return router;
}
