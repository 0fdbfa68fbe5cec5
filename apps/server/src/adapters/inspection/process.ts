import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { FileRefusal, FileType } from '@werkraum/protocol';
import { z } from 'zod';
import type { Inspected, Inspector } from '../../ports/inspector.ts';

export interface ProcessLimits {
  /** A file that takes longer is too hard. */
  withinMs: number;
  /** A process that holds more memory is ended; noticed where the system tells (Linux). */
  memoryBytes: number;
  /** So many files are looked into beside each other; the others wait. */
  atATime: number;
}

const LIMITS: ProcessLimits = { withinMs: 30_000, memoryBytes: 1_200 * 1024 * 1024, atATime: 2 };
const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4_096;

const Said = z.union([
  z.strictObject({ ok: z.literal(true), type: FileType, pages: z.int().min(1), same: z.boolean() }),
  z.strictObject({ ok: z.literal(false), refusal: FileRefusal }),
]);

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** Code may be read and nothing else; without leave there is no network, no further process, no thread. */
const ARGUMENTS = [
  '--permission',
  ...['../../../../../node_modules', '../../../../../packages/protocol', '../../..'].map(
    (folder) => `--allow-fs-read=${path(folder)}`,
  ),
  '--max-old-space-size=384',
  '--wasm-max-mem-pages=12288',
  '--no-warnings',
  path('./child/main.ts'),
];

type Child = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Looks into each file in a process of its own, which knows nothing of this one: no environment, no file but its own code,
 * no network. One that takes too long, takes too much or breaks is ended, and its file is too hard to be shown.
 */
export function createInspectorProcess(limits: Partial<ProcessLimits> = {}): Inspector {
  const { withinMs, memoryBytes, atATime } = { ...LIMITS, ...limits };
  const children = new Set<Child>();
  const waiting: (() => void)[] = [];
  let running = 0;
  let stopped = false;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atATime) await new Promise<void>((resolve) => void waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  }

  async function look(bytes: Uint8Array): Promise<Inspected> {
    if (stopped) throw new Error('the inspection has ended');
    const child = spawn(process.execPath, ARGUMENTS, { stdio: ['pipe', 'pipe', 'ignore'], env: {} });
    children.add(child);
    const unwatch = watch(child, { withinMs, memoryBytes });
    try {
      const exited = new Promise<number | null>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
      });
      // A process that ends early does not read all it is sent.
      const sent = pipeline([bytes], child.stdin).catch(() => {});
      const [answer, code] = await Promise.all([buffer(child.stdout), exited, sent]);
      if (stopped) throw new Error('the inspection has ended');
      return code === 0 ? found(answer, bytes) : { ok: false, refusal: 'file-too-hard' };
    } finally {
      unwatch();
      children.delete(child);
    }
  }

  return {
    inspect: (bytes) => inTurn(() => look(bytes)),
    async stop() {
      stopped = true;
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

/** Ends a child that exceeds its limits. */
function watch(child: Child, { withinMs, memoryBytes }: Pick<ProcessLimits, 'withinMs' | 'memoryBytes'>): () => void {
  const tooLong = setTimeout(() => child.kill('SIGKILL'), withinMs);
  const looking = setInterval(async () => {
    const statm = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
    if (Number(statm.split(' ')[1] ?? 0) * PAGE_BYTES > memoryBytes) child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  return () => {
    clearTimeout(tooLong);
    clearInterval(looking);
  };
}

/** Reads what the child said. It held a stranger's file, so its answer is checked like a stranger's. */
function found(answer: Buffer, given: Uint8Array): Inspected {
  const end = answer.indexOf('\n');
  const said = Said.parse(JSON.parse(answer.subarray(0, end).toString('utf8')));
  if (!said.ok) return said;
  const bytes = said.same ? given : new Uint8Array(answer.subarray(end + 1));
  return { ok: true, type: said.type, pages: said.pages, bytes };
}
