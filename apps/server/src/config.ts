import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownSecrets } from './config-secrets.ts';
import {
  ConfigError,
  isLoopback,
  oneOf,
  originUrl,
  proxies,
  refuse,
  strongSecret,
  wholeNumber,
} from './config-values.ts';

/** Every variable the server reads; `.env.example` explains each (a test keeps the two in step). */
export const VARIABLES = [
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DATA_DIR',
  'NODE_ENV',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'MAX_CONNECTIONS',
  'KEEP_DAYS',
  'HOST_KEY',
  'HOST_KEY_FILE',
  'ROOM_SECRET',
  'ROOM_SECRET_FILE',
  'LIVEKIT',
  'LIVEKIT_URL',
  'LIVEKIT_API_KEY',
  'LIVEKIT_API_KEY_FILE',
  'LIVEKIT_API_SECRET',
  'LIVEKIT_API_SECRET_FILE',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY',
  'S3_ACCESS_KEY_FILE',
  'S3_SECRET_KEY',
  'S3_SECRET_KEY_FILE',
] as const;
type Variable = (typeof VARIABLES)[number];
type Secret = Extract<Variable, `${string}_FILE`> extends `${infer Name}_FILE` ? Name : never;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** What browsers type, without a trailing slash; links and the Origin check are made from it. */
  readonly publicUrl: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly production: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** For Express' setting of that name. */
  readonly trustProxy: number | readonly string[];
  /** People at the same time. */
  readonly maxConnections: number;
  /** So many days a session is kept after its end. */
  readonly keepDays: number;
  /** Proves an organiser. */
  readonly hostKey: string;
  /** Names of video rooms are HMACs with it. */
  readonly roomSecret: string;
  readonly livekit: LiveKitConfig;
  /** Where files are kept; absent: in the data folder. */
  readonly s3: S3Config | undefined;
}

export interface S3Config {
  /** Without a trailing slash. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export type LiveKitConfig =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly url: string; readonly apiKey: string; readonly apiSecret: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment once; makes up and keeps the secrets that are not given.
 * @throws {ConfigError} naming the variable that cannot be used
 */
export function parseConfig(env: Environment): Config {
  const get = (name: Variable) => env[name] || undefined;
  const production =
    oneOf('NODE_ENV', get('NODE_ENV') ?? 'development', ['development', 'test', 'production']) === 'production';
  const port = wholeNumber('PORT', get('PORT') ?? '8080', 1, 65_535);
  const dataDir = resolve(get('DATA_DIR') ?? './data');
  const config = {
    port,
    host: get('HOST') ?? '127.0.0.1',
    publicUrl: publicUrl(get('PUBLIC_URL') ?? `http://localhost:${port}`, production),
    dataDir,
    production,
    logLevel: oneOf('LOG_LEVEL', get('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    trustProxy: proxies('TRUST_PROXY', get('TRUST_PROXY') ?? '0'),
    maxConnections: wholeNumber('MAX_CONNECTIONS', get('MAX_CONNECTIONS') ?? '10000', 1, 100_000),
    keepDays: wholeNumber('KEEP_DAYS', get('KEEP_DAYS') ?? '30', 0, 180),
    livekit: livekit(env, production),
    s3: s3(env),
  };
  return Object.freeze({ ...config, ...secrets(env, dataDir) });
}

/** The configuration of this process, or one line on standard error and the end of it. */
export function loadConfig(): Config {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`Werkraum cannot start: ${error.message}\n`);
    process.exit(1);
  }
}

function publicUrl(text: string, production: boolean): string {
  const url = originUrl('PUBLIC_URL', text, ['http:', 'https:']);
  if (production && url.startsWith('http:') && !isLoopback(url)) {
    refuse('PUBLIC_URL', 'must start with https:// in production: browsers give no camera to a plain http page.');
  }
  return url;
}

function secrets(env: Environment, dataDir: string): Pick<Config, 'hostKey' | 'roomSecret'> {
  const hostKey = secret(env, 'HOST_KEY');
  const roomSecret = secret(env, 'ROOM_SECRET');
  if (hostKey !== undefined) strongSecret('HOST_KEY', hostKey);
  if (roomSecret !== undefined) strongSecret('ROOM_SECRET', roomSecret);
  if (hostKey !== undefined && roomSecret !== undefined) return { hostKey, roomSecret };
  const own = ownSecrets(dataDir);
  return { hostKey: hostKey ?? own.hostKey, roomSecret: roomSecret ?? own.roomSecret };
}

function livekit(env: Environment, production: boolean): LiveKitConfig {
  if (oneOf('LIVEKIT', env.LIVEKIT || 'on', ['on', 'off']) === 'off') return Object.freeze({ kind: 'off' });
  if (!env.LIVEKIT_URL) {
    if (production) refuse('LIVEKIT_URL', 'is missing: give the address of the LiveKit server, or set LIVEKIT=off.');
    return Object.freeze({ kind: 'off' });
  }
  const url = originUrl('LIVEKIT_URL', env.LIVEKIT_URL, ['ws:', 'wss:', 'http:', 'https:']);
  const apiKey = secret(env, 'LIVEKIT_API_KEY') ?? refuse('LIVEKIT_API_KEY', 'is missing: LIVEKIT_URL needs it.');
  const apiSecret =
    secret(env, 'LIVEKIT_API_SECRET') ?? refuse('LIVEKIT_API_SECRET', 'is missing: LIVEKIT_URL needs it.');
  if (production) {
    if (apiKey === 'devkey')
      refuse('LIVEKIT_API_KEY', "is LiveKit's well-known development key: make one of your own.");
    strongSecret('LIVEKIT_API_SECRET', apiSecret);
  }
  return Object.freeze({ kind: 'on', url, apiKey, apiSecret });
}

/** An object store, if one is named; then all of it has to be. */
function s3(env: Environment): S3Config | undefined {
  if (!env.S3_ENDPOINT) return undefined;
  const endpoint = originUrl('S3_ENDPOINT', env.S3_ENDPOINT, ['http:', 'https:']);
  const bucket = env.S3_BUCKET || refuse('S3_BUCKET', 'is missing: S3_ENDPOINT needs it.');
  const accessKey = secret(env, 'S3_ACCESS_KEY') ?? refuse('S3_ACCESS_KEY', 'is missing: S3_ENDPOINT needs it.');
  const secretKey = secret(env, 'S3_SECRET_KEY') ?? refuse('S3_SECRET_KEY', 'is missing: S3_ENDPOINT needs it.');
  return Object.freeze({ endpoint, bucket, region: env.S3_REGION || 'us-east-1', accessKey, secretKey });
}

/** The variable itself or the content of the file its `_FILE` variant names, never both. */
function secret(env: Environment, name: Secret): string | undefined {
  const file = env[`${name}_FILE`] || undefined;
  const value = env[name] || undefined;
  if (file === undefined) return value;
  if (value !== undefined) refuse(name, `and ${name}_FILE are both set: give one of them.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return refuse(`${name}_FILE`, `names a file that cannot be read: ${file}`);
  }
}
