import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAlarms } from './application/alarms.ts';
import { createHouse, type House } from './application/house.ts';
import { createPresence } from './application/presence.ts';
import type { Report } from './application/report.ts';
import { createServiceBoard } from './application/service-status.ts';
import { createSessions } from './application/sessions.ts';
import type { VideoWing } from './application/video-wing.ts';
import type { Clock } from './ports/clock.ts';
import type { EventStore } from './ports/event-store.ts';
import type { FloodLimits } from './transport/flood-guard.ts';
import { createHttpApp, trustsOf } from './transport/http.ts';
import type { Metrics } from './transport/metrics.ts';
import { welcomes } from './transport/origins.ts';
import { createSocketServer } from './transport/socket-server.ts';

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
}

export interface ServerParts {
  settings: Settings;
  store: EventStore;
  clock: Clock;
  video: VideoWing;
  metrics: Metrics;
  report: Report;
}

export interface RunningServer {
  port: number;
  /** How many seats are connected. */
  connections(): number;
  /** Resolves when no command is under way. */
  idle(): Promise<void>;
  /** Takes nothing new, says goodbye to everybody, finishes what is under way. The store stays open. */
  stop(): Promise<void>;
}

/** Puts application and transport together around adapters that somebody else has built, and listens. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, store, clock, video, metrics, report } = parts;
  const house = createHouse({ store, clock, report });
  const service = createServiceBoard({ saving: house.saving(), video: video.status() });
  house.onSaving((saving) => service.set({ saving }));
  video.onStatus((status) => service.set({ video: status }));
  const sessions = createSessions(house);
  const { presence, stopEffects } = attachEffects(house, parts);

  const isWelcome = welcomes(settings.publicUrl);
  const app = createHttpApp({ ...settings, sessions, service, metrics, report, isWelcome, video });
  const http = createHttpServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app);
  const { issueToken } = video;
  const wire = { http, house, presence, service, clock, report, metrics, isWelcome, issueToken };
  const sockets = createSocketServer({ ...wire, trusts: trustsOf(app), floodLimits: settings.floodLimits });
  http.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/socket.io/') && !video.upgrade(request, socket, head)) socket.destroy();
  });
  metrics.gauge('werkraum_sessions', 'Sessions that are kept', () => house.known().length);

  await house.wake();
  const port = await listen(http, settings);
  return {
    port,
    connections: sockets.connections,
    idle: house.idle,
    async stop() {
      stopEffects();
      await sockets.close();
      http.closeAllConnections();
      await house.idle();
    },
  };
}

/** What happens by itself once facts are durable: alarms, presence, video. */
function attachEffects(house: House, { clock, report, video }: ServerParts) {
  const effects = { clock, report, handle: house.handle };
  const alarms = createAlarms(effects);
  const presence = createPresence(effects);
  house.onCommitted((sessionId, before, after) => {
    alarms.watch(sessionId, after);
    if (before === undefined && after.status !== 'ended') presence.expectBack(after);
    video.watch(sessionId, before, after);
  });
  house.onDeleted((sessionId) => {
    alarms.forget(sessionId);
    presence.forget(sessionId);
    video.forget(sessionId);
  });
  const stopEffects = () => {
    alarms.stop();
    presence.stop();
    video.stop();
    house.stop();
  };
  return { presence, stopEffects };
}

async function listen(http: HttpServer, { host, port }: Settings): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once('error', reject);
  http.listen(port, host, resolve);
  await promise;
  http.off('error', reject);
  return (http.address() as AddressInfo).port;
}
