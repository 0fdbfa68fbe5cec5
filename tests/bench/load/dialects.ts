import type { Connection } from './connection.ts';

/** What a message means to the bench. */
export type Meaning =
  /** The connection has everything it needs to begin with. */
  | 'joined'
  /** What everybody is sent when something changes. */
  | 'change'
  /** The answer to the command with this number. */
  | { answer: number; ok: boolean }
  | { refused: string }
  | undefined;

/** How one kind of server is spoken to. */
export interface Dialect {
  /** True when somebody is in as soon as the connection is open. */
  joinsAtOnce: boolean;
  read(bytes: Buffer, from: number, to: number, connection: Connection, hello: string | undefined): Meaning;
}

const CODE = { open: 0x30, ping: 0x32, message: 0x34, event: 0x32, ack: 0x33 } as const;
const SNAPSHOT = '42["slice",{"kind":"snapshot","audience":"seat';
const PATCH = '42["slice",{"kind":"patch","audience":"session';

const begins = (bytes: Buffer, from: number, to: number, text: string): boolean =>
  to - from >= text.length && bytes.toString('latin1', from, from + text.length) === text;

/** Socket.IO 4 over a WebSocket, and on it Werkraum's documents; one's own document is the last that comes. */
const socketIo: Dialect = {
  joinsAtOnce: false,
  read(bytes, from, to, connection, hello) {
    const engine = bytes[from];
    if (engine === CODE.ping) connection.send('3');
    if (engine === CODE.open && hello) connection.send(hello);
    if (engine !== CODE.message) return undefined;
    if (bytes[from + 1] === CODE.ack) return answer(bytes.toString('latin1', from + 2, to));
    if (begins(bytes, from, to, PATCH)) return 'change';
    if (begins(bytes, from, to, SNAPSHOT)) return 'joined';
    if (begins(bytes, from, to, '44')) return { refused: bytes.toString('latin1', from, to) };
    return undefined;
  },
};

function answer(text: string): Meaning {
  const bracket = text.indexOf('[');
  return { answer: Number(text.slice(0, bracket)), ok: text.startsWith('[{"ok":true', bracket) };
}

const raw: Dialect = { joinsAtOnce: true, read: () => 'change' };

const JOIN_ROOM = 10;
const ROOM_STATE_PATCH = 15;

const colyseus: Dialect = {
  joinsAtOnce: false,
  read(bytes, from, _to, connection) {
    if (bytes[from] === ROOM_STATE_PATCH) return 'change';
    if (bytes[from] !== JOIN_ROOM) return undefined;
    connection.send(String.fromCharCode(JOIN_ROOM), 'binary');
    return 'joined';
  },
};

export const dialects = { 'socket.io': socketIo, raw, colyseus } as const;
export type DialectName = keyof typeof dialects;
