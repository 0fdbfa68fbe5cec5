import { buffer } from 'node:stream/consumers';
import type { FileId, SessionId } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import type { Files } from './files.ts';

const session = (name: string) => name as SessionId;
const file = (letter: string) => letter.repeat(22) as FileId;
const bytes = (...values: number[]) => Uint8Array.from(values);

/** What every adapter of `Files` does. `create` gives an empty one. */
export function describeFiles(name: string, create: () => Promise<Files>): void {
  const read = async (files: Files, sessionId: SessionId, fileId: FileId) => {
    const kept = await files.get(sessionId, fileId);
    if (!kept) return undefined;
    const content = new Uint8Array(await buffer(kept.bytes));
    expect(kept.size).toBe(content.byteLength);
    return content;
  };

  describe(`${name} keeps files`, () => {
    test('[FI-6] what is put is given back byte for byte, also a big one and one without content', async () => {
      const files = await create();
      const big = new Uint8Array(3_000_000).map((_, index) => index * 7);
      await files.put(session('one'), file('a'), big);
      await files.put(session('one'), file('b'), bytes());
      // Byte by byte in one step: a matcher takes seconds for millions of them.
      expect(Buffer.from(big).equals((await read(files, session('one'), file('a'))) ?? bytes())).toBe(true);
      expect(await read(files, session('one'), file('b'))).toEqual(bytes());
    });

    test('[FI-6] what was changed after it was put is not changed in what is kept', async () => {
      const files = await create();
      const given = bytes(1, 2, 3);
      await files.put(session('one'), file('a'), given);
      given[0] = 9;
      expect(await read(files, session('one'), file('a'))).toEqual(bytes(1, 2, 3));
    });

    test('[FI-9] a file is found in its own session only', async () => {
      const files = await create();
      await files.put(session('one'), file('a'), bytes(1));
      expect(await read(files, session('two'), file('a'))).toBeUndefined();
      expect(await read(files, session('one'), file('b'))).toBeUndefined();
    });

    test('[FI-7] what is deleted is gone; deleting what is not there is fine', async () => {
      const files = await create();
      await files.put(session('one'), file('a'), bytes(1));
      await files.put(session('one'), file('b'), bytes(2));
      await files.delete(session('one'), file('a'));
      await files.delete(session('one'), file('a'));
      await files.delete(session('none'), file('a'));
      expect(await files.list(session('one'))).toEqual([file('b')]);
      expect(await read(files, session('one'), file('a'))).toBeUndefined();
    });

    test('[FI-12] a session is deleted with all of its files, and no other', async () => {
      const files = await create();
      for (const name of ['one', 'one-', 'two']) await files.put(session(name), file('a'), bytes(1));
      await files.put(session('one'), file('b'), bytes(2));
      await files.deleteSession(session('one'));
      await files.deleteSession(session('none'));
      expect((await files.sessions()).toSorted()).toEqual(['one-', 'two']);
      expect(await files.list(session('one'))).toEqual([]);
    });

    test('[FI-6] lists name what is there, however many', async () => {
      const files = await create();
      const names = Array.from({ length: 7 }, (_, index) => file(String(index)));
      for (const fileId of names) await files.put(session('one'), fileId, bytes(1));
      expect((await files.list(session('one'))).toSorted()).toEqual(names);
      expect(await files.list(session('two'))).toEqual([]);
      expect(await files.sessions()).toEqual(['one']);
    });
  });
}
