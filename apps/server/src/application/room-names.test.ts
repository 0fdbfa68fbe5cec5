import type { SessionId, VideoKey } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { createRoomNames } from './room-names.ts';

const SECRET = 'a-secret-that-stays-with-this-installation';
const nameOf = (session: string, key: string, secret = SECRET) =>
  createRoomNames(secret).nameOf(session as SessionId, key as VideoKey);

test('[VI-3] a name is the same after a restart and serves one opening of one place of one session', () => {
  const name = nameOf('model', 'round-1-a~1');
  expect(nameOf('model', 'round-1-a~1')).toBe(name);

  const others = [nameOf('model', 'round-1-a~2'), nameOf('model', 'round-1-b~1'), nameOf('other', 'round-1-a~1')];
  expect(new Set([name, ...others]).size).toBe(4);
});

test('[VI-3] a name tells nothing of what it stands for, and another secret gives another', () => {
  expect(nameOf('model', 'plenary~0')).not.toMatch(/model|plenary/);
  expect(nameOf('model', 'plenary~0', `${SECRET}!`)).not.toBe(nameOf('model', 'plenary~0'));
});

test('[VI-3] names of another installation are none of ours', () => {
  const ours = createRoomNames(SECRET);
  expect(ours.isOurs(nameOf('model', 'plenary~0'))).toBe(true);
  expect(ours.isOurs(nameOf('model', 'plenary~0', `${SECRET}!`))).toBe(false);
});
