/**
 * The limit of what Node can do: `ws`, one frame built per change and one write per connection. Whoever sends a message
 * causes a change for everybody; what everybody gets has as many bytes as the number in that message says.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { textFrame } from '../support/frames.ts';
import { serve } from './serve.ts';

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false });
const open = new Set<Socket>();

server.on('connection', (client: WebSocket, { socket }) => {
  open.add(socket);
  client.on('close', () => open.delete(socket));
  client.on('message', (size) => {
    const frame = textFrame(''.padEnd(Number(size), 'x'));
    for (const receiver of open) receiver.write(frame);
  });
});

http.listen(0, '127.0.0.1');
await once(http, 'listening');
const methods = { port: () => (http.address() as AddressInfo).port };
export type RawServer = typeof methods;
serve(methods);
