import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBallotFiles } from './adapters/ballot-files/ballot-box.ts';
import { createPrintingThread } from './adapters/booklet/thread.ts';
import { openDiskFiles } from './adapters/disk/files.ts';
import { createInspectorProcess } from './adapters/inspection/process.ts';
import { createLiveKitRooms } from './adapters/livekit/video-rooms.ts';
import { createWebhookReader } from './adapters/livekit/webhook.ts';
import { openNotesThread } from './adapters/notes/thread.ts';
import { createPlanningThread } from './adapters/planning/thread.ts';
import { createS3Files } from './adapters/s3/files.ts';
import { openSqliteEventStore } from './adapters/sqlite/event-store.ts';
import { StoreUnusable } from './adapters/sqlite/store-unusable.ts';
import { createSystemClock } from './adapters/system-clock/system-clock.ts';
import { noVideo } from './application/no-video.ts';
import { createRoomKeeper, type RoomKeeper } from './application/room-keeper.ts';
import { type Config, loadConfig } from './config.ts';
import { createLog, createReport } from './log.ts';
import { type RunningServer, startServer, type VideoServer } from './server.ts';
import { createMetrics } from './transport/metrics.ts';

/** Whoever does not go by then is left behind. */
const STOP_WITHIN_MS = 8_000;

const config = loadConfig();
const log = createLog(config.logLevel);
const metrics = createMetrics();
const report = createReport(log, () => metrics.faults.inc());

const store = await openSqliteEventStore({
  file: join(config.dataDir, 'werkraum.sqlite'),
  report: (error) => report(error, 'keeping facts'),
  onCommit({ entries, ms }) {
    metrics.commitSeconds.observe(ms / 1_000);
    metrics.commitEntries.observe(entries);
  },
}).catch(cannotStart);
const notes = await openNotesThread({
  file: join(config.dataDir, 'notes.sqlite'),
  report: (error) => report(error, 'keeping notes'),
}).catch(cannotStart);

const clientFolder = fileURLToPath(new URL('../../client/dist', import.meta.url));
const clock = createSystemClock();
const files = config.s3 ? createS3Files(config.s3) : await openDiskFiles(join(config.dataDir, 'files'));
const server = await startServer({
  settings: { ...config, clientFolder, onDaysOver: () => log.info('deleted after its days', { sessions: 1 }) },
  ...{ store, clock, metrics, report, files, notes },
  ...{ planner: createPlanningThread(), inspector: createInspectorProcess(), printer: createPrintingThread(clock) },
  ballots: await openBallotFiles(join(config.dataDir, 'surveys')),
  ...buildVideo(config),
});
log.info('listening', { port: server.port, video: config.livekit.kind, files: config.s3 ? 's3' : 'disk' });

process.on('uncaughtException', (error) => {
  report(error, 'running');
  // State in memory may be half of what it should be; the log on disk is whole. Start again from that.
  process.exit(1);
});
process.on('unhandledRejection', (error) => report(error, 'running'));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server, signal));

function buildVideo({ livekit, roomSecret }: Config): { keeper: RoomKeeper; videoServer?: VideoServer } {
  if (livekit.kind === 'off') return { keeper: noVideo() };
  const rooms = createLiveKitRooms(livekit);
  const keeper = createRoomKeeper({ rooms, clock, roomSecret, report });
  const { url: livekitUrl, apiKey, apiSecret } = livekit;
  const readWebhook = createWebhookReader(livekit);
  return { keeper, videoServer: { livekitUrl, apiKey, apiSecret, readWebhook } };
}

/** A file that cannot be used is one line and the end of it. */
function cannotStart(error: unknown): never {
  if (!(error instanceof StoreUnusable)) throw error;
  process.stderr.write(`Werkraum cannot start: ${error.message}\n`);
  process.exit(1);
}

async function stop(running: RunningServer, signal: string): Promise<void> {
  log.info('stopping', { signal });
  clock.at(clock.now() + STOP_WITHIN_MS, () => process.exit(1));
  await running.stop();
  await notes.stop();
  await store.close();
  process.exit(0);
}
