import type { CreateSession, SessionId, SessionList } from '@werkraum/protocol';
import { createPrintingThread } from '@werkraum/server/src/adapters/booklet/thread.ts';
import { createInspectorProcess } from '@werkraum/server/src/adapters/inspection/process.ts';
import { createMemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import type { MemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createMemoryFiles } from '@werkraum/server/src/adapters/memory/files.ts';
import { createMemoryNoteStore } from '@werkraum/server/src/adapters/memory/note-store.ts';
import { createNotesInProcess } from '@werkraum/server/src/adapters/notes/in-process.ts';

import { createPlannerInProcess } from '@werkraum/server/src/adapters/planning/in-process.ts';
import { noVideo } from '@werkraum/server/src/application/no-video.ts';
import { createRoomKeeper } from '@werkraum/server/src/application/room-keeper.ts';
import type { BallotBox } from '@werkraum/server/src/ports/ballot-box.ts';
import type { Clock } from '@werkraum/server/src/ports/clock.ts';
import type { Files } from '@werkraum/server/src/ports/files.ts';
import type { NoteStore } from '@werkraum/server/src/ports/note-store.ts';

import type { VideoRooms } from '@werkraum/server/src/ports/video-rooms.ts';
import { startServer } from '@werkraum/server/src/server.ts';
import type { FloodLimits } from '@werkraum/server/src/transport/flood-guard.ts';
import { createMetrics } from '@werkraum/server/src/transport/metrics.ts';

export const HOST_KEY = 'the-organiser-of-all-these-scenarios';

export interface ServerOptions {
  store: MemoryEventStore;
  /** Absent: notes last as long as the server. */
  noteStore?: NoteStore;
  clock: Clock;
  /** Absent: one of its own that is empty. */
  ballots?: BallotBox;
  /** Absent: a house without video. */
  video?: VideoRooms;
  floodLimits?: FloodLimits;
  maxConnections?: number;
  clientFolder?: string;
  /** Absent: its own, empty. */
  files?: Files;
}

/** The whole server in this process, on a free loopback port. */
export interface ServerUnderTest {
  url: string;
  /** Faults that were reported. A scenario that expects none says so. */
  faults: readonly string[];
  idle(): Promise<void>;
  /** How many seats are connected at the moment. */
  connections(): number;
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  create(plan: CreateSession): Promise<SessionId>;
  list(): Promise<SessionList>;
  stop(): Promise<void>;
}

export async function startServerUnderTest(options: ServerOptions): Promise<ServerUnderTest> {
  const { store, clock, video, floodLimits, maxConnections, clientFolder = '/nowhere' } = options;
  const { files = createMemoryFiles() } = options;
  const inspector = createInspectorProcess();
  const { ballots = createMemoryBallotBox() } = options;
  const faults: string[] = [];
  const settings = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    hostKey: HOST_KEY,
    trustProxy: 0,
    clientFolder,
    ...(floodLimits && { floodLimits }),
    ...(maxConnections !== undefined && { maxConnections }),
  };
  const report = (error: unknown, doing?: string) => void faults.push(`${doing}: ${error}`);
  const keeper = video ? createRoomKeeper({ rooms: video, clock, roomSecret: HOST_KEY, report }) : noVideo();
  const planner = createPlannerInProcess({ steps: 40 });
  const notes = createNotesInProcess(options.noteStore ?? createMemoryNoteStore());
  const metrics = createMetrics();
  const server = await startServer({
    ...{ settings, store, clock, keeper, planner, notes, files, inspector, metrics, report },
    printer: createPrintingThread(clock),
    ballots,
  });
  const url = `http://127.0.0.1:${server.port}`;

  const api: ServerUnderTest['api'] = (method, path, body, headers = { authorization: `Bearer ${HOST_KEY}` }) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  return {
    url,
    faults,
    idle: server.idle,
    connections: server.connections,
    api,
    async create(plan) {
      const response = await api('POST', '/api/v1/sessions', plan);
      if (response.status !== 201) throw new Error(`no session: ${response.status} ${await response.text()}`);
      const { sessionId } = (await response.json()) as { sessionId: SessionId };
      return sessionId;
    },
    list: async () => (await (await api('GET', '/api/v1/sessions')).json()) as SessionList,
    stop: server.stop,
  };
}
