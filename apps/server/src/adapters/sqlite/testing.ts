import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** Where a test may put a database. */
export function databaseFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keeping-'));
  folders.push(folder);
  return join(folder, 'werkraum.db');
}

/** Removes what `databaseFile` gave out; the databases are closed by then. */
export function removeDatabases(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
