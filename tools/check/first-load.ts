import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a page may have its first visitor load before anything of it can be seen: code and styles, compressed. */
export const FIRST_LOAD_LIMIT_BYTES = 120_000;

/** One file of the build, as Vite's manifest describes it. */
export interface BuiltChunk {
  file: string;
  css?: readonly string[];
  /** Keys of chunks that come with it. What is imported later is not among them. */
  imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, BuiltChunk>>;

/** The room as its first visitor loads it: the document, the room's own page, and the longer of the two languages. */
const ROOM = ['index.html', 'src/pages/room/room-door.tsx', 'src/i18n/de.ts'] as const;

/** Bytes of the room's first load from a built client: each file compressed by itself, as servers do. Fonts, pictures and video come beside. */
export function roomFirstLoad(dist: string): number {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const sizes = ['index.html', ...filesOf(manifest, ROOM)].map(
    (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/** Every file that comes with these entries, each once. @throws when the build has no such entry: then the measure is void. */
export function filesOf(manifest: Manifest, entries: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build has no ${key}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...files];
}
