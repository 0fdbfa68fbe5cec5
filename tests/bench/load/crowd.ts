import type { Visitor } from '../support/people.ts';
import { type Connection, open } from './connection.ts';
import { type Dialect, type DialectName, dialects } from './dialects.ts';

/** A connection that is in. */
export interface Member extends Connection {
  /** Sends a command of Werkraum's wire and hears whether it was accepted. */
  command(body: string): Promise<boolean>;
}

/** People connected to one server. */
export interface Crowd {
  members: Member[];
  /** Called with the size of every change that reaches a member. */
  onChange(listen: (bytes: number) => void): void;
  close(): void;
}

/** What a crowd knows of itself while it grows. */
interface Roll {
  members: Member[];
  changed: (bytes: number) => void;
}

const AT_ONCE = 100;
const rolls = new WeakMap<Crowd, Roll>();

export interface GatherHow {
  /** How many connect at the same time. */
  atOnce?: number | undefined;
  /** The crowd that grows; a new one unless told. */
  joining?: Crowd | undefined;
}

/** Connects all visitors; resolves when everybody is in. */
export async function gather(
  port: number,
  dialectName: DialectName,
  visitors: readonly Visitor[],
  { atOnce = AT_ONCE, joining }: GatherHow = {},
): Promise<Crowd> {
  const dialect = dialects[dialectName];
  const roll: Roll = (joining && rolls.get(joining)) ?? { members: [], changed: () => {} };
  const found: Member[] = new Array(visitors.length);
  let next = 0;

  async function enterOneByOne(): Promise<void> {
    while (next < visitors.length) {
      const index = next++;
      const visitor = visitors[index];
      if (visitor) found[index] = await enter(port, dialect, visitor, roll);
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, visitors.length) }, enterOneByOne));
  roll.members.push(...found);
  return joining ?? crowdOf(roll);
}

function crowdOf(roll: Roll): Crowd {
  const crowd: Crowd = {
    members: roll.members,
    onChange(listen) {
      roll.changed = listen;
    },
    close() {
      for (const member of roll.members) member.close();
    },
  };
  rolls.set(crowd, roll);
  return crowd;
}

async function enter(port: number, dialect: Dialect, { path, hello }: Visitor, roll: Roll): Promise<Member> {
  const joined = Promise.withResolvers<void>();
  const waiting = new Map<number, (ok: boolean) => void>();
  let lastCommand = 0;

  const connection = await open(port, path, (own) => ({
    message(bytes, from, to, length) {
      const meaning = dialect.read(bytes, from, to, own, hello);
      if (meaning === 'change') roll.changed(length);
      else if (meaning === 'joined') joined.resolve();
      else if (meaning && 'refused' in meaning) joined.reject(new Error(meaning.refused));
      else if (meaning) {
        waiting.get(meaning.answer)?.(meaning.ok);
        waiting.delete(meaning.answer);
      }
    },
    closed() {
      joined.reject(new Error(`${path} was closed before anybody was in`));
    },
  }));
  if (!dialect.joinsAtOnce) await joined.promise;
  return {
    ...connection,
    command(body) {
      const number = ++lastCommand;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      waiting.set(number, resolve);
      connection.send(`42${number}["command",${body}]`);
      return promise;
    },
  };
}
