import { join } from 'node:path';
import type { ChangeOptions, CommandOptions, GatherOptions, Generator, PaceOptions } from '../load/generator.ts';
import type { ColyseusServer } from '../servers/colyseus.ts';
import type { RawServer } from '../servers/raw-ws.ts';
import type { Observed, Usage } from '../servers/serve.ts';
import type { RelayServer } from '../servers/socket-io.ts';
import type { WerkraumOptions, WerkraumServer } from '../servers/werkraum.ts';
import type { Visitor } from './people.ts';
import { type Methods, type Remote, type Start, startRemote } from './rpc.ts';

const here = (file: string): string => join(import.meta.dirname, '..', file);

/** Servers and the load have a core each, so that they do not take it from each other. */
const SERVER_CORE = 0;
const LOAD_CORE = 1;

type Crowdless<Options> = Omit<Options, 'crowd'>;

/** A server under measurement together with the process that plays its people. */
export interface Subject<Served extends Methods> {
  server: Remote<Served & Observed>;
  /** Lets more people in; resolves with the milliseconds that took. */
  gather(visitors: readonly Visitor[], options?: Pick<GatherOptions, 'allAtOnce'>): Promise<number>;
  changes(options: Crowdless<ChangeOptions>): ReturnType<Generator['changes']>;
  commands(options: Crowdless<CommandOptions>): ReturnType<Generator['commands']>;
  paced(options: Crowdless<PaceOptions>): ReturnType<Generator['paced']>;
  /** Stops reading at so many of them. */
  stopReading(count: number): Promise<void>;
  /** How many connections the server knows. */
  connected(): Promise<number>;
  /** Everybody goes. */
  leave(): Promise<void>;
  end(): Promise<void>;
}

const CROWD = 'people';

function subject<Served extends Methods & { port: () => number }>(
  start: Omit<Start, 'core'> & Where,
  dialect: GatherOptions['dialect'],
): Subject<Served> {
  const server = startRemote<Served & Observed>({ core: SERVER_CORE, nodeArgs: ['--expose-gc'], ...start });
  const load = startRemote<Generator>({ file: here('load/generator.ts'), core: LOAD_CORE });
  return {
    server,
    async gather(visitors, options = {}) {
      const port = await (server as unknown as Remote<{ port: () => number }>).call('port');
      return load.call('gather', { crowd: CROWD, port, dialect, visitors, ...options });
    },
    changes: (options) => load.call('changes', { crowd: CROWD, ...options }),
    commands: (options) => load.call('commands', { crowd: CROWD, ...options }),
    paced: (options) => load.call('paced', { crowd: CROWD, ...options }),
    stopReading: (count) => load.call('stopReading', { crowd: CROWD, count }),
    connected: () => (server as unknown as Remote<{ connected: () => number }>).call('connected'),
    leave: () => load.call('leave', CROWD),
    async end() {
      await Promise.all([load.end(), server.end()]);
    },
  };
}

/** Where the server's threads may run beside each other; the load stays on its own core. */
export const ANY_CORE = { core: undefined };

type Where = { core?: Start['core'] | undefined } & Pick<Start, 'before'>;

/** Any server under measurement. */
export type AnySubject = Subject<{ port: () => number }>;

export const rawWs = (): Subject<RawServer> => subject({ file: here('servers/raw-ws.ts') }, 'raw');

export const colyseus = (): Subject<ColyseusServer> => subject({ file: here('servers/colyseus.ts') }, 'colyseus');

/** Stock Socket.IO that sends each newcomer so many bytes. */
export const socketIo = (snapshotBytes = 100, port = 0): Subject<RelayServer> =>
  subject({ file: here('servers/socket-io.ts'), args: [String(snapshotBytes), String(port)] }, 'socket.io');

export const werkraum = (options: WerkraumOptions, where: Where = {}): Subject<WerkraumServer> =>
  subject({ file: here('servers/werkraum.ts'), args: [JSON.stringify(options)], ...where }, 'socket.io');

/** CPU used while something was done, in microseconds, and what came of it. */
export async function withUsage<Result>(
  { server }: Pick<Subject<Methods & { port: () => number }>, 'server'>,
  run: () => Promise<Result>,
): Promise<{ result: Result; used: Usage }> {
  const before = await server.call('usage');
  const result = await run();
  const after = await server.call('usage');
  return { result, used: { cpu: after.cpu - before.cpu, loopCpu: after.loopCpu - before.loopCpu } };
}

/** Ends all of them, whatever happens in between. */
export async function among<Result>(
  subjects: readonly { end(): Promise<void> }[],
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } finally {
    await Promise.all(subjects.map((one) => one.end()));
  }
}
