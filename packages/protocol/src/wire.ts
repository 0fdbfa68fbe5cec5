import { z } from 'zod';
import type { BalanceView, Spoke } from './balance.ts';
import type { CommandEnvelope } from './command.ts';
import { SeatId, SessionId, VideoKey } from './ids.ts';
import type {
  NotesMessage,
  NotesOpen,
  NotesOpened,
  NotesPlace,
  NotesPointing,
  NotesReply,
  NotesUpdate,
  NotesVersionReply,
  NotesVersionRequest,
  NotesVersionsReply,
} from './notes.ts';
import type { React, ReactionsView } from './reactions.ts';
import { CONNECT_REFUSALS } from './refusals.ts';
import { Rejection } from './rejection.ts';
import { Audience } from './views.ts';

/** A JSON document or a merge patch of one. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What a client says when it connects (Socket.IO `auth`). Proves the seat; checked anew at every reconnect. */
export const Handshake = z.strictObject({
  protocol: z.int(),
  sessionId: SessionId,
  seatId: SeatId,
  secret: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** Random per browser tab: tells a reconnect of the same tab from a second tab. */
  tabId: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  /** The person chose "use it here": the other tab is told and closed. */
  takeOver: z.boolean().optional(),
});
export type Handshake = z.infer<typeof Handshake>;

/** Why a connection was refused: the `message` of Socket.IO's `connect_error`. */
export const ConnectRefusal = z.enum(CONNECT_REFUSALS);
export type ConnectRefusal = z.infer<typeof ConnectRefusal>;

export const Reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), rejection: Rejection }),
]);
export type Reply = z.infer<typeof Reply>;

/** One audience's document, whole or as an RFC 7396 merge patch against revision `base`. */
export const SliceMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), audience: Audience, revision: z.int(), doc: z.json() }),
  z.strictObject({ kind: z.literal('patch'), audience: Audience, base: z.int(), revision: z.int(), patch: z.json() }),
  /** The receiver no longer belongs to this audience and forgets its document. */
  z.strictObject({ kind: z.literal('gone'), audience: Audience }),
]);
export type SliceMessage = z.infer<typeof SliceMessage>;

/** How the house is doing. Not part of any document: it is about the machine, not the workshop. */
export const ServiceStatus = z.strictObject({
  /** False: nothing can be written down at the moment; commands are refused with `not-saving`. */
  saving: z.boolean(),
  /** `off`: run without video on purpose; `down`: the video server does not answer. */
  video: z.enum(['on', 'off', 'down']),
});
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** The last word before the server closes a connection. */
export const Farewell = z.enum(['removed', 'taken-over', 'link-reissued', 'too-slow', 'flooding', 'server-stopping']);
export type Farewell = z.infer<typeof Farewell>;

export const VideoTokenRequest = z.strictObject({ key: VideoKey });
export type VideoTokenRequest = z.infer<typeof VideoTokenRequest>;

export const VideoTokenReply = z.discriminatedUnion('ok', [
  /** `path`: where LiveKit's signalling is reached, relative to Werkraum's own address. */
  z.strictObject({ ok: z.literal(true), path: z.string(), token: z.string() }),
  z.strictObject({
    ok: z.literal(false),
    reason: z.enum(['not-yours', 'video-off', 'video-down', 'malformed', 'too-many']),
  }),
]);
export type VideoTokenReply = z.infer<typeof VideoTokenReply>;

export interface ClientToServer {
  command: (envelope: CommandEnvelope, reply: (reply: Reply) => void) => void;
  /** Asks for the whole document of an audience after a gap; the answer comes as a `slice`. */
  resync: (audience: Audience) => void;
  /** Asks for the server's clock: the answer is its instant at the moment of answering. */
  time: (reply: (now: number) => void) => void;
  /** The own speaking time at a place, now and then; nothing is answered. */
  spoke: (spoke: Spoke) => void;
  /** A fleeting sign to those at the same place; nothing is answered. */
  react: (reaction: React) => void;
  'video-token': (request: VideoTokenRequest, reply: (reply: VideoTokenReply) => void) => void;
  'notes-open': (request: NotesOpen, reply: (reply: NotesOpened) => void) => void;
  'notes-update': (request: NotesUpdate, reply: (reply: NotesReply) => void) => void;
  /** The own caret moved; nothing is answered. */
  'notes-caret': (request: NotesPointing) => void;
  /** No more of these notes, please. */
  'notes-close': (place: NotesPlace) => void;
  'notes-versions': (place: NotesPlace, reply: (reply: NotesVersionsReply) => void) => void;
  'notes-version': (request: NotesVersionRequest, reply: (reply: NotesVersionReply) => void) => void;
  'notes-restore': (request: NotesVersionRequest, reply: (reply: NotesReply) => void) => void;
}

export interface ServerToClient {
  slice: (message: SliceMessage) => void;
  service: (status: ServiceStatus) => void;
  /** Replaces what was said before; an empty one when there is nothing to say any more. */
  balance: (view: BalanceView) => void;
  /** Fleeting signs given at the place where this person is, within about a second. */
  reactions: (view: ReactionsView) => void;
  notes: (message: NotesMessage) => void;
  farewell: (reason: Farewell) => void;
}
