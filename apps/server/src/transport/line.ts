import type { Socket as TcpSocket } from 'node:net';
import { type Packet, packetOf } from './packet.ts';
import type { SeatSocket } from './typed-socket.ts';
import type { WriteBatch } from './write-batch.ts';

/**
 * The way to one client. On a plain open WebSocket a packet's frame goes straight to the TCP socket (the direct way);
 * everywhere else, and for whoever does not keep up, it goes through Engine.IO's queue (the stock way).
 *
 * Both ways end in writes to the same TCP socket, so the order is kept as long as nothing overtakes what Engine.IO still
 * holds. Engine.IO holds packets in one place, `writeBuffer`, and hands all of it to the transport at once (`flush`);
 * the WebSocket transport turns text into frames at once, and `ws` without compression writes each frame at once. So
 * a direct write is in order exactly when `writeBuffer` is empty. What a polling transport holds back is sent before the
 * client asks for the upgrade, and the upgraded transport is not used before Engine.IO has flushed to it.
 */
export interface Line {
  /** True if the packet took the direct way. */
  send(packet: Packet): boolean;
}

/** What the direct way needs to know of Engine.IO 6.6 and ws 8; whatever of it is missing, the stock way remains. */
interface EngineInside {
  readyState?: string;
  transport?: { name: string; socket?: WebSocketInside };
  writeBuffer?: readonly unknown[];
}

interface WebSocketInside {
  readyState: number;
  extensions?: string;
  _socket?: TcpSocket;
}

interface ClientInside {
  writeToEngine?: (packets: readonly unknown[], options: object) => void;
}

const OPEN = 1;

/** Takes over a connection: what Socket.IO itself sends on it (answers, for example) takes the line, too. */
export function createLine({ conn, client }: Pick<SeatSocket, 'conn' | 'client'>, batch: WriteBatch): Line {
  const engine = conn as unknown as EngineInside;
  // What the transport that was seen last leads to; looked up once, because this is asked for every packet.
  let transport: EngineInside['transport'];
  let webSocket: WebSocketInside | undefined;
  let tcp: TcpSocket | undefined;

  function follow(): void {
    transport = engine.transport;
    webSocket = plainWebSocketOf(transport);
    tcp = webSocket?._socket;
  }

  function openWay(): TcpSocket | undefined {
    if (transport !== engine.transport) follow();
    const isFree =
      webSocket?.readyState === OPEN &&
      engine.readyState === 'open' &&
      engine.writeBuffer?.length === 0 &&
      // Once more waits in the TCP socket than it wants to hold, Engine.IO holds the rest and the outbox counts it.
      tcp?.writableNeedDrain === false &&
      tcp.writable;
    return isFree ? tcp : undefined;
  }

  function send(packet: Packet): boolean {
    const tcp = openWay();
    if (tcp) {
      batch.gather(tcp);
      tcp.write(packet.frame);
    } else {
      const options = { compress: false, wsPreEncodedFrame: [packet.frame] };
      conn.write(packet.text, options);
    }
    return tcp !== undefined;
  }

  divert(client as unknown as ClientInside, send);
  return { send };
}

/** Undefined for polling, and for anything that is not as expected. */
function plainWebSocketOf(transport: EngineInside['transport']): WebSocketInside | undefined {
  const webSocket = transport?.name === 'websocket' ? transport.socket : undefined;
  // With an extension (compression), ws has a queue of its own.
  return webSocket?.extensions === '' ? webSocket : undefined;
}

function divert(client: ClientInside, send: Line['send']): void {
  const stock = client.writeToEngine;
  client.writeToEngine = (packets, options) => {
    const [packet] = packets;
    // More than one part: there are attachments, which Werkraum never sends.
    if (typeof packet === 'string' && packets.length === 1) send(packetOf(packet));
    else stock?.call(client, packets, options);
  };
}
