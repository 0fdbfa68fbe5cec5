import type { Bot } from './bot.ts';
import type { Tally } from './tally.ts';

const RATE = 48_000;
const FRAME = 480;

/** Everybody with a microphone and ears, following their own place. */
export interface Audio {
  /** One more who speaks and listens. */
  add(bot: Bot): void;
  leave(): Promise<void>;
}

/**
 * Lets every bot publish a quiet tone and count the audio frames it hears, in the video room of its place.
 * Needs the optional native package @livekit/rtc-node.
 */
export async function joinAudio(url: string, bots: readonly Bot[], tally: Tally): Promise<Audio> {
  const rtc = await import('@livekit/rtc-node').catch(() => {
    throw new Error('--audio needs the package @livekit/rtc-node, which is not installed on this platform.');
  });
  let over = false;
  const listeners = bots.map((bot) => follow(bot));

  async function follow(bot: Bot): Promise<void> {
    let at: string | undefined;
    let leave = async () => {};
    while (!over && !bot.hasLeft()) {
      const key = bot.you().video.now;
      if (key !== at) {
        at = key;
        await leave();
        leave = key ? await join(bot, key) : async () => {};
      }
      await bot.until('another place', () => over || bot.hasLeft() || bot.you().video.now !== at).catch(() => {});
    }
    await leave();
  }

  async function join(bot: Bot, key: NonNullable<ReturnType<Bot['you']>['video']['now']>) {
    const ticket = await bot.videoToken(key);
    if (!ticket) return async () => {};
    const room = new rtc.Room();
    // A track may be gone again before it is listened to; what was not heard is not counted.
    room.on(rtc.RoomEvent.TrackSubscribed, (track) => void listen(track, bot).catch(() => {}));
    await room.connect(url.replace(/^http/, 'ws') + ticket.path, ticket.token, {
      autoSubscribe: true,
      dynacast: false,
    });
    const source = new rtc.AudioSource(RATE, 1);
    if (bot.you().publish.microphone) await speak(room, source);
    return () => room.disconnect();
  }

  async function listen(track: InstanceType<typeof rtc.Track>, bot: Bot): Promise<void> {
    for await (const _frame of new rtc.AudioStream(track as never, RATE, 1)) {
      tally.heard[bot.name] = (tally.heard[bot.name] ?? 0) + 1;
      if (over) return;
    }
  }

  async function speak(room: InstanceType<typeof rtc.Room>, source: InstanceType<typeof rtc.AudioSource>) {
    const track = rtc.LocalAudioTrack.createAudioTrack('voice', source);
    const options = new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE });
    await room.localParticipant?.publishTrack(track, options);
    void hum(source);
  }

  async function hum(source: InstanceType<typeof rtc.AudioSource>): Promise<void> {
    for (let sample = 0; !over; sample += FRAME) {
      const data = Int16Array.from(
        { length: FRAME },
        (_, i) => 2_000 * Math.sin((2 * Math.PI * 220 * (sample + i)) / RATE),
      );
      await source.captureFrame(new rtc.AudioFrame(data, RATE, 1, FRAME)).catch(() => {
        over = true;
      });
    }
  }

  return {
    add: (bot) => void listeners.push(follow(bot)),
    async leave() {
      over = true;
      await Promise.race([Promise.all(listeners), new Promise((resolve) => setTimeout(resolve, 2_000))]);
      await rtc.dispose();
    },
  };
}
