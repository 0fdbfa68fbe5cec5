import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for databases and the like that is gone afterwards, whatever happens in between. */
export async function inFolder<Result>(run: (fileIn: (name: string) => string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-bench-'));
  try {
    return await run((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
