import type { FileId, SessionId } from '@werkraum/protocol';
import { AwsClient } from 'aws4fetch';
import type { Files } from '../../ports/files.ts';

/** A bucket of any store that speaks S3, addressed in path style. It must exist. */
export interface S3Options {
  /** Without a trailing slash. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** Tries so often after an answer that may pass. */
const RETRIES = 3;

/** Files as objects `<session>/<file>` in a bucket. */
export function createS3Files({ endpoint, bucket, region, accessKey, secretKey }: S3Options): Files {
  const client = new AwsClient({
    ...{ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3', retries: RETRIES },
  });
  const base = `${endpoint}/${bucket}`;
  const keyOf = (sessionId: SessionId, fileId: FileId): string => `${base}/${sessionId}/${fileId}`;

  async function ask(method: string, url: string, body?: Uint8Array<ArrayBuffer>): Promise<Response> {
    const response = await client.fetch(url, { method, ...(body && { body }) });
    if (response.ok || response.status === 404) return response;
    await response.body?.cancel();
    throw new Error(`the object store answered ${response.status} to ${method}`);
  }

  async function done(method: string, url: string, body?: Uint8Array<ArrayBuffer>): Promise<void> {
    const response = await ask(method, url, body);
    await response.body?.cancel();
    if (response.status === 404 && method !== 'DELETE') throw new Error('the bucket of the object store is missing');
  }

  /** All names that a listing gives in elements of this kind, over as many answers as it takes. */
  async function listing(query: Record<string, string>, element: RegExp): Promise<string[]> {
    const found: string[] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const more: Record<string, string> = token ? { 'continuation-token': token } : {};
      const response = await ask('GET', `${base}?${new URLSearchParams({ 'list-type': '2', ...query, ...more })}`);
      const text = await response.text();
      if (!response.ok) throw new Error('the bucket of the object store is missing');
      // Our own names are letters, digits, `-`, `_` and `/`: nothing in them is escaped.
      found.push(...Array.from(text.matchAll(element), ([, name]) => name as string));
      token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1];
    }
    return found;
  }

  const list = async (sessionId: SessionId): Promise<FileId[]> => {
    const keys = await listing({ prefix: `${sessionId}/` }, /<Key>([A-Za-z0-9_/-]+)<\/Key>/g);
    return keys.map((key) => key.slice(sessionId.length + 1) as FileId);
  };

  return {
    put: (sessionId, fileId, bytes) => done('PUT', keyOf(sessionId, fileId), new Uint8Array(bytes)),
    async get(sessionId, fileId) {
      const response = await ask('GET', keyOf(sessionId, fileId));
      if (response.ok)
        return { size: Number(response.headers.get('content-length')), bytes: response.body ?? nothing() };
      await response.body?.cancel();
      return undefined;
    },
    delete: (sessionId, fileId) => done('DELETE', keyOf(sessionId, fileId)),
    async deleteSession(sessionId) {
      for (const fileId of await list(sessionId)) await done('DELETE', keyOf(sessionId, fileId));
    },
    list,
    async sessions() {
      const prefixes = await listing({ delimiter: '/' }, /<Prefix>([A-Za-z0-9_-]+)\/<\/Prefix>/g);
      return prefixes as SessionId[];
    },
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
