import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a process under measurement can be asked: each method takes one JSON value and answers one. */
export type Methods = Record<string, (argument: never) => unknown>;

interface Call {
  id: number;
  method: string;
  argument: unknown;
}
type Answer = { id: number; value: unknown } | { id: number; error: string };

/** The asking side of a child process. */
export interface Remote<Served extends Methods> {
  call<Name extends keyof Served & string>(
    method: Name,
    ...argument: Parameters<Served[Name]>
  ): Promise<Awaited<ReturnType<Served[Name]>>>;
  pid: number;
  /** Ends the process, by its own will or by a signal, and waits for its end. */
  end(signal?: 'SIGKILL'): Promise<void>;
}

/** Answers calls in this process until the parent goes. */
export function serveCalls(methods: Methods): void {
  process.on('message', async ({ id, method, argument }: Call) => {
    const answer: Answer = await Promise.resolve()
      .then(() => methods[method]?.(argument as never))
      .then(
        (value) => ({ id, value }),
        (error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit(0));
}

export interface Start {
  file: string;
  args?: readonly string[];
  /** The processor it may run on, where the system can do that; none: any. */
  core?: number | undefined;
  /** Put before the command, for example a tracer. */
  before?: readonly string[];
  nodeArgs?: readonly string[];
}

const canPin = process.platform === 'linux';

/** Starts a file that calls `serveCalls`; resolves at once, calls wait until it answers. */
export function startRemote<Served extends Methods>(start: Start): Remote<Served> {
  const { file, args = [], core, before = [], nodeArgs = [] } = start;
  const pin = canPin && core !== undefined ? ['taskset', '-c', String(core)] : [];
  const [command = '', ...rest] = [...pin, ...before, process.execPath, ...nodeArgs, file, ...args];
  const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const ended = once(child, 'exit').then(([code, signal]) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} has ended: ${code ?? signal}`));
  });
  let lastId = 0;
  child.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value);
  });
  return {
    pid: child.pid ?? 0,
    call(method, ...[argument]) {
      const id = ++lastId;
      const asked = Promise.withResolvers<unknown>();
      waiting.set(id, asked);
      child.send({ id, method, argument } satisfies Call);
      return asked.promise as never;
    },
    end: (signal) => endOf(child, ended, signal),
  };
}

async function endOf(child: ChildProcess, ended: Promise<void>, signal: 'SIGKILL' | undefined): Promise<void> {
  const isRunning = child.exitCode === null && child.signalCode === null;
  if (isRunning && signal) child.kill(signal);
  // Whoever answers calls goes when nobody can ask any more; a tracer around it goes with it.
  else if (isRunning && child.connected) child.disconnect();
  await ended;
}
