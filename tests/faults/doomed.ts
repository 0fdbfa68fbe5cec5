import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that is going to be killed, and what it says until then. */
export interface Doomed {
  /** Everything on standard output so far. */
  said(): string;
  /** Everything on standard error so far. */
  complained(): string;
  /** Resolves when it has said something, or has ended before it could. */
  flowing: Promise<void>;
  /** Resolves with its exit code; null if it was killed. */
  ended: Promise<number | null>;
  /** Kills it after so long, and waits for its end. Throws if it ended in any other way or complained. */
  killAfter(ms: number): Promise<void>;
}

/** Starts a TypeScript file in a process of its own. */
export function spawnDoomed(file: string, ...args: string[]): Doomed {
  // Yjs looks for a browser's storage, and Node would complain that it was given no file for it.
  const child: ChildProcess = spawn(process.execPath, ['--no-webstorage', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let said = '';
  let complained = '';
  const firstWord = new Promise<void>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      resolve();
    });
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  return {
    said: () => said,
    complained: () => complained,
    flowing: Promise.race([firstWord, closed]).then(() => {}),
    ended: closed.then(([code]) => code),
    async killAfter(ms) {
      const timer = setTimeout(() => child.kill('SIGKILL'), ms);
      const [code, signal] = await closed;
      clearTimeout(timer);
      if (signal !== 'SIGKILL' || complained) throw new Error(`ended by itself (${code ?? signal}): ${complained}`);
    },
  };
}
