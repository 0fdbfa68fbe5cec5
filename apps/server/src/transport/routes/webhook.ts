import express, { Router } from 'express';
import type { RoomKeeper } from '../../application/room-keeper.ts';
import type { VideoRoomName } from '../../ports/video-rooms.ts';
import { sendProblem } from '../problem.ts';

/** Reads a signed message of the video server; undefined when the signature is not its own. */
export type ReadWebhook = (
  rawBody: string,
  authorization: string | undefined,
) => Promise<{ room: VideoRoomName; event: string } | undefined>;

const UNSIGNED = { status: 401, code: 'unsigned', title: 'This does not come from the video server.' };

/** What the video server tells by itself. Hints only: the agenda never depends on them. */
export function webhookRoutes(keeper: Pick<RoomKeeper, 'hint'>, readWebhook: ReadWebhook): Router {
  const router = Router();
  // The signature is over the bytes as they came, so nothing may parse them before.
  router.post('/livekit/webhook', express.text({ type: () => true, limit: '64kb' }), async (request, response) => {
    const hint = await readWebhook(String(request.body ?? ''), request.headers.authorization);
    if (!hint) return sendProblem(response, UNSIGNED);
    keeper.hint(hint);
    response.status(200).end();
  });
  return router;
}
