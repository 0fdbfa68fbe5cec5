import type { Room } from 'livekit-client';
import { expect, test } from 'vitest';
import { createSender } from './livekit-sender.ts';

/** As much of a browser's track as is needed: clones live and die by themselves. */
class Track {
  enabled = true;
  readyState: 'live' | 'ended' = 'live';
  readonly clones: Track[] = [];
  clone(): Track {
    const clone = new Track();
    this.clones.push(clone);
    return clone;
  }
  stop(): void {
    this.readyState = 'ended';
  }
}

/** LiveKit's half: what is published carries whether the others are told that it is muted. */
function given() {
  const muted: boolean[] = [];
  const publishing = Promise.withResolvers<void>();
  let isSlow = false;
  const publishTrack = async (clone: Track) => {
    if (isSlow) await publishing.promise;
    const publication = {
      isMuted: false,
      track: { replaceTrack: async () => {} },
      mute: async () => set(true),
      unmute: async () => set(false),
    };
    const set = (to: boolean) => {
      publication.isMuted = to;
      clone.enabled = !to;
      muted.push(to);
    };
    return publication;
  };
  const unpublished: unknown[] = [];
  const unpublishTrack = async (track: unknown) => void unpublished.push(track);
  const sender = createSender({ localParticipant: { publishTrack, unpublishTrack } } as unknown as Room);
  const master = new Track();
  const what = (isMuted: boolean) => ({ track: master as unknown as MediaStreamTrack, muted: isMuted });
  return {
    ...{ sender, master, what, muted, unpublished },
    clone: () => master.clones.at(-1),
    publishSlowly: () => {
      isSlow = true;
    },
    published: publishing.resolve,
  };
}

test('[VC-2] before the release only black and silence is published, and marked as muted', async () => {
  const { sender, what, clone, muted } = given();
  await sender.send('camera', what(false));
  expect(clone()).toMatchObject({ enabled: false, readyState: 'live' });
  expect(muted).toEqual([true]);

  sender.release();
  await sender.send('camera', what(false));
  expect(clone()?.enabled).toBe(true);
  expect(muted).toEqual([true, false]);
});

test('[VC-2] while it is being published a track is black and silent too', async () => {
  const { sender, what, clone, publishSlowly } = given();
  publishSlowly();
  void sender.send('microphone', what(false));
  expect(clone()?.enabled).toBe(false);
});

test('[VC-21] what was switched off before the release stays off after it', async () => {
  const { sender, what, clone, muted } = given();
  await sender.send('microphone', what(false));
  await sender.send('microphone', what(true));
  sender.release();
  await sender.send('microphone', what(true));
  expect(clone()?.enabled).toBe(false);
  expect(muted).toEqual([true]);
});

test('[VC-4] a release while something is being published is heeded', async () => {
  const { sender, what, clone, muted, publishSlowly, published } = given();
  publishSlowly();
  const sending = sender.send('camera', what(false));
  sender.release();
  published();
  await sending;
  expect(clone()?.enabled).toBe(true);
  expect(muted).toEqual([]);
});

test('[VC-4] a release right after something was marked as muted is heeded', async () => {
  const { sender, what, clone } = given();
  const sending = sender.send('camera', what(false));
  for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  sender.release();
  await sending;
  expect(clone()?.enabled).toBe(true);
});

test('[VC-4] hushing stops what is sent and what is still being published, and not the original', async () => {
  const { sender, master, what, publishSlowly, published, unpublished } = given();
  await sender.send('microphone', what(false));
  publishSlowly();
  const sending = sender.send('camera', what(false));
  sender.hush();
  expect(master.clones.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  expect(master.readyState).toBe('live');

  published();
  await sending;
  expect(unpublished).toHaveLength(1);
  await sender.send('screen', what(false));
  expect(master.clones).toHaveLength(2);
});

test('[VC-11] another device takes over before the release, as black as the first', async () => {
  const { sender, what, clone } = given();
  await sender.send('camera', what(false));
  const other = new Track();
  await sender.send('camera', { track: other as unknown as MediaStreamTrack, muted: false });
  expect(clone()?.readyState).toBe('ended');
  expect(other.clones[0]).toMatchObject({ enabled: false, readyState: 'live' });
});
