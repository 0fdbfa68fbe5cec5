import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig, VARIABLES } from './config.ts';
import { ConfigError } from './config-values.ts';

const LONG = 'x'.repeat(32);
const VIDEO = { LIVEKIT_URL: 'wss://video.example', LIVEKIT_API_KEY: 'APIkey', LIVEKIT_API_SECRET: LONG };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (env: Record<string, string> = {}) => parseConfig({ DATA_DIR: folder, ...env });
const production = (env: Record<string, string>) =>
  config({ NODE_ENV: 'production', PUBLIC_URL: 'https://workshop.example', ...VIDEO, ...env });

test('an empty environment gives a server for this machine, without video', () => {
  expect(config()).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:8080',
    dataDir: folder,
    production: false,
    logLevel: 'info',
    trustProxy: 0,
    maxConnections: 10_000,
    hostKey: expect.stringMatching(/^[\w-]{43}$/),
    roomSecret: expect.stringMatching(/^[\w-]{43}$/),
    keepDays: 30,
    livekit: { kind: 'off' },
  });
});

test('a full environment is taken as it stands', () => {
  const env = {
    PORT: '9000',
    HOST: '0.0.0.0',
    LOG_LEVEL: 'warn',
    TRUST_PROXY: 'loopback, 10.0.0.0/8',
    MAX_CONNECTIONS: '500',
    KEEP_DAYS: '0',
    HOST_KEY: LONG,
    ROOM_SECRET: `${LONG}y`,
  };
  expect(production({ ...env, PUBLIC_URL: 'https://workshop.example/' })).toEqual({
    port: 9000,
    host: '0.0.0.0',
    publicUrl: 'https://workshop.example',
    dataDir: folder,
    production: true,
    logLevel: 'warn',
    trustProxy: ['loopback', '10.0.0.0/8'],
    maxConnections: 500,
    hostKey: LONG,
    roomSecret: `${LONG}y`,
    keepDays: 0,
    livekit: { kind: 'on', url: 'wss://video.example', apiKey: 'APIkey', apiSecret: LONG },
  });
});

test('the configuration cannot be changed', () => {
  const made = config(VIDEO);
  expect([Object.isFrozen(made), Object.isFrozen(made.livekit)]).toEqual([true, true]);
});

describe('own secrets', () => {
  test('are made once, differ, and only the owner may read them', () => {
    const { hostKey, roomSecret } = config();
    expect(hostKey).not.toBe(roomSecret);
    expect(config()).toMatchObject({ hostKey, roomSecret });
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('a given one wins and is not written down', () => {
    expect(config({ HOST_KEY: LONG }).hostKey).toBe(LONG);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(LONG);
  });

  test('one missing from the file is added and the other kept', () => {
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ hostKey: LONG }));
    const { roomSecret } = config();
    expect(config()).toMatchObject({ hostKey: LONG, roomSecret });
  });

  test('a damaged file is never replaced', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"hostKey"');
    expect(() => config()).toThrow('DATA_DIR holds a damaged secrets.json');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"hostKey"');
  });
});

describe('a secret may stand in a file', () => {
  test('whose last line end does not count', () => {
    writeFileSync(join(folder, 'key'), `${LONG}\n`);
    expect(config({ HOST_KEY_FILE: join(folder, 'key') }).hostKey).toBe(LONG);
  });

  test('but not twice, and not in a file that is not there', () => {
    expect(() => config({ HOST_KEY: LONG, HOST_KEY_FILE: 'x' })).toThrow('HOST_KEY and HOST_KEY_FILE are both set');
    expect(() => config({ ROOM_SECRET_FILE: join(folder, 'none') })).toThrow(
      'ROOM_SECRET_FILE names a file that cannot be read',
    );
  });
});

describe('values that cannot be used are refused in one line naming the variable', () => {
  test.each([
    ['PORT', '80a'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'workshop.example'],
    ['PUBLIC_URL', 'https://workshop.example/room'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['MAX_CONNECTIONS', '0'],
    ['MAX_CONNECTIONS', 'many'],
    ['HOST_KEY', 'x'.repeat(31)],
    ['ROOM_SECRET', 'short'],
    ['LIVEKIT', 'no'],
    ['LIVEKIT_URL', 'video.example'],
    ['LIVEKIT_API_SECRET', ''],
    ['LIVEKIT_API_KEY', ''],
  ])('%s=%s', (name, value) => {
    const attempt = () => config({ ...VIDEO, [name]: value });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} .*[^\\n]$`));
  });

  test.each([
    ['PUBLIC_URL', 'http://workshop.example'],
    ['LIVEKIT_URL', ''],
    ['LIVEKIT_API_KEY', 'devkey'],
    ['LIVEKIT_API_SECRET', 'secret'],
    ['LIVEKIT_API_SECRET', 'change-me-change-me-change-me-change-me'],
  ])('%s=%s in production', (name, value) => {
    expect(() => production({ [name]: value })).toThrow(new RegExp(`^${name} `));
  });

  test('development takes what only production refuses', () => {
    const env = {
      PUBLIC_URL: 'http://workshop.lan',
      ...VIDEO,
      LIVEKIT_API_KEY: 'devkey',
      LIVEKIT_API_SECRET: 'secret',
    };
    expect(config(env).livekit).toMatchObject({ apiKey: 'devkey', apiSecret: 'secret' });
  });

  test('production without video has to say so, and may be plain http on this machine only', () => {
    const env = { LIVEKIT_URL: '', LIVEKIT: 'off', PUBLIC_URL: 'http://localhost:8080' };
    expect(production(env).livekit).toEqual({ kind: 'off' });
  });
});

test('.env.example explains every variable of the server, and none that does not exist', () => {
  const example = readFileSync(fileURLToPath(new URL('../../../.env.example', import.meta.url)), 'utf8');
  const explained = [...example.matchAll(/^(?:# )?([A-Z0-9_]+)=/gm)].map((match) => match[1]);
  const ofTools = ['LIVEKIT_NODE_IP', 'LIVEKIT_UDP_PORT', 'WERKRAUM_CACHE', 'CHROMIUM_PATH'];
  expect(explained.sort()).toEqual([...VARIABLES, ...ofTools].sort());
});

test('an object store is taken whole or not at all', () => {
  const store = {
    S3_ENDPOINT: 'https://s3.example/',
    S3_BUCKET: 'slides',
    S3_ACCESS_KEY: 'key',
    S3_SECRET_KEY: 'secret',
  };
  expect(config(store).s3).toEqual({
    ...{ endpoint: 'https://s3.example', bucket: 'slides', region: 'us-east-1' },
    ...{ accessKey: 'key', secretKey: 'secret' },
  });
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const) {
    expect(() => config({ ...store, [name]: '' })).toThrow(`${name} is missing: S3_ENDPOINT needs it.`);
  }
});
