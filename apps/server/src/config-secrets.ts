import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from './config-values.ts';

export interface OwnSecrets {
  hostKey: string;
  roomSecret: string;
}

/**
 * The secrets this installation made for itself on its first start: `secrets.json` in the data folder, readable by
 * its owner only. What is missing there is made up and kept; the file is replaced as a whole.
 */
export function ownSecrets(dataDir: string): OwnSecrets {
  const file = join(dataDir, 'secrets.json');
  const kept = readSecrets(file);
  const secrets = { hostKey: kept.hostKey ?? fresh(), roomSecret: kept.roomSecret ?? fresh() };
  if (kept.hostKey === undefined || kept.roomSecret === undefined) writeSecrets(dataDir, file, secrets);
  return secrets;
}

const fresh = () => randomBytes(32).toString('base64url');

function readSecrets(file: string): Partial<OwnSecrets> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    return refuse('DATA_DIR', `holds a secrets.json that cannot be read (${messageOf(error)}).`);
  }
  const { hostKey, roomSecret } = parseObject(text);
  return { ...(isSecret(hostKey) ? { hostKey } : {}), ...(isSecret(roomSecret) ? { roomSecret } : {}) };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Said below, for both cases: a new key in its place would lock every host out without a word.
  }
  return refuse(
    'DATA_DIR',
    'holds a damaged secrets.json: restore it from a backup, or remove it to make new secrets.',
  );
}

const isSecret = (value: unknown): value is string => typeof value === 'string' && value.length >= 32;

function writeSecrets(dataDir: string, file: string, secrets: OwnSecrets): void {
  const draft = `${file}.${process.pid}.draft`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    refuse('DATA_DIR', `cannot be written to (${messageOf(error)}).`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
