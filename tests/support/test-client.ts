import {
  type Audience,
  applyMergePatch,
  BalanceView,
  type ClientToServer,
  type CommandEnvelope,
  type ConnectRefusal,
  type Farewell,
  type Handshake,
  type Json,
  NotesMessage,
  ReactionsView,
  type Reply,
  type ServerToClient,
  type ServiceStatus,
  SliceMessage,
  type VideoKey,
  type VideoTokenReply,
} from '@werkraum/protocol';
import { io, type Socket } from 'socket.io-client';

interface Held {
  revision: number;
  doc: Json;
}

/** A real Socket.IO client that keeps the documents it is sent, strictly: a patch that does not fit is a gap. */
export interface TestClient {
  connected(): boolean;
  holds(): readonly Audience[];
  doc(audience: Audience): Json | undefined;
  revision(audience: Audience): number | undefined;
  service(): ServiceStatus | undefined;
  /** What this seat was told last of who has spoken how long. */
  balance(): BalanceView;
  /** Fleeting signs this seat was shown, oldest first. */
  reactions(): readonly ReactionsView[];
  farewell(): Farewell | undefined;
  /** Patches that did not fit what was held; each was followed by a resync. */
  gaps(): number;
  /** How many patches have arrived. */
  patches(): number;
  /** Takes nothing from the wire until `readOn`, as a stuck program would. */
  stopReading(): void;
  readOn(): void;
  /** Everything the server has sent, as the text of its frames. */
  frames(): readonly string[];
  send(envelope: CommandEnvelope): Promise<Reply>;
  /** Anything at all, as an attacker would. */
  sendRaw(event: string, ...values: unknown[]): void;
  /** The same, and what was answered; undefined when the connection went before. */
  request(event: string, value: unknown): Promise<unknown>;
  /** What was told of notes, in order. */
  notes(): readonly NotesMessage[];
  videoToken(key: VideoKey): Promise<VideoTokenReply>;
  /** Resolves when everything the server had sent so far has arrived. Does nothing when the connection is gone or is not read. */
  caughtUp(): Promise<void>;
  /** Drops the next slice message, as a bad wire would. */
  loseNext(): void;
  /** Asks for every document of which a message was dropped and nothing newer has shown it. */
  makeUpForLosses(): void;
  /** Forgets nothing and says nothing: the connection is simply gone. */
  drop(): void;
}

type Wire = Socket<ServerToClient, ClientToServer>;

/** Connects, or says why it was refused. */
export async function connect(url: string, hello: Handshake): Promise<TestClient | ConnectRefusal> {
  const wire: Wire = io(url, { auth: hello, transports: ['websocket'], reconnection: false, forceNew: true });
  const client = follow(wire);
  const { promise, resolve } = Promise.withResolvers<ConnectRefusal | undefined>();
  wire.on('connect', () => resolve(undefined));
  wire.on('connect_error', (error) => {
    wire.close();
    resolve(error.message as ConnectRefusal);
  });
  return (await promise) ?? client;
}

function follow(wire: Wire): TestClient {
  const held = new Map<Audience, Held>();
  const frames: string[] = [];
  const notes: NotesMessage[] = [];
  const said: { service?: ServiceStatus; farewell?: Farewell; balance?: BalanceView } = {};
  const reactions: ReactionsView[] = [];
  let gaps = 0;
  let losses = 0;
  const missed = new Set<Audience>();
  let patches = 0;
  let reading = true;

  wire.io.on('open', () => {
    wire.io.engine.on('data', (data: unknown) => frames.push(String(data)));
  });
  wire.on('service', (status) => {
    said.service = status;
  });
  wire.on('farewell', (reason) => {
    said.farewell = reason;
  });
  wire.on('balance', (input) => {
    said.balance = BalanceView.parse(input);
  });
  wire.on('notes', (input) => void notes.push(NotesMessage.parse(input)));
  wire.on('reactions', (input) => reactions.push(ReactionsView.parse(input)));
  wire.on('slice', (input) => {
    const message = SliceMessage.parse(input);
    if (losses > 0) {
      losses -= 1;
      missed.add(message.audience);
    } else receive(message);
  });

  function receive(message: SliceMessage): void {
    if (message.kind !== 'patch') missed.delete(message.audience);
    if (message.kind === 'gone') held.delete(message.audience);
    else if (message.kind === 'snapshot') {
      held.set(message.audience, { revision: message.revision, doc: message.doc });
    } else {
      patches += 1;
      const before = held.get(message.audience);
      if (before?.revision !== message.base) {
        gaps += 1;
        wire.emit('resync', message.audience);
        return;
      }
      const doc = applyMergePatch(before.doc, message.patch);
      held.set(message.audience, { revision: message.revision, doc });
    }
  }

  // An answer that never comes because the connection ends is no reason to wait for ever.
  const orGone = <T>(answer: (resolve: (value: T) => void) => void, gone: T): Promise<T> =>
    new Promise((resolve) => {
      if (!wire.connected) return resolve(gone);
      wire.once('disconnect', () => resolve(gone));
      answer(resolve);
    });

  return {
    connected: () => wire.connected,
    holds: () => [...held.keys()].sort(),
    doc: (audience) => held.get(audience)?.doc,
    revision: (audience) => held.get(audience)?.revision,
    service: () => said.service,
    balance: () => said.balance ?? {},
    reactions: () => reactions,
    farewell: () => said.farewell,
    gaps: () => gaps,
    frames: () => frames,
    send: (envelope) =>
      orGone<Reply>((resolve) => wire.emit('command', envelope, resolve), { ok: false, rejection: 'try-again' }),
    sendRaw: (event, ...values) => void (wire as Socket).emit(event, ...values),
    request: (event, value) => orGone<unknown>((resolve) => (wire as Socket).emit(event, value, resolve), undefined),
    notes: () => notes,
    videoToken: (key) =>
      orGone<VideoTokenReply>((resolve) => wire.emit('video-token', { key }, resolve), {
        ok: false,
        reason: 'video-down',
      }),
    caughtUp: async () => {
      if (reading) await orGone<void>((resolve) => wire.emit('time', () => resolve()), undefined);
    },
    patches: () => patches,
    stopReading: () => {
      reading = false;
      webSocketOf(wire).pause();
    },
    readOn: () => {
      reading = true;
      webSocketOf(wire).resume();
    },
    loseNext: () => {
      losses += 1;
    },
    makeUpForLosses: () => {
      losses = 0;
      for (const audience of missed) wire.emit('resync', audience);
    },
    drop: () => void wire.disconnect(),
  };
}

// The client library hides its WebSocket; only holding back what arrives needs it.
const webSocketOf = (wire: Wire): { pause(): void; resume(): void } =>
  (wire.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;
