import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { createLine, type Line } from '@werkraum/server/src/transport/line.ts';
import { eventPacket } from '@werkraum/server/src/transport/packet.ts';
import type { SeatSocket } from '@werkraum/server/src/transport/typed-socket.ts';
import { createWriteBatch } from '@werkraum/server/src/transport/write-batch.ts';
import { type Socket as AnySocket, Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { until } from './until.ts';

/** One connection with a line on the server's side: what is sent is numbered, so that a change of order shows. */
export interface NumberedLine {
  server: SeatSocket;
  line: Line;
  client: Socket;
  /** The TCP socket below the WebSocket. */
  tcp(): TcpSocket;
  /** Sends the next number over the line, followed by so many characters; true if it took the direct way. */
  direct(padding?: number): boolean;
  /** The same by Socket.IO's own `emit`. */
  emitted(padding?: number): void;
  /** The same by Engine.IO, as a packet of Werkraum's that is none of the line's business. */
  written(): void;
  /** Resolves when everything that was sent has arrived, and answers the numbers as they came. */
  arrived(): Promise<number[]>;
  sent(): readonly number[];
}

export interface NumberedLineOptions {
  transports?: ('websocket' | 'polling')[];
  compressed?: boolean;
  /** Makes the line see the connection otherwise than it is. */
  disguise?: (socket: SeatSocket) => Pick<SeatSocket, 'conn' | 'client'>;
}

/** A real server with a real client; `end` closes both. */
export async function givenNumberedLine({
  transports = ['websocket'],
  compressed = false,
  disguise = (socket) => socket,
}: NumberedLineOptions = {}): Promise<NumberedLine & { end(): Promise<void> }> {
  const http = createServer();
  const server = new Server(http, { perMessageDeflate: compressed && { threshold: 0 }, httpCompression: false });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const connected = new Promise<SeatSocket>((resolve) => server.on('connection', (socket) => resolve(socket as never)));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const client = io(url, { transports, reconnection: false, forceNew: true });
  const came: number[] = [];
  client.on('number', ({ number }: { number: number }) => void came.push(number));
  const socket = await connected;
  const line = createLine(disguise(socket), createWriteBatch());
  const sent: number[] = [];
  const next = (padding = 0) => {
    sent.push(sent.length);
    // Letters that take one, two and three bytes.
    return { number: sent.length - 1, padding: 'aä–'.repeat(padding / 3) };
  };

  return {
    server: socket,
    line,
    client,
    tcp: () => (socket.conn.transport as unknown as { socket: { _socket: TcpSocket } }).socket._socket,
    direct: (padding) => line.send(eventPacket('number', next(padding))),
    emitted: (padding) => void (socket as unknown as AnySocket).emit('number', next(padding)),
    written: () => void socket.conn.write(eventPacket('number', next()).text),
    async arrived() {
      await until(() => came.length >= sent.length, 'everything has arrived');
      return came;
    },
    sent: () => sent,
    async end() {
      client.disconnect();
      await server.close();
    },
  };
}
