import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** One file of a page's first load. */
export interface LoadedFile {
  name: string;
  kind: 'code' | 'style' | 'document' | 'font' | 'picture';
  body: Buffer;
  /** As `gzip -9` makes it; fonts and pictures are compressed by themselves. */
  gzipBytes: number;
}

const KINDS: Readonly<Record<string, LoadedFile['kind']>> = {
  script: 'code',
  stylesheet: 'style',
  document: 'document',
  font: 'font',
};

/** Writes down every file the page fetches until the list is asked for; requests of the API and of Socket.IO are none. */
export function watchFiles(page: Page): () => Promise<LoadedFile[]> {
  const bodies = new Map<string, Promise<LoadedFile>>();
  let closed = false;
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (closed || pathname.startsWith('/socket.io') || pathname.startsWith('/api') || bodies.has(pathname)) return;
    const kind = KINDS[request.resourceType()] ?? 'picture';
    bodies.set(
      pathname,
      (async () => {
        const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
        const gzipBytes = kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;
        return { name: pathname, kind, body, gzipBytes };
      })(),
    );
  });
  return () => {
    closed = true;
    return Promise.all(bodies.values());
  };
}

export const kilobytes = (files: readonly LoadedFile[], ...kinds: readonly LoadedFile['kind'][]): number =>
  files.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1_000;
