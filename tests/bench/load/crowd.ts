import type { Visitor } from '../support/people.ts';
import { type Connection, open } from './connection.ts';
import { type Dialect, type DialectName, dialects } from './dialects.ts';

/** A connection that is in. */
export interface Member extends Connection {
  /** Sends a command of Werkraum's wire and hears whether it was accepted. */
  command(body: string): Promise<boolean>;
  isOpen(): boolean;
}

/** People connected to one server. */
export interface Crowd {
  members: Member[];
  /** Called for every change that reaches a member. */
  onChange(listen: () => void): void;
  /** How many are connected. */
  open(): number;
  close(): void;
}

const AT_ONCE = 100;

/** Connects all visitors, so many at a time (all at once for `Infinity`); resolves when everybody is in. */
export async function gather(
  port: number,
  dialectName: DialectName,
  visitors: readonly Visitor[],
  atOnce = AT_ONCE,
): Promise<Crowd> {
  const dialect = dialects[dialectName];
  const members: Member[] = new Array(visitors.length);
  let listen = () => {};
  let openNow = 0;
  let next = 0;

  async function enterOneByOne(): Promise<void> {
    while (next < visitors.length) {
      const index = next++;
      const visitor = visitors[index];
      if (visitor)
        members[index] = await enter(
          port,
          dialect,
          visitor,
          () => listen(),
          (by) => {
            openNow += by;
          },
        );
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, visitors.length) }, enterOneByOne));
  return {
    members,
    onChange(to) {
      listen = to;
    },
    open: () => openNow,
    close() {
      for (const member of members) member.close();
    },
  };
}

async function enter(
  port: number,
  dialect: Dialect,
  { path, hello }: Visitor,
  changed: () => void,
  count: (by: 1 | -1) => void,
): Promise<Member> {
  const joined = Promise.withResolvers<void>();
  const waiting = new Map<number, (ok: boolean) => void>();
  let lastCommand = 0;
  let isOpen = true;

  const connection = await open(port, path, (own) => ({
    message(bytes, from, to) {
      const meaning = dialect.read(bytes, from, to, own, hello);
      if (meaning === 'change') changed();
      else if (meaning === 'joined') joined.resolve();
      else if (meaning) {
        waiting.get(meaning.answer)?.(meaning.ok);
        waiting.delete(meaning.answer);
      }
    },
    closed() {
      isOpen = false;
      count(-1);
      joined.reject(new Error(`${path} was closed before anybody was in`));
    },
  }));
  count(1);
  if (!dialect.joinsAtOnce) await joined.promise;
  return {
    ...connection,
    isOpen: () => isOpen,
    command(body) {
      const number = ++lastCommand;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.set(number, resolve);
      connection.send(`42${number}["command",${body}]`);
      return promise;
    },
  };
}
