import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionId } from '@werkraum/protocol';
import { createAlarms } from './application/alarms.ts';
import { attachNotes } from './application/attach-notes.ts';
import { type BallotOffice, createBallotOffice } from './application/ballot-office.ts';
import { createBooklets } from './application/booklets.ts';
import { createErasureDesk } from './application/erasure-desk.ts';
import { createFilesDesk } from './application/files-desk.ts';
import { createHouse, type House } from './application/house.ts';
import { createPresence } from './application/presence.ts';
import { createRecordChecks } from './application/record-checks.ts';
import type { Report } from './application/report.ts';
import { createRetention } from './application/retention.ts';
import type { RoomKeeper } from './application/room-keeper.ts';
import { createRotationDesk } from './application/rotation-desk.ts';
import { createServiceBoard } from './application/service-status.ts';
import { createSessions } from './application/sessions.ts';
import { createSpeaking } from './application/speaking.ts';
import { createSurveyDesk } from './application/survey-desk.ts';
import { createTakeAway } from './application/take-away.ts';
import type { BallotBox } from './ports/ballot-box.ts';
import type { BookletPrinter } from './ports/booklet-printer.ts';
import type { Clock } from './ports/clock.ts';
import type { Erasable } from './ports/erasable.ts';
import type { EventStore } from './ports/event-store.ts';
import type { Files } from './ports/files.ts';
import type { Inspector } from './ports/inspector.ts';
import type { NotesKeeper } from './ports/notes.ts';

import type { RotationPlanner } from './ports/rotation-planner.ts';
import type { FloodLimits } from './transport/flood-guard.ts';
import { secureHeaders } from './transport/headers.ts';
import { createHttpApp, trustsOf } from './transport/http.ts';
import type { Metrics } from './transport/metrics.ts';
import { welcomes } from './transport/origins.ts';
import type { ReadWebhook } from './transport/routes/webhook.ts';
import { createSocketServer } from './transport/socket-server.ts';
import { createVideoGate } from './transport/video-gate.ts';

const KEEP_DAYS = 30;

export interface Settings {
  host: string;
  /** 0: any free port. */
  port: number;
  publicUrl: string;
  hostKey: string;
  trustProxy: number | readonly string[];
  /** Folder of the built client. */
  clientFolder: string;
  /** Given in tests that press in an instant what people press in hours. */
  floodLimits?: FloodLimits;
  /** So many days a session is kept after its end. Absent: 30. */
  keepDays?: number;
  /** Told of each session that was deleted because its days were over. */
  onDaysOver?: (sessionId: SessionId) => void;
  /** Beyond these nobody is let in. Absent: as many as the system bears. */
  maxConnections?: number;
}

/** The video server behind the gate. */
export interface VideoServer {
  livekitUrl: string;
  apiKey: string;
  apiSecret: string;
  readWebhook: ReadWebhook;
}

export interface ServerParts {
  settings: Settings;
  store: EventStore;
  clock: Clock;
  keeper: RoomKeeper;
  planner: RotationPlanner;
  notes: NotesKeeper;
  printer: BookletPrinter;
  /** Slides that people upload. */
  files: Files;
  inspector: Inspector;
  /** Further stores that keep something of sessions or people. */
  erasables?: readonly Erasable[];
  ballots: BallotBox;
  /** Absent: nothing stands under `/livekit`. */
  videoServer?: VideoServer | undefined;
  metrics: Metrics;
  report: Report;
}

export interface RunningServer {
  port: number;
  /** How many seats are connected. */
  connections(): number;
  /** Resolves when no command is under way and no rotation is being worked out. */
  idle(): Promise<void>;
  /** Takes nothing new, says goodbye to everybody, finishes what is under way and keeps a snapshot of each session. The store stays open. */
  stop(): Promise<void>;
}

/** Puts application and transport together around adapters that somebody else has built, and listens. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, store, clock, keeper, videoServer, metrics, report } = parts;
  const house = createHouse({ store, clock, report });
  const service = createServiceBoard({ saving: house.saving(), video: keeper.health() });
  house.onSaving((saving) => service.set({ saving }));
  keeper.onHealth((video) => service.set({ video }));
  const { keepDays = KEEP_DAYS } = settings;
  const sessions = createSessions({ house, clock, keepDays });
  const notes = attachNotes(house, parts);
  const office = createBallotOffice(parts.ballots);
  const { presence, speaking, desk, filesDesk, erasureDesk, surveyDesk, stopEffects } = attachEffects(
    house,
    parts,
    office,
  );
  const { maySignal, sessionOf } = keeper;
  const gate = videoServer && createVideoGate({ ...videoServer, maySignal, sessionOf, report });
  if (gate) keeper.onExpelled(gate.cut);

  const isWelcome = welcomes(settings.publicUrl);
  const headers = secureHeaders(settings.publicUrl);
  const common = { ...settings, keepDays, headers, isWelcome, service, metrics, report };
  const readWebhook = videoServer?.readWebhook;
  const records = createRecordChecks({ store, report });
  const booklets = createBooklets({ printer: parts.printer, clock, office, records });
  const { files, inspector } = parts;
  const slides = { files, inspector, desk: filesDesk };
  const takeAway = createTakeAway({ history: house.history, notes: parts.notes, files });
  const offered = { sessions, office, booklets, records, takeAway, slides };
  const app = createHttpApp({ ...common, ...offered, house, clock, keeper, gate, readWebhook });
  const http = createHttpServer({ headersTimeout: 10_000, requestTimeout: 5 * 60_000 }, app);
  const { issueToken } = keeper;
  const sockets = createSocketServer({
    ...common,
    http,
    house,
    presence,
    speaking,
    notes: notes.room,
    clock,
    trusts: trustsOf(app),
    issueToken,
  });
  http.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/socket.io/') && !gate?.upgrade(request, socket, head)) socket.destroy();
  });
  metrics.gauge('werkraum_sessions', 'Sessions that are kept', () => house.known().length);
  metrics.gauge('werkraum_video_rooms', 'Video rooms that are wanted', keeper.roomCount);

  await house.wake();
  keeper.start();
  const port = await listen(http, settings);
  return {
    port,
    connections: sockets.connections,
    async idle() {
      await house.idle();
      await desk.idle();
      await notes.idle();
      await erasureDesk.idle();
      await filesDesk.idle();
      await surveyDesk.idle();
      await house.idle();
    },
    async stop() {
      await stopEffects();
      notes.stop();
      await parts.printer.stop();
      gate?.close();
      await sockets.close();
      await house.idle();
      await house.keepSnapshots();
    },
  };
}

/** What happens by itself once facts are durable: alarms, presence, video. */
function attachEffects(
  house: House,
  { settings, clock, report, keeper, planner, files, inspector, erasables = [] }: ServerParts,
  office: BallotOffice,
) {
  const effects = { clock, report, handle: house.handle };
  const alarms = createAlarms(effects);
  const presence = createPresence(effects);
  const desk = createRotationDesk({ ...effects, planner });
  const speaking = createSpeaking(effects);
  const filesDesk = createFilesDesk({ files, house, clock, report });
  const erasureDesk = createErasureDesk({ house, clock, report });
  for (const beside of [filesDesk.erasable, office, ...erasables]) house.alsoErases(beside);
  const surveyDesk = createSurveyDesk({ ...effects, office });
  house.onCommitted((sessionId, before, after) => {
    alarms.watch(sessionId, after);
    if (before === undefined && after.status !== 'ended') presence.expectBack(after);
    keeper.watch(sessionId, after);
    desk.watch(sessionId, after);
    speaking.watch(sessionId, before, after);
    filesDesk.watch(sessionId, before, after);
    erasureDesk.watch(sessionId, before, after);
    surveyDesk.watch(sessionId, after);
  });
  const { keepDays: days = KEEP_DAYS, onDaysOver: deleted = () => {} } = settings;
  const retention = createRetention({ house, clock, report, days, deleted });
  house.onCommitted((sessionId, _before, after) => retention.watch(sessionId, after));
  house.onDeleted((sessionId) => {
    retention.forget(sessionId);
    alarms.forget(sessionId);
    presence.forget(sessionId);
    speaking.forget(sessionId);
    keeper.watch(sessionId, undefined);
    desk.forget(sessionId);
    surveyDesk.forget(sessionId);
  });
  const stopEffects = async () => {
    alarms.stop();
    presence.stop();
    speaking.stop();
    keeper.stop();
    house.stop();
    await desk.stop();
    await inspector.stop();
    filesDesk.stop();
    erasureDesk.stop();
    retention.stop();
    await surveyDesk.stop();
  };
  return { presence, speaking, desk, filesDesk, erasureDesk, surveyDesk, stopEffects };
}

async function listen(http: HttpServer, { host, port }: Settings): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once('error', reject);
  http.listen(port, host, resolve);
  await promise;
  http.off('error', reject);
  return (http.address() as AddressInfo).port;
}
