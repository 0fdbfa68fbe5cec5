import { expect, test } from 'vitest';
import { unzipped } from '../adapters/booklet/testing/unzipped.ts';
import { type ZipFile, zipped } from './zip.ts';

const AT = Date.UTC(2026, 4, 4, 9);

async function* each<T>(...items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function packed(files: AsyncIterable<ZipFile>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(files, AT)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('[KE-23] an archive holds every file under its name, as it was', async () => {
  const bytes = new TextEncoder().encode('page one, page two');
  const archive = await packed(
    each<ZipFile>(
      { name: 'README.txt', content: 'Grüße\n'.repeat(1_000) },
      { name: 'files/Größe 🏠.pdf', content: each(bytes.subarray(0, 8), bytes.subarray(8)) },
      { name: 'empty.txt', content: '' },
    ),
  );
  expect([...unzipped(archive)]).toEqual([
    ['README.txt', 'Grüße\n'.repeat(1_000)],
    ['files/Größe 🏠.pdf', 'page one, page two'],
    ['empty.txt', ''],
  ]);
  expect(archive.length).toBeLessThan(1_000);
});

test('[KE-23] an archive of nothing can be opened', async () => {
  expect([...unzipped(await packed(each<ZipFile>()))]).toEqual([]);
});

test('[KE-23] an archive is given out while it is read', async () => {
  let asked = 0;
  async function* large(): AsyncGenerator<Uint8Array> {
    for (; asked < 100; asked += 1) yield new Uint8Array(100_000);
  }
  const pieces = zipped(each<ZipFile>({ name: 'large', content: large() }), AT);
  await pieces.next();
  await pieces.next();
  expect(asked).toBeLessThan(5);
  let length = 0;
  for await (const piece of pieces) length += piece.length;
  expect(length).toBeGreaterThan(9_000_000);
});

test('[KE-23] a file that cannot be read ends the archive', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10);
    throw new Error('the disk is away');
  }
  await expect(packed(each<ZipFile>({ name: 'broken', content: broken() }))).rejects.toThrow('the disk is away');
});
