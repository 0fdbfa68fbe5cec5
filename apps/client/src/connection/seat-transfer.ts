import { refusalFrom, refusalOf, type SeatAnswer } from './seat-answer.ts';

/** How many bytes have gone through, of how many; `total` is absent where nobody said. */
export type Progress = (sent: number, total: number | undefined) => void;

export interface Asking {
  signal?: AbortSignal;
}

export interface Transfer extends Asking {
  /** Told now and then how much has gone through. */
  progress?: Progress;
}

/** Puts bytes where the sender says and tells how far it has come, which `fetch` cannot. */
export function putWithProgress(
  request: XMLHttpRequest,
  url: string,
  authorization: string,
  bytes: Blob,
  { signal, progress }: Transfer = {},
): Promise<SeatAnswer<unknown>> {
  return new Promise((resolve) => {
    const stop = () => request.abort();
    const settle = (answer: SeatAnswer<unknown>) => {
      signal?.removeEventListener('abort', stop);
      resolve(answer);
    };
    if (signal?.aborted) return settle(refusalOf('stopped'));
    signal?.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) =>
      progress?.(loaded, lengthComputable ? total : undefined);
    request.onload = () => settle(answerOf(request));
    request.onerror = () => settle(refusalOf('unreachable'));
    request.onabort = () => settle(refusalOf('stopped'));
    request.open('PUT', url);
    request.setRequestHeader('authorization', authorization);
    request.setRequestHeader('content-type', bytes.type || 'application/octet-stream');
    request.send(bytes);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): SeatAnswer<unknown> {
  const value = jsonIn(responseText);
  return status >= 200 && status < 300 ? { ok: true, value } : refusalFrom(status, value);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // an answer without a body, or somebody else's page
  }
}

/** The bytes of an answer, told about as they come. */
export async function readWithProgress(response: Response, progress: Progress | undefined): Promise<Blob> {
  const type = response.headers.get('content-type') ?? '';
  if (!progress || !response.body) return response.blob();
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 ? length : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  let read = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    read += part.value.byteLength;
    progress(read, total);
  }
  return new Blob(parts, { type });
}
