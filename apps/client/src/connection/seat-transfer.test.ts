import { expect, test } from 'vitest';
import { putWithProgress } from './seat-transfer.ts';

/** A request whose course the test tells, as a browser would. */
class ToldRequest {
  upload: { onprogress?: (event: Partial<ProgressEvent>) => void } = {};
  status = 0;
  responseText = '';
  sent: unknown;
  said: string[] = [];
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  open(method: string, url: string) {
    this.said.push(`${method} ${url}`);
  }
  setRequestHeader(name: string, value: string) {
    this.said.push(`${name}: ${value}`);
  }
  send(bytes: unknown) {
    this.sent = bytes;
  }
  abort() {
    this.onabort?.();
  }
  answers(status: number, text: string) {
    Object.assign(this, { status, responseText: text });
    this.onload?.();
  }
}

function givenPost(signal?: AbortSignal) {
  const request = new ToldRequest();
  const steps: (number | undefined)[][] = [];
  const bytes = new Blob(['slides'], { type: 'application/pdf' });
  const answer = putWithProgress(request as unknown as XMLHttpRequest, '/files', 'Bearer ada.secret', bytes, {
    ...(signal && { signal }),
    progress: (...step) => steps.push(step),
  });
  return { request, steps, bytes, answer };
}

test('bytes go as they are, with the proof in a header, and tell how far they have come', async () => {
  const { request, steps, bytes, answer } = givenPost();
  request.upload.onprogress?.({ loaded: 3, total: 6, lengthComputable: true });
  request.answers(201, '{"fileId":"f"}');
  expect(await answer).toEqual({ ok: true, value: { fileId: 'f' } });
  expect(request.said).toEqual(['PUT /files', 'authorization: Bearer ada.secret', 'content-type: application/pdf']);
  expect(request.sent).toBe(bytes);
  expect(steps).toEqual([[3, 6]]);
});

test('a refused file says why', async () => {
  const { request, answer } = givenPost();
  request.answers(415, '{"code":"file-type-refused"}');
  expect(await answer).toEqual({ ok: false, problem: 'refused', code: 'file-type-refused' });
});

test('a broken line and a change of mind are told apart', async () => {
  const broken = givenPost();
  broken.request.onerror?.();
  expect(await broken.answer).toMatchObject({ problem: 'unreachable' });
  const stop = new AbortController();
  const stopped = givenPost(stop.signal);
  stop.abort();
  expect(await stopped.answer).toMatchObject({ problem: 'stopped' });
});
