import { connect, type Socket } from 'node:net';
import { clientFrame, frameAt, OPCODE } from '../support/frames.ts';

/** A WebSocket client that does as little as possible, so that thousands fit into one process beside the server. */
export interface Connection {
  send(text: string, kind?: 'text' | 'binary'): void;
  /** Stops taking anything from the network. */
  stopReading(): void;
  close(): void;
}

export interface Hearing {
  /** A whole message stands between `from` and `to`; the bytes are only valid during the call. */
  message(bytes: Buffer, from: number, to: number): void;
  /** The connection ended, by whichever side. */
  closed(): void;
}

// One buffer for all sockets: what is read is looked at before the next socket reads.
const READ_BUFFER = Buffer.allocUnsafe(256 * 1024);
const END_OF_HEAD = '\r\n\r\n';

/** Opens a connection; rejects when the server does not switch to WebSocket. */
export function open(port: number, path: string, hear: (connection: Connection) => Hearing): Promise<Connection> {
  const { promise, resolve, reject } = Promise.withResolvers<Connection>();
  let rest: Buffer | undefined;
  let hearing: Hearing | undefined;

  const socket: Socket = connect({
    host: '127.0.0.1',
    port,
    noDelay: true,
    onread: {
      buffer: READ_BUFFER,
      callback(length, buffer) {
        take(buffer as Buffer, length);
        return true;
      },
    },
  });
  const connection: Connection = {
    send: (text, kind) => void socket.write(clientFrame(text, kind)),
    stopReading: () => void socket.pause(),
    close: () => void socket.destroy(),
  };

  function take(chunk: Buffer, length: number): void {
    const [bytes, end] = rest
      ? [Buffer.concat([rest, chunk.subarray(0, length)]), rest.length + length]
      : [chunk, length];
    const taken = hearing ? messages(bytes, 0, end, hearing) : head(bytes, end);
    // What is kept must be copied: the buffer belongs to the next reader.
    rest = taken < end ? Buffer.from(bytes.subarray(taken, end)) : undefined;
  }

  function head(bytes: Buffer, end: number): number {
    const text = bytes.toString('latin1', 0, end);
    const at = text.indexOf(END_OF_HEAD);
    if (at < 0) return 0;
    if (!text.startsWith('HTTP/1.1 101')) {
      reject(new Error(text.slice(0, at)));
      socket.destroy();
      return end;
    }
    hearing = hear(connection);
    resolve(connection);
    return messages(bytes, at + END_OF_HEAD.length, end, hearing);
  }

  function messages(bytes: Buffer, from: number, end: number, to: Hearing): number {
    let at = from;
    for (;;) {
      const found = frameAt(bytes, at, end);
      if (!found) return at;
      at = found.to;
      if (found.opcode === OPCODE.ping) socket.write(clientFrame('', 'pong'));
      if (found.opcode === OPCODE.text || found.opcode === OPCODE.binary) to.message(bytes, found.from, found.to);
    }
  }

  socket.on('error', reject);
  socket.on('close', () => {
    reject(new Error(`${path} was closed`));
    hearing?.closed();
  });
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIGJlbmNoIGtub2Nrcw==\r\n\r\n',
  );
  return promise;
}
