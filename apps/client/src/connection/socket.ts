import {
  type ClientToServer,
  CONNECT_REFUSALS,
  type Farewell,
  type Handshake,
  PROTOCOL_VERSION,
  type ReactionsView,
  type ServerToClient,
  type SliceMessage,
  type VideoTokenReply,
} from '@werkraum/protocol';
import { io, type Socket } from 'socket.io-client';
import { randomId } from '../ui/random-id.ts';
import { type ClockSample, measureOffset, refineOffset } from './clock-offset.ts';
import type { Connection, RequestVideoToken } from './connection.ts';
import { notesLine } from './notes-line.ts';
import { createOutbox } from './outbox.ts';
import {
  createRenewal,
  createRoomStore,
  forgetEverything,
  type Link,
  type RoomState,
  type RoomStore,
  receive,
} from './room-store.ts';
import { createTicker } from './ticker.ts';

type SeatSocket = Socket<ServerToClient, ClientToServer>;

/** Proof of a seat, and whether to take it over from another tab. */
export type Proof = Pick<Handshake, 'sessionId' | 'seatId' | 'secret' | 'tabId' | 'takeOver'>;

const ANSWER_LIMIT_MS = 10_000;
const OFFSET_REFRESH_MS = 60_000;
/** After these the seat is not this tab's any more. */
const FINAL_FAREWELLS: readonly Farewell[] = ['removed', 'taken-over', 'link-reissued'];

// Monotonic, so that a stepped computer clock does not move the room's clock.
const localNow = (): number => performance.timeOrigin + performance.now();
const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
/** A second or a few: people of one room must not come back in the same instant. */
const jitterMs = (): number => 800 + Math.random() * 2_700;

/** Opens a seat's line to `url` (a page: where it came from) and keeps it up until it is refused or closed. */
export function openConnection(proof: Proof, url: string = location.origin): Connection {
  const store = createRoomStore();
  const socket = dial(url, proof, store);
  const outbox = createOutbox({
    emit: (envelope, answer) => socket.emit('command', envelope, answer),
    makeId: randomId,
    after,
    now: () => Date.now(),
  });
  const time = followServerTime(socket);
  const setLink = (link: Link) => store.setState({ link });

  socket.on('connect', () => {
    setLink({ state: 'connected' });
    store.setState({ balance: {} });
    outbox.lineUp();
  });
  socket.on('disconnect', () => outbox.lineDown());
  hearSlices(socket, store);
  socket.on('service', (service) => store.setState({ service }));
  socket.on('balance', (balance) => store.setState({ balance }));
  socket.on('reactions', (view) => store.setState(({ reactions }) => ({ reactions: nextReactions(reactions, view) })));
  keepLine(socket, store, setLink, outbox.close);

  const close = () => {
    outbox.close();
    time.stop();
    socket.disconnect();
    if (store.getState().link.state !== 'refused') setLink({ ...store.getState().link, state: 'closed' });
  };
  socket.connect();
  return {
    store,
    ticker: time.ticker,
    serverNow: time.now,
    send: outbox.send,
    requestVideoToken: asking(socket),
    tell: (spoke) => void (socket.connected && socket.emit('spoke', spoke)),
    react: (reaction) => void (socket.connected && socket.emit('react', reaction)),
    notes: notesLine(socket, ANSWER_LIMIT_MS),
    close,
  };
}

const nextReactions = (before: RoomState['reactions'], view: ReactionsView): RoomState['reactions'] => ({
  number: (before?.number ?? 0) + 1,
  view,
});

function dial(url: string, proof: Proof, store: RoomStore): SeatSocket {
  // Only the first knock may push another tab aside; coming back after a broken line never does.
  const handshake = (): Handshake => {
    const { takeOver, ...seat } = proof;
    const first = store.getState().link.state === 'connecting';
    return { ...seat, protocol: PROTOCOL_VERSION, ...(takeOver && first ? { takeOver } : {}) };
  };
  const socket: SeatSocket = io(url, {
    autoConnect: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.6,
    auth: (give) => give(handshake()),
  });
  // Polling is for networks that let no websocket through. Where one came through, a restarting server is no reason.
  socket.on('connect', () => {
    if (socket.io.engine.transport.name === 'websocket') socket.io.opts.tryAllTransports = false;
  });
  return socket;
}

function hearSlices(socket: SeatSocket, store: RoomStore): void {
  const asked = new Set<string>();
  const renewal = createRenewal(store);
  socket.on('connect', () => {
    asked.clear();
    renewal.begin();
  });
  socket.on('slice', (message: SliceMessage) => {
    if (message.kind !== 'patch') asked.delete(message.audience);
    renewal.hear(message);
    if (receive(store, message) === 'applied' || asked.has(message.audience)) return;
    asked.add(message.audience);
    socket.emit('resync', message.audience);
  });
}

/** Follows the line: what ends it for good, and what only interrupts it. */
function keepLine(socket: SeatSocket, store: RoomStore, setLink: (link: Link) => void, giveUp: () => void): void {
  let farewell: Farewell | undefined;
  const end = (link: Link) => {
    giveUp();
    forgetEverything(store);
    setLink(link);
    socket.disconnect();
  };
  const ended = () => ['refused', 'closed'].includes(store.getState().link.state);
  const reconnectSoon = () => after(jitterMs(), () => !ended() && socket.connect());

  socket.on('connect', () => {
    farewell = undefined;
  });
  socket.on('farewell', (reason) => {
    farewell = reason;
    if (FINAL_FAREWELLS.includes(reason)) end({ state: 'closed', farewell: reason });
  });
  socket.on('disconnect', (reason) => {
    if (ended()) return;
    setLink({ state: 'reconnecting', ...(farewell ? { farewell } : {}) });
    if (reason === 'io server disconnect') reconnectSoon(); // Socket.IO leaves this case to us
  });
  socket.on('connect_error', (error) => {
    const refusal = CONNECT_REFUSALS.find((known) => known === error.message);
    if (refusal && refusal !== 'server-busy') return end({ state: 'refused', refusal });
    if (refusal) setLink({ state: store.getState().link.state, refusal });
    if (!socket.active) reconnectSoon();
  });
}

/** Server time from a few round trips, refreshed every minute, after each connect and whenever the page is shown again. */
function followServerTime(socket: SeatSocket) {
  let held: ClockSample | undefined;
  let busy = false;
  const now = () => localNow() + (held?.offsetMs ?? 0);
  const ticker = createTicker(now);
  const ask = () => socket.timeout(ANSWER_LIMIT_MS).emitWithAck('time');
  const measure = async () => {
    if (busy || !socket.connected) return;
    busy = true;
    // Without an answer the last offset stays: it is still the best guess.
    const measured = await measureOffset(ask, localNow).catch(() => undefined);
    busy = false;
    held = refineOffset(held, measured);
    ticker.refresh();
  };
  const onShow = () => void (document.visibilityState === 'visible' && measure());
  socket.on('connect', () => void measure());
  document.addEventListener('visibilitychange', onShow);
  const timer = setInterval(() => void measure(), OFFSET_REFRESH_MS);
  const stop = () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onShow);
  };
  return { ticker, now, stop };
}

const asking =
  (socket: SeatSocket): RequestVideoToken =>
  async (key) => {
    const unheard: VideoTokenReply = { ok: false, reason: 'video-down' };
    if (!socket.connected) return unheard;
    return socket
      .timeout(ANSWER_LIMIT_MS)
      .emitWithAck('video-token', { key })
      .catch(() => unheard);
  };
