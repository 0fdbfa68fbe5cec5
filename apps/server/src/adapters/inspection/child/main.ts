import { buffer } from 'node:stream/consumers';
import './image-data.ts';
import { inspect } from './inspect.ts';

/**
 * The process that looks into one file: bytes on standard input; on standard output one line of JSON, then the bytes
 * to be kept unless those are the ones that came.
 */
async function main(): Promise<void> {
  const bytes = new Uint8Array(await buffer(process.stdin));
  const found = await inspect(bytes);
  const said = found.ok ? { ok: true, type: found.type, pages: found.pages, same: found.bytes === bytes } : found;
  process.stdout.write(`${JSON.stringify(said)}\n`);
  if (found.ok && found.bytes !== bytes) process.stdout.write(found.bytes);
}

await main();
