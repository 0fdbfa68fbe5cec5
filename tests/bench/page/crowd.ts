import { setTimeout as pause } from 'node:timers/promises';
import {
  type ClientToServer,
  CommandId,
  modelWorkshop,
  PROTOCOL_VERSION,
  type Role,
  readTicket,
  type ServerToClient,
} from '@werkraum/protocol';
import { io, type Socket } from 'socket.io-client';
import { createWorkshop, type RunningWorkshop } from '../../e2e/support/running-workshop.ts';
import type { PageHouse } from './house.ts';

type Line = Socket<ServerToClient, ClientToServer>;

/** A workshop in its plenary, of which everybody but `me` is there, over lines that only listen. */
export interface Crowd {
  size: number;
  /** Who comes in with a browser: a participant, and somebody who leads. */
  me: string;
  leader: string;
  workshop: RunningWorkshop;
  /** Raises the hand of the person whose turn it is, or takes it down again. Resolves when the server has said yes. */
  changeHand(): Promise<void>;
  leave(): void;
}

const ME = 'Ada Lovelace';
const LEADER = 'Lise Meitner';
const AT_ONCE = 25;
// Any names do, as long as they are sorted as real ones are.
const FIRST = ['Änne', 'Boris', 'Çiğdem', 'Dörte', 'Erik', 'Fatma', 'Gül', 'Hanna', 'Ömer', 'Zoë'];
const LAST = ['Albers', 'Böhm', 'Demir', 'Ernst', 'Groß', 'Kaya', 'Lorenz', 'Müller', 'Özdemir', 'Weiß'];

/** Fills a session: two facilitators, the rest participants; `size` counts everybody, the browser's person too. */
export async function gather({ url, hostKey }: PageHouse, size: number): Promise<Crowd> {
  const names = Array.from(
    { length: size - 3 },
    (_, at) => `${FIRST[at % 10]} ${LAST[Math.floor(at / 10) % 10]} ${at}`,
  );
  const roles = Object.fromEntries([...names, ME].map((name): [string, Role] => [name, 'participant']));
  const workshop = await createWorkshop({ url, hostKey }, modelWorkshop('en').plan, {
    Frieda: 'facilitator',
    [LEADER]: 'facilitator',
    ...roles,
  });
  await workshop.as('Frieda', { type: 'open-doors' }, { type: 'start-session' });
  const lines: Line[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    lines.push(...(await Promise.all(names.slice(at, at + AT_ONCE).map((name) => dial(url, workshop.link(name))))));
  }
  let turn = 0;
  return {
    size,
    me: ME,
    leader: LEADER,
    workshop,
    changeHand: async () => {
      const line = lines[Math.floor(turn / 2) % lines.length];
      const type = turn % 2 === 0 ? 'raise-hand' : 'lower-hand';
      turn += 1;
      const reply = await line?.emitWithAck('command', { id: CommandId.parse(crypto.randomUUID()), command: { type } });
      if (!reply?.ok) throw new Error(`${type}: ${reply?.rejection}`);
    },
    leave: () => {
      for (const line of lines) line.disconnect();
    },
  };
}

async function dial(url: string, link: string): Promise<Line> {
  const auth = { protocol: PROTOCOL_VERSION, ...readTicket(new URL(link).hash), tabId: 'bench' };
  for (;;) {
    const line: Line = io(url, { auth, transports: ['websocket'], reconnection: false, forceNew: true });
    const refusal = await new Promise<string | undefined>((resolve) => {
      line.once('connect', () => resolve(undefined));
      line.once('connect_error', ({ message }) => resolve(message));
    });
    if (refusal === undefined) return line;
    line.disconnect();
    if (refusal !== 'server-busy') throw new Error(`refused at the door: ${refusal}`);
    await pause(500);
  }
}
