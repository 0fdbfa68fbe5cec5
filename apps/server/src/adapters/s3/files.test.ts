import type { FileId, SessionId } from '@werkraum/protocol';
import { afterAll, expect, test } from 'vitest';
import { describeFiles } from '../../ports/files.contract.ts';
import { createS3Files } from './files.ts';
import { startStore } from './store-in-test.ts';

const store = await startStore();
afterAll(() => void store.stop());

describeFiles('S3', async () => {
  store.clear();
  return createS3Files(store.options);
});

test('[FI-6] a store that does not believe us says so, and nothing is taken for kept', async () => {
  const files = createS3Files({ ...store.options, secretKey: 'another' });
  const put = files.put('one' as SessionId, 'a'.repeat(22) as FileId, Uint8Array.of(1));
  await expect(put).rejects.toThrow('the object store answered 403 to PUT');
});
