/** A Colyseus room whose state is one string; whoever sends a number gets a new string of so many bytes into it, patched at once. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, matchMaker, Room, Server } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { serve } from './serve.ts';

const State = schema({ text: t.string() });
let changes = 0;

class Talk extends Room {
  override state = new State();
  override autoDispose = false;
  override patchRate = null as never;

  override onCreate(): void {
    this.onMessage('change', (_client: Client, bytes: number) => {
      changes += 1;
      this.state.text = `${changes} `.padEnd(bytes, 'x');
      this.broadcastPatch();
    });
  }
}

const http = createServer();
const transport = new WebSocketTransport({ server: http, pingInterval: 10_000 });
const server = new Server({ transport, greet: false, gracefullyShutdown: false });
server.define('talk', Talk);
await server.listen(0, '127.0.0.1');
if (!http.listening) await once(http, 'listening');

const methods = {
  port: () => (http.address() as AddressInfo).port,
  /** Paths under which so many clients may enter one room. */
  async reserve(count: number): Promise<string[]> {
    const first = await matchMaker.create('talk', {});
    const paths = [first];
    while (paths.length < count) paths.push(await matchMaker.joinById(first.roomId, {}));
    return paths.map(({ processId, roomId, sessionId }) => `/${processId}/${roomId}?sessionId=${sessionId}`);
  },
};
export type ColyseusServer = typeof methods;
serve(methods);
