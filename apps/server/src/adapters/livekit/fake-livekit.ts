import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccessToken, type ClaimGrants, ParticipantInfo_State, TokenVerifier, TrackSource } from 'livekit-server-sdk';

interface Permission {
  canSubscribe?: boolean;
  canPublish?: boolean;
  canPublishSources?: (string | number)[];
  canPublishData?: boolean;
}
interface Participant {
  identity: string;
  name: string;
  state: number;
  permission: Permission;
  tracks: { sid: string; source: number; muted: boolean }[];
}
type Body = Record<string, string | boolean | string[]> & { permission?: Permission };
type Rooms = Map<string, Map<string, Participant>>;

export interface FakeLiveKit {
  url: string;
  apiKey: string;
  apiSecret: string;
  /** Joins as a client would; throws like the real server's refusal. */
  enter(token: string, microphone?: boolean): Promise<{ isConnected(): boolean; leave(): Promise<void> }>;
  /** A webhook as LiveKit would send it. */
  signWebhook(event: object): Promise<{ body: string; authorization: string }>;
  /** Every call so far: method names, in order. */
  calls: readonly string[];
  /** Answers every further call with a server error. */
  failFromNowOn(): void;
  stop(): Promise<void>;
}

/** LiveKit refuses by a Twirp error: a JSON body with `code` and `msg`. */
class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
const notFound = (what: string) => new Refusal(404, 'not_found', `${what} does not exist`);

/** The part of LiveKit's RoomService that Werkraum uses, in this process, with real token checks and no media. */
export async function startFakeLiveKit(): Promise<FakeLiveKit> {
  const keys = { apiKey: 'fake-key', apiSecret: 'fake-secret-of-at-least-32-characters' };
  const verifier = new TokenVerifier(keys.apiKey, keys.apiSecret);
  const rooms: Rooms = new Map();
  const calls: string[] = [];
  let failing = false;

  async function answer(request: IncomingMessage): Promise<object> {
    const method = request.url?.split('/').at(-1) ?? '';
    calls.push(method);
    if (failing) throw new Refusal(503, 'unavailable', 'told to fail');
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const claims = await verifier.verify(token).catch(() => {
      throw new Refusal(401, 'unauthenticated', 'invalid token');
    });
    const run = METHODS[method];
    if (!run) throw new Refusal(404, 'bad_route', method);
    return run(rooms, await readBody(request), claims);
  }

  const server = createServer((request, response) => {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    answer(request).then(
      (body) => reply(200, body),
      (error: unknown) =>
        error instanceof Refusal ? reply(error.status, { code: error.code, msg: error.message }) : reply(500, {}),
    );
  });
  const url = `ws://127.0.0.1:${await listen(server)}`;
  return {
    url,
    ...keys,
    calls,
    async enter(token, microphone = false) {
      const claims = await verifier.verify(token);
      return join(rooms, claims, microphone);
    },
    async signWebhook(event) {
      const body = JSON.stringify(event);
      const jwt = new AccessToken(keys.apiKey, keys.apiSecret, { ttl: 60 });
      jwt.sha256 = createHash('sha256').update(body).digest('base64');
      return { body, authorization: await jwt.toJwt() };
    },
    failFromNowOn: () => {
      failing = true;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const METHODS: Record<string, (rooms: Rooms, body: Body, claims: ClaimGrants) => object> = {
  CreateRoom(rooms, { name }, claims) {
    need(claims.video?.roomCreate);
    if (!rooms.has(String(name))) rooms.set(String(name), new Map());
    return { name };
  },
  DeleteRoom(rooms, { room }, claims) {
    need(claims.video?.roomCreate);
    if (!rooms.delete(String(room))) throw notFound('requested room');
    return {};
  },
  ListRooms(rooms, _body, claims) {
    need(claims.video?.roomList);
    return { rooms: [...rooms.keys()].map((name) => ({ name })) };
  },
  ListParticipants(rooms, { room }, claims) {
    needAdmin(claims, room);
    return { participants: [...(rooms.get(String(room))?.values() ?? [])] };
  },
  GetParticipant: (rooms, body, claims) => participant(rooms, body, claims),
  RemoveParticipant(rooms, body, claims) {
    const { identity } = participant(rooms, body, claims);
    rooms.get(String(body.room))?.delete(identity);
    return {};
  },
  UpdateParticipant(rooms, body, claims) {
    const found = participant(rooms, body, claims);
    found.permission = body.permission ?? {};
    found.tracks = found.tracks.filter((track) => mayPublish(found.permission, track.source));
    return found;
  },
  MutePublishedTrack(rooms, body, claims) {
    const track = participant(rooms, body, claims).tracks.find(({ sid }) => sid === body.trackSid);
    if (!track) throw notFound('track');
    if (!body.muted) throw new Refusal(412, 'failed_precondition', 'remote unmute not enabled');
    track.muted = true;
    return { track };
  },
};

function participant(rooms: Rooms, { room, identity }: Body, claims: ClaimGrants): Participant {
  needAdmin(claims, room);
  const found = rooms.get(String(room))?.get(String(identity));
  if (!found) throw notFound('participant');
  return found;
}

function need(granted: boolean | undefined): void {
  if (!granted) throw new Refusal(403, 'permission_denied', 'permissions denied');
}
const needAdmin = ({ video }: ClaimGrants, room: unknown): void =>
  need(video?.roomAdmin === true && video.room === room);

function join(rooms: Rooms, { video, sub, name }: ClaimGrants, microphone: boolean) {
  const guests = rooms.get(video?.room ?? '');
  need(video?.roomJoin);
  if (!guests || sub === undefined) throw notFound('requested room');
  const permission: Permission = { ...video };
  const speaks = microphone && mayPublish(permission, TrackSource.MICROPHONE);
  const entered: Participant = {
    identity: sub,
    name: name ?? '',
    state: ParticipantInfo_State.ACTIVE,
    permission: { ...permission, canPublishSources: (permission.canPublishSources ?? []).map(asProtocolName) },
    tracks: speaks ? [{ sid: `TR_${sub}`, source: TrackSource.MICROPHONE, muted: false }] : [],
  };
  guests.set(sub, entered);
  const isConnected = () => rooms.get(video?.room ?? '')?.get(sub) === entered;
  return { isConnected, leave: async () => void (isConnected() && guests.delete(sub)) };
}

/** A token says `screen_share` where the API says `SCREEN_SHARE`. */
const asProtocolName = (source: string | number) => (typeof source === 'string' ? source.toUpperCase() : source);

function mayPublish({ canPublish, canPublishSources = [] }: Permission, source: TrackSource): boolean {
  const names = canPublishSources.map(asProtocolName);
  return canPublish === true && (names.length === 0 || names.includes(TrackSource[source]) || names.includes(source));
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
