import express, { type Express, type RequestHandler } from 'express';
import type { BallotOffice } from '../application/ballot-office.ts';
import type { Booklets } from '../application/booklets.ts';
import type { FilesDesk } from '../application/files-desk.ts';
import type { Handle, House } from '../application/house.ts';
import type { RecordChecks } from '../application/record-checks.ts';
import type { Report } from '../application/report.ts';
import type { RoomKeeper } from '../application/room-keeper.ts';
import type { ServiceBoard } from '../application/service-status.ts';
import type { Sessions } from '../application/sessions.ts';
import type { TakeAway } from '../application/take-away.ts';
import type { Clock } from '../ports/clock.ts';
import type { Files } from '../ports/files.ts';
import type { Inspector } from '../ports/inspector.ts';
import type { Trusts } from './addresses.ts';
import { promptBodies } from './body-limits.ts';
import type { FloodLimits } from './flood-guard.ts';
import { requireHostKey } from './host-key.ts';
import type { Metrics } from './metrics.ts';
import { comesFromUs, type Welcomes } from './origins.ts';
import { NOT_FOUND, problemOf, sendProblem } from './problem.ts';
import { bookletHostRoutes, bookletSeatRoutes } from './routes/booklet.ts';
import { clientRoutes } from './routes/client.ts';
import { deckRoutes } from './routes/decks.ts';
import { fileRoutes } from './routes/files.ts';
import { healthRoutes } from './routes/health.ts';
import { seatRoutes } from './routes/seat.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { ballotRoutes, surveyHostRoutes, surveyRoutes } from './routes/survey.ts';
import { takeAwayRoutes } from './routes/take-away.ts';
import { type ReadWebhook, webhookRoutes } from './routes/webhook.ts';
import { requireSeat } from './seat-key.ts';
import type { VideoGate } from './video-gate.ts';

export interface HttpParts {
  sessions: Sessions;
  booklets: Booklets;
  records: RecordChecks;
  takeAway: TakeAway;
  house: Pick<House, 'look'> & { handle: Handle };
  clock: Clock;
  slides: { files: Files; inspector: Inspector; desk: FilesDesk };
  office: BallotOffice;
  /** What one seat may ask. */
  floodLimits?: FloodLimits | undefined;
  service: ServiceBoard;
  metrics: Metrics;
  report: Report;
  isWelcome: Welcomes;
  /** Number of proxies in front, or their addresses. */
  trustProxy: number | readonly string[];
  headers: readonly RequestHandler[];
  hostKey: string;
  /** Sessions are deleted so many days after their end. */
  keepDays: number;
  /** Folder of the built client. */
  clientFolder: string;
  keeper: Pick<RoomKeeper, 'hint'>;
  /** Stands before the video server's signalling; absent without video. */
  gate?: Pick<VideoGate, 'handle'> | undefined;
  readWebhook?: ReadWebhook | undefined;
}

const FOREIGN = { status: 403, code: 'foreign-origin', title: 'Requests from other pages are not accepted.' };
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The HTTP side: the organiser's API, health, the pages. Headers are strict on every answer. */
export function createHttpApp(parts: HttpParts): Express {
  const { sessions, service, metrics, report, hostKey, house, clock, office } = parts;
  const app = express();
  app.set('trust proxy', parts.trustProxy);
  const trusts = trustsOf(app);
  app.disable('x-powered-by');
  app.disable('etag');
  app.use([...parts.headers]);
  app.use(promptBodies(clock));
  if (parts.readWebhook) app.use(webhookRoutes(parts.keeper, parts.readWebhook));
  app.use((request, response, next) => {
    if (!parts.gate?.handle(request, response)) next();
  });
  app.use(['/api', '/healthz', '/readyz', '/metrics'], noStore);
  app.use('/api', (request, response, next) => {
    if (READING.has(request.method) || comesFromUs(request, parts.isWelcome)) return next();
    return sendProblem(response, FOREIGN);
  });
  const seatOnly = requireSeat({ house, clock, trusts, limits: parts.floodLimits });
  const seat = '/api/v1/sessions/:id/seat';
  app.use(seat, deckRoutes({ ...parts.slides, handle: house.handle, clock, seatOnly, report }));
  app.use(seat, fileRoutes({ files: parts.slides.files, seatOnly }));
  app.use(
    seat,
    seatRoutes({ handle: house.handle, records: parts.records, seatOnly, keepDays: parts.keepDays, report }),
  );
  app.use(seat, takeAwayRoutes({ takeAway: parts.takeAway, seatOnly, clock, report }));
  app.use(seat, bookletSeatRoutes({ booklets: parts.booklets, seatOnly }));
  const hostOnly = requireHostKey(hostKey, trusts);
  app.use('/api/v1/sessions/:id', bookletHostRoutes({ booklets: parts.booklets, house, hostOnly }));
  app.use('/api/v1/sessions/:id', surveyHostRoutes({ office, house, hostOnly }));
  app.use('/api/v1/sessions', sessionRoutes({ sessions, trusts, hostOnly }));
  app.use(`${seat}/survey`, surveyRoutes({ office, seatOnly }));
  app.use('/api/v1/surveys', ballotRoutes({ office, house, trusts }));
  app.use('/api', (_request, response) => sendProblem(response, NOT_FOUND));
  app.use(healthRoutes({ service, metrics, hostKey }));
  app.use(clientRoutes(parts.clientFolder));
  app.use((_request, response) => sendProblem(response, NOT_FOUND));
  app.use(problemOf(report));
  return app;
}

/** Which proxies the app trusts; Express compiles its own setting. */
export const trustsOf =
  (app: Express): Trusts =>
  (address, hop) =>
    app.get('trust proxy fn')(address, hop);

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
