/**
 * Stock Socket.IO that stores nothing and knows no rules: a command is acknowledged, and everybody in the room is sent as
 * many bytes as the command names. What somebody would write in an afternoon. Usage: node socket-io.ts SNAPSHOT_BYTES [PORT]
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { serve } from './serve.ts';

const [snapshotBytes, port] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 0)];
const http = createServer();
const options = { transports: ['websocket' as const], perMessageDeflate: false, serveClient: false };
const io = new Server(http, { ...options, pingInterval: 10_000, pingTimeout: 8_000 });
const snapshot = { kind: 'snapshot', audience: 'seat:own', doc: ''.padEnd(snapshotBytes, 'x') };
const patches = new Map<number, object>();

/** Looks like a patch, and has so many bytes on the wire. */
function patchOf(bytes: number): object {
  const patch = { kind: 'patch', audience: 'session', patch: '' };
  const around = `42${JSON.stringify(['slice', patch])}`.length;
  return { ...patch, patch: ''.padEnd(Math.max(0, bytes - around), 'x') };
}

io.on('connection', (socket) => {
  const { room } = socket.handshake.auth as { room: string };
  void socket.join(room);
  socket.on('command', (bytes: number, acknowledge: (reply: object) => void) => {
    const patch = patches.get(bytes) ?? patchOf(bytes);
    patches.set(bytes, patch);
    io.to(room).emit('slice', patch);
    acknowledge({ ok: true });
  });
  socket.emit('slice', snapshot);
});

http.listen(port, '127.0.0.1');
await once(http, 'listening');
const methods = { port: () => (http.address() as AddressInfo).port };
export type RelayServer = typeof methods;
serve(methods);
