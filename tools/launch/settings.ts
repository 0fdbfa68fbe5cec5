import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { type Config, parseConfig } from '../../apps/server/src/config.ts';
import { ROOT } from '../lib/root.ts';

export interface Settings {
  config: Config;
  /** Where the server answers, as seen from this machine: `http://127.0.0.1:8080`. */
  url: string;
}

/** The settings, from the environment and .env: checked before anything takes time. Whether LiveKit can be had is found out later. */
export function readSettings(): Settings {
  if (existsSync(join(ROOT, '.env'))) loadEnvFile(join(ROOT, '.env'));
  const config = parseConfig(process.env.LIVEKIT_URL ? process.env : { ...process.env, LIVEKIT: 'off' });
  return { config, url: `http://${reachable(config.host)}:${config.port}` };
}

/** An address that means "every interface" is none to connect to. */
function reachable(host: string): string {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
