import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freeTcpPort, freeUdpPort } from '../lib/free-port.ts';
import { serverConfig } from './server-config.ts';

export interface LiveKitOptions {
  /** Path of the server program, from `findLiveKit`. */
  binary: string;
  /** Holds the settings file and the log; a temporary folder, removed at the end, when absent. */
  dataDir?: string;
  /** Signalling and API port on 127.0.0.1; a free one when absent. */
  port?: number;
  /** The one UDP port for all media; a free one when absent. */
  udpPort?: number;
  /** The address media is offered at; 127.0.0.1 when absent. */
  nodeIp?: string;
  /** API key and secret (at least 32 characters); fresh ones when absent. */
  keys?: { apiKey: string; apiSecret: string };
  /** Where LiveKit reports what happens in its rooms. */
  webhookUrl?: string;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface LiveKit {
  /** `ws://127.0.0.1:<port>` */
  url: string;
  apiKey: string;
  apiSecret: string;
  port: number;
  udpPort: number;
  pid: number;
  /** Ends it, politely, then by force; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves when the process has ended, wanted or not. */
  exited: Promise<Exit>;
}

const READY_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 6_000;
const OVERLOOKS_SIGNALS_MS = 250;
const SECOND_SIGNAL_MS = 100;
const LOOK_AGAIN_MS = 50;

/** Starts a LiveKit server for this machine only and waits until it answers; rejects with the end of its log otherwise. */
export async function startLiveKit(options: LiveKitOptions): Promise<LiveKit> {
  const port = options.port ?? (await freeTcpPort());
  const udpPort = options.udpPort ?? (await freeUdpPort());
  const keys = options.keys ?? freshKeys();
  const { folder, forget } = openFolder(options.dataDir);
  const files = { config: join(folder, 'livekit.yaml'), log: join(folder, 'livekit.log') };
  const { nodeIp = '127.0.0.1', webhookUrl } = options;
  writeFileSync(files.config, serverConfig({ port, udpPort, nodeIp, webhookUrl, ...keys }), { mode: 0o600 });
  const { child, exited } = launch(options.binary, files);
  let answeredAt = 0;
  const stop = () => stopProcess(child, exited, answeredAt).finally(forget);
  try {
    await untilReady(port, exited);
    answeredAt = Date.now();
  } catch (error) {
    const log = tailOf(files.log);
    await stop();
    throw new Error(`LiveKit did not start: ${error instanceof Error ? error.message : error}\n${log}`, {
      cause: error,
    });
  }
  return { url: `ws://127.0.0.1:${port}`, ...keys, port, udpPort, pid: child.pid ?? 0, stop, exited };
}

/** A random API key and secret for one LiveKit server. */
export function freshKeys(): { apiKey: string; apiSecret: string } {
  return { apiKey: `API${randomBytes(8).toString('hex')}`, apiSecret: randomBytes(32).toString('base64url') };
}

function openFolder(dataDir: string | undefined): { folder: string; forget: () => void } {
  if (dataDir === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-livekit-'));
    return { folder, forget: () => rmSync(folder, { recursive: true, force: true }) };
  }
  mkdirSync(dataDir, { recursive: true });
  return { folder: dataDir, forget: () => {} };
}

function launch(
  binary: string,
  files: { config: string; log: string },
): { child: ChildProcess; exited: Promise<Exit> } {
  const log = openSync(files.log, 'w');
  const child = spawn(binary, ['--config', files.config], { stdio: ['ignore', log, log] });
  closeSync(log);
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: 127, signal: null }));
  });
  void exited.then(() => process.removeListener('exit', kill));
  return { child, exited };
}

async function untilReady(port: number, exited: Promise<Exit>): Promise<void> {
  let ended: Exit | undefined;
  void exited.then((exit) => {
    ended = exit;
  });
  const giveUpAt = Date.now() + READY_LIMIT_MS;
  while (!(await answers(port))) {
    if (ended !== undefined) throw new Error(`it ended at once (${ended.signal ?? `code ${ended.code}`})`);
    if (Date.now() > giveUpAt) throw new Error(`no answer within ${READY_LIMIT_MS / 1000} s`);
    await pause(LOOK_AGAIN_MS);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false; // Not listening yet.
  }
}

/**
 * LiveKit takes the first SIGTERM as "when everybody has left" and the second as "now", and overlooks both for good
 * during the 100 ms after it began to answer.
 */
async function stopProcess(child: ChildProcess, exited: Promise<Exit>, answeredAt: number): Promise<void> {
  await Promise.race([exited, pause(Math.max(0, answeredAt + OVERLOOKS_SIGNALS_MS - Date.now()))]);
  child.kill('SIGTERM');
  const again = setTimeout(() => child.kill('SIGTERM'), SECOND_SIGNAL_MS);
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(again);
  clearTimeout(force);
}

function tailOf(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
}
