import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from '../lib/root.ts';
import type { Exit, Running } from './keep-running.ts';

export interface ServerOptions {
  env: NodeJS.ProcessEnv;
  /** Where it answers, as seen from this machine: `http://127.0.0.1:8080`. */
  url: string;
  /** Takes what the server prints; the terminal does when absent. */
  logFile?: string;
  /** Restarts it whenever one of its sources changes. */
  watch?: boolean;
}

const READY_LIMIT_MS = 30_000;
/** It tells its clients and finishes what it was writing; then patience ends. */
const STOP_LIMIT_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/** A started server, and the process it is. */
export interface ServerProcess extends Running {
  pid: number;
}

/** Starts the Werkraum server and waits until it says it is ready; rejects with the end of its log otherwise. */
export async function startServer({ env, url, logFile, watch = false }: ServerOptions): Promise<ServerProcess> {
  const log = logFile === undefined ? 'inherit' : openLog(logFile);
  const args = [...(watch ? ['--watch', '--watch-preserve-output'] : []), 'apps/server/src/main.ts'];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', log, log] });
  if (log !== 'inherit') closeSync(log);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  const stop = () => stopProcess(child, exited);
  try {
    await untilReady(url, exited);
  } catch (error) {
    await stop();
    const said = logFile === undefined ? '' : readFileSync(logFile, 'utf8').trim().split('\n').slice(-12).join('\n');
    throw new Error(`Werkraum did not start: ${error instanceof Error ? error.message : error}\n${said}`, {
      cause: error,
    });
  }
  return { pid: child.pid ?? 0, exited, stop };
}

/** Whether somebody else holds the address already. */
export function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}

/** One log per start; the one before is kept, so that what led to a crash can still be read. */
function openLog(logFile: string): number {
  mkdirSync(dirname(logFile), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, join(dirname(logFile), 'server.previous.log'));
  return openSync(logFile, 'w', 0o600);
}

async function untilReady(url: string, exited: Promise<Exit>): Promise<void> {
  let ended: Exit | undefined;
  void exited.then((exit) => {
    ended = exit;
  });
  const giveUpAt = Date.now() + READY_LIMIT_MS;
  for (let answer = await readiness(url); answer !== 'ready'; answer = await readiness(url)) {
    if (ended !== undefined) throw new Error(`it ended at once (${ended.signal ?? `code ${ended.code}`})`);
    if (Date.now() > giveUpAt) throw new Error(`not ready within ${READY_LIMIT_MS / 1000} s (${answer})`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function readiness(url: string): Promise<string> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? 'ready' : `/readyz answers ${response.status}: ${(await response.text()).slice(0, 200)}`;
  } catch {
    return 'no answer';
  }
}

async function stopProcess(child: ChildProcess, exited: Promise<Exit>): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(force);
}
