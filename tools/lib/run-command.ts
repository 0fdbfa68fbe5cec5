import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Aborting ends the command and everything it started. */
  signal?: AbortSignal;
  /** Receives all output as well. */
  logFile?: string;
}

export interface CommandResult {
  /** 0 for success; 127 when the command could not be started; 128 when a signal ended it. */
  code: number;
  /** The last lines of standard output and standard error, together. */
  tail: string;
}

const TAIL_CHARACTERS = 6_000;
/** Time for an aborted command to end what it started itself (a test runner its browsers). */
const FORCE_AFTER_MS = 5_000;

/** Runs a command to its end without ever rejecting: a failure is a code and a tail to show. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
    });
    const log = options.logFile === undefined ? undefined : createWriteStream(options.logFile);
    let tail = '';
    const keep = (chunk: Buffer) => {
      log?.write(chunk);
      tail = (tail + chunk.toString()).slice(-TAIL_CHARACTERS);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let force: NodeJS.Timeout | undefined;
    const kill = () => killTree(child.pid, grouped, 'SIGKILL');
    const abort = () => {
      killTree(child.pid, grouped, 'SIGTERM');
      force = setTimeout(kill, FORCE_AFTER_MS);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    process.once('exit', kill);
    const end = (code: number) => {
      clearTimeout(force);
      options.signal?.removeEventListener('abort', abort);
      process.removeListener('exit', kill);
      log?.end();
      resolve({ code, tail });
    };
    child.once('error', (error) => {
      tail += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 128));
  });
}

/** Signals a command together with its children (its process group, where the system has groups). */
function killTree(pid: number | undefined, grouped: boolean, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(grouped ? -pid : pid, signal);
  } catch {
    // Already gone: that is what was wanted.
  }
}
