import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const SERVER_MODULE = 'github.com/livekit/livekit-server';
export const WRAPPER_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The LiveKit server's version, e.g. `v1.13.5`: go.mod is the only place it is written in. */
export function pinnedVersion(goMod: string = readFileSync(`${WRAPPER_FOLDER}go.mod`, 'utf8')): string {
  const version = new RegExp(`${SERVER_MODULE} (v\\d\\S*)`).exec(goMod)?.[1];
  if (version === undefined) throw new Error(`tools/livekit/go.mod does not require ${SERVER_MODULE}`);
  return version;
}
