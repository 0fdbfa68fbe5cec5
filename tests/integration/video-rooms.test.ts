import { dispose } from '@livekit/rtc-node';
import { createLiveKitRooms } from '@werkraum/server/src/adapters/livekit/video-rooms.ts';
import { videoRoomsContract } from '@werkraum/server/src/ports/video-rooms.contract.ts';
import { afterAll, test } from 'vitest';
import { findRealLiveKit } from '../support/real-livekit.ts';
import { enterAsBot, type VoiceBot } from '../support/voice-bot.ts';

const livekit = await findRealLiveKit();

if ('missing' in livekit) {
  test.skip(`the contract of VideoRooms on a real LiveKit server: ${livekit.missing}`, () => {});
} else {
  afterAll(() => dispose());
  videoRoomsContract('a real LiveKit server', async () => {
    const server = await livekit.start();
    const bots: VoiceBot[] = [];
    return {
      rooms: createLiveKitRooms(server),
      async enter(token, microphone) {
        const bot = await enterAsBot(server.url, token, microphone ? 440 : undefined);
        bots.push(bot);
        return bot;
      },
      breakDown: () => server.stop(),
      async stop() {
        for (const bot of bots) await bot.leave();
        await server.stop();
      },
    };
  });
}
