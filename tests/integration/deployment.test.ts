import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../tools/lib/run-command.ts';
import { findLiveKit } from '../../tools/livekit/find-server.ts';

interface Service {
  image: string;
  build?: unknown;
  user?: string;
  ports?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  cap_drop?: string[];
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const read = (name: string) => readFileSync(path(name), 'utf8');
const compose = parse(read('docker-compose.yml')) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const livekit = parse(read('deploy/livekit.yaml')) as {
  webhook: { api_key: string };
  rtc: { udp_port: number; tcp_port: number };
};

test('the default installation is the server, LiveKit and a proxy', () => {
  expect(Object.keys(compose.services).sort()).toEqual(['livekit', 'proxy', 'werkraum']);
});

test.each(services)('%s is pinned, watched and without rights', (_, service) => {
  expect(service.image).toMatch(/:v?\d+\.\d+\.\d+/);
  expect(service.healthcheck?.test[0]).toBe('CMD');
  expect(service.cap_drop).toEqual(['ALL']);
});

test('nobody runs as root: by the service, or by the image that is built for it', () => {
  expect(compose.services.werkraum?.user).toBe('node');
  expect(compose.services.livekit?.user).toBe('65534:65534');
  expect(read('deploy/proxy.Dockerfile')).toMatch(/^USER 1000:1000$/m);
  expect(read('Dockerfile')).toMatch(/^USER node$/m);
});

test('images are built from exact versions, Node the one that is tested with', () => {
  const bases = [...`${read('Dockerfile')}\n${read('deploy/proxy.Dockerfile')}`.matchAll(/^FROM (\S+)/gm)].map(
    ([, name]) => name,
  );
  expect(new Set(bases)).toEqual(new Set([`node:${process.versions.node}-trixie-slim`, 'caddy:2.11.4-alpine']));
});

test('no secret has a default: it is asked for, or made by the server itself', () => {
  const text = read('docker-compose.yml');
  const uses = [...text.matchAll(/\$\{(\w*(?:SECRET|KEY)\w*)([^}]*)\}/g)].map(
    ([, name, fallback]) => `${name} ${fallback?.startsWith(':?') ? 'asked for' : fallback}`,
  );
  expect(new Set(uses)).toEqual(new Set(['LIVEKIT_API_SECRET asked for', 'HOST_KEY :-', 'ROOM_SECRET :-']));
  expect(text + read('deploy/livekit.yaml')).not.toMatch(/devkey|change-?me/);
});

test('only 443 and the media ports of livekit.yaml are open to the outside', () => {
  const open = services.flatMap(([, service]) => service.ports ?? []);
  expect(open.sort()).toEqual(
    ['443:8443/tcp', `${livekit.rtc.tcp_port}:7881/tcp`, `${livekit.rtc.udp_port}:7882/udp`].sort(),
  );
});

test('LiveKit reports with the key that Werkraum knows', () => {
  expect(livekit.webhook.api_key).toBe(compose.services.werkraum?.environment?.LIVEKIT_API_KEY);
});

test('what must survive lies in named volumes', () => {
  const mounted = services.flatMap(([, service]) => service.volumes ?? []).filter((volume) => !volume.startsWith('./'));
  expect(mounted.map((volume) => volume.split(':')[0]).sort()).toEqual(Object.keys(compose.volumes).sort());
});

test('whoever depends on a service waits until it is healthy', () => {
  const conditions = services.flatMap(([, service]) =>
    Object.values(service.depends_on ?? {}).map(({ condition }) => condition),
  );
  expect(new Set(conditions)).toEqual(new Set(['service_healthy']));
});

test('the LiveKit server takes deploy/livekit.yaml', { timeout: 15 * 60_000 }, async () => {
  const source = await findLiveKit({ env: { ...process.env, LIVEKIT: '', LIVEKIT_URL: '' } });
  if (source.kind !== 'binary') throw new Error(`this test needs a LiveKit server: ${JSON.stringify(source)}`);
  const env = { ...process.env, LIVEKIT_KEYS: `werkraum: ${'x'.repeat(32)}` };
  const { tail } = await runCommand(source.path, ['ports', '--config', path('deploy/livekit.yaml')], { env });
  expect(tail).not.toContain('could not parse config');
  expect(tail).toContain('7882');
});
