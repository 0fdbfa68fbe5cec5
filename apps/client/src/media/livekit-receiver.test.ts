import type { Room } from 'livekit-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReceiver } from './livekit-receiver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  Object.defineProperty(document, 'hidden', { value: false, configurable: true });
  vi.useRealTimers();
});

/** LiveKit's half: a track of somebody else, and what the server was asked for it. */
function publication(kind: 'audio' | 'video', trackSid: string) {
  return {
    ...{ kind, trackSid },
    isDesired: false,
    arrives: false,
    setSubscribed(desired: boolean) {
      this.isDesired = desired;
    },
    setEnabled(enabled: boolean) {
      this.arrives = enabled;
    },
  };
}

function given(pictures: number) {
  const listeners = new Map<string, () => void>();
  const all = [publication('audio', 'sound')];
  for (let index = 0; index < pictures; index++) all.push(publication('video', `picture-${index}`));
  const on = (event: string, run: () => void) => void listeners.set(event, run);
  const trackPublications = { values: () => all.values() };
  const room = { remoteParticipants: new Map([['ada', { trackPublications }]]), on, once: on };
  const receiver = createReceiver(room as unknown as Room);
  return {
    receiver,
    all,
    arriving: () => all.filter(({ arrives }) => arrives).map(({ trackSid }) => trackSid),
    publish: (late: (typeof all)[number]) => {
      all.push(late);
      listeners.get('trackPublished')?.();
    },
    hide: (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

test('[VC-2] before the opening everything is agreed on and nothing arrives', () => {
  const { receiver, all, arriving, publish } = given(2);
  receiver.joined();
  publish(publication('video', 'late'));
  expect(all.map(({ isDesired }) => isDesired)).toEqual([true, true, true, true]);
  expect(arriving()).toEqual([]);
});

test('[VC-40] with the opening sound and, in a small room, every picture arrives', () => {
  const { receiver, arriving } = given(2);
  receiver.joined();
  receiver.open();
  expect(arriving()).toEqual(['sound', 'picture-0', 'picture-1']);
});

test('[VC-40] a picture that nobody looks at is not fetched for long', async () => {
  const { receiver, arriving } = given(2);
  receiver.joined();
  receiver.open();
  receiver.look('picture-0', true);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(arriving()).toEqual(['sound', 'picture-0']);

  receiver.look('picture-0', false);
  receiver.look('picture-1', true);
  expect(arriving()).toEqual(['sound', 'picture-1']);
});

test('[VC-40] in a large room pictures wait until they are looked at', () => {
  const { receiver, arriving } = given(13);
  receiver.joined();
  receiver.open();
  expect(arriving()).toEqual(['sound']);
  receiver.look('picture-12', true);
  expect(arriving()).toEqual(['sound', 'picture-12']);
});

test('[VC-40] five seconds behind another window no picture is fetched, sound goes on', async () => {
  const { receiver, arriving, hide } = given(1);
  receiver.open();
  receiver.joined();
  receiver.look('picture-0', true);
  hide(true);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(arriving()).toEqual(['sound', 'picture-0']);
  await vi.advanceTimersByTimeAsync(1);
  expect(arriving()).toEqual(['sound']);
  hide(false);
  expect(arriving()).toEqual(['sound', 'picture-0']);
});

test('[VC-4] after the hush nothing new is fetched', () => {
  const { receiver, arriving, publish } = given(0);
  receiver.joined();
  receiver.open();
  receiver.close();
  publish(publication('audio', 'late'));
  expect(arriving()).not.toContain('late');
});
