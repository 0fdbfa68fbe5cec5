import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { BalanceView, Spoke } from './balance.ts';
import { FormerTableView } from './board.ts';
import { CommandEnvelope } from './command.ts';
import {
  NotesMessage,
  NotesOpen,
  NotesOpened,
  NotesPointing,
  NotesReply,
  NotesUpdate,
  NotesVersionReply,
  NotesVersionRequest,
  NotesVersionsReply,
} from './notes.ts';
import { React, ReactionsView } from './reactions.ts';
import { PROTOCOL_VERSION } from './version.ts';
import { FacilitatorsView, RoomView, SeatView, SessionView, StaffView } from './views.ts';
import { Handshake, Reply, ServiceStatus, SliceMessage, VideoTokenReply, VideoTokenRequest } from './wire.ts';

test('[WI-2] the wire does not change without its version', () => {
  const schemas = [
    ...[CommandEnvelope, Handshake, Reply, SliceMessage, ServiceStatus, VideoTokenRequest, VideoTokenReply],
    ...[Spoke, BalanceView, React, ReactionsView],
    ...[NotesOpen, NotesOpened, NotesUpdate, NotesReply, NotesPointing, NotesMessage],
    ...[NotesVersionRequest, NotesVersionReply, NotesVersionsReply],
    ...[SessionView, StaffView, FacilitatorsView, RoomView, FormerTableView, SeatView],
  ].map((schema) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const hash = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);

  expect({ version: PROTOCOL_VERSION, hash }).toMatchInlineSnapshot(`
    {
      "hash": "615f88ecc94cf613",
      "version": 3,
    }
  `);
});
