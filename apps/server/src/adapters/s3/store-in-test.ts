import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Options } from './files.ts';

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The signature that AWS Signature Version 4 asks for, worked out from the request alone. */
function signatureOf(request: IncomingMessage, url: URL, { secretKey, region }: S3Options, names: string): string {
  const stamp = String(request.headers['x-amz-date']);
  const day = stamp.slice(0, 8);
  const query = [...url.searchParams].map(([key, value]) => `${encoded(key)}=${encoded(value)}`).toSorted();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const payload = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  return hmac(key as Buffer, toSign).toString('hex');
}

/**
 * An object store for tests: one bucket in memory, listings of two names at a time. It believes no request whose signature it does
 * not arrive at by itself.
 */
export async function startStore() {
  const objects = new Map<string, Uint8Array>();
  const options = { bucket: 'slides', region: 'eu-test-1', accessKey: 'key', secretKey: 'secret' };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const [, key, names, signature] =
      /^AWS4-HMAC-SHA256 Credential=([^/]+)\/.*SignedHeaders=([^,]+), *Signature=([0-9a-f]+)$/.exec(
        request.headers.authorization ?? '',
      ) ?? [];
    const right = names && signature === signatureOf(request, url, { ...options, endpoint: '' }, names);
    const claimed = request.headers['x-amz-content-sha256'];
    if (key !== options.accessKey || !right || (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(body))) {
      return void response.writeHead(403).end();
    }
    const path = decodeURIComponent(url.pathname).split('/').slice(2).join('/');
    if (path === '') return void response.end(listing(url.searchParams));
    if (request.method === 'PUT') objects.set(path, Uint8Array.from(body));
    else if (request.method === 'DELETE') objects.delete(path);
    const found = objects.get(path);
    if (request.method !== 'GET') return void response.writeHead(request.method === 'PUT' ? 200 : 204).end();
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-length': found.byteLength }).end(found);
  }

  function listing(query: URLSearchParams): string {
    const prefix = query.get('prefix') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
    const names = query.has('delimiter')
      ? [...new Set(keys.map((key) => `<Prefix>${key.split('/')[0]}/</Prefix>`))]
      : keys.map((key) => `<Key>${key}</Key>`);
    const from = Number(query.get('continuation-token') ?? 0);
    const more = names.length > from + 2 ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
    return `<ListBucketResult>${names.slice(from, from + 2).join('')}${more}</ListBucketResult>`;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { options: { ...options, endpoint }, clear: () => objects.clear(), stop: () => server.close() };
}
