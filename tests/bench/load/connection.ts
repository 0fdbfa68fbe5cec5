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
  /**
   * A message of so many bytes has come as a whole. It stands between `from` and `to`, of a long one only the beginning;
   * the bytes are only valid during the call.
   */
  message(bytes: Buffer, from: number, to: number, length: number): void;
  /** The connection ended, by whichever side. */
  closed(): void;
}

// One buffer for all sockets: what is read is looked at before the next socket reads.
const READ_BUFFER = Buffer.allocUnsafe(256 * 1024);
const END_OF_HEAD = '\r\n\r\n';
/** Of a message that is longer and comes in several pieces, so much is kept. */
const KEPT_BYTES = 1_024;

/** A long message on its way: its beginning, and how much of it is still to come. */
interface Coming {
  opcode: number;
  beginning: Buffer;
  length: number;
  left: number;
}

/** Opens a connection; rejects when the server does not switch to WebSocket. */
export function open(port: number, path: string, hear: (connection: Connection) => Hearing): Promise<Connection> {
  const { promise, resolve, reject } = Promise.withResolvers<Connection>();
  let rest: Buffer | undefined;
  let hearing: Hearing | undefined;
  let coming: Coming | undefined;

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
    const skipped = coming && hearing ? goOn(coming, length, hearing) : 0;
    const fresh = chunk.subarray(skipped, length);
    const bytes = rest ? Buffer.concat([rest, fresh]) : fresh;
    const taken = hearing ? messages(bytes, 0, bytes.length, hearing) : head(bytes, bytes.length);
    // What is kept must be copied: the buffer belongs to the next reader.
    rest = taken < bytes.length ? Buffer.from(bytes.subarray(taken)) : undefined;
  }

  /** Counts what belongs to the long message; returns how many bytes that are. */
  function goOn(message: Coming, length: number, to: Hearing): number {
    const more = Math.min(message.left, length);
    message.left -= more;
    if (message.left > 0) return more;
    coming = undefined;
    heard(message.opcode, message.beginning, 0, message.beginning.length, message.length, to);
    return more;
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
      const { opcode, from: start, length } = found;
      const left = start + length - end;
      if (left > 0) {
        if (end - start < KEPT_BYTES) return at;
        coming = { opcode, beginning: Buffer.from(bytes.subarray(start, start + KEPT_BYTES)), length, left };
        return end;
      }
      at = start + length;
      heard(opcode, bytes, start, at, length, to);
    }
  }

  function heard(opcode: number, bytes: Buffer, from: number, to: number, length: number, by: Hearing): void {
    if (opcode === OPCODE.ping) socket.write(clientFrame('', 'pong'));
    if (opcode === OPCODE.text || opcode === OPCODE.binary) by.message(bytes, from, to, length);
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
