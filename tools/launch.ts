import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';
import { hostLink } from '@werkraum/protocol';
import { type Config, parseConfig } from '../apps/server/src/config.ts';
import { isLoopback } from '../apps/server/src/config-values.ts';
import { buildClient } from './build.ts';
import { inviteToFirstSession } from './launch/first-session.ts';
import { keepRunning } from './launch/keep-running.ts';
import { isTaken, startServer } from './launch/server-process.ts';
import { startVideo } from './launch/video.ts';
import { sayToTerminal as say } from './lib/progress.ts';
import { ROOT } from './lib/root.ts';

/** What was started so far, the newest last. */
const stops: (() => Promise<void>)[] = [];

let stoppingSince: number | undefined;

/** Stops all that was started, the newest first. A second Ctrl-C, after the first was seen, does not wait. */
async function stopAll(code: number): Promise<never> {
  if (stoppingSince !== undefined) {
    if (Date.now() - stoppingSince > 1_000) process.exit(code);
    return new Promise(() => {});
  }
  stoppingSince = Date.now();
  for (const stop of stops.reverse()) await stop();
  process.exit(code);
}

async function launch(): Promise<void> {
  const config = settings();
  if (await isTaken(config.port, config.host)) {
    throw new Error(`Port ${config.port} is in use: is Werkraum running already? Otherwise choose another with PORT=…`);
  }
  await buildClient(say);
  const url = `http://${reachable(config.host)}:${config.port}`;
  const video = await startVideo({
    env: process.env,
    say,
    dataDir: config.dataDir,
    webhookUrl: `${url}/livekit/webhook`,
    loopbackOnly: isLoopback(config.publicUrl),
  });
  stops.push(video.stop);
  const env = { ...process.env, ...video.variables };
  const logFile = join(config.dataDir, 'logs', 'server.log');
  stops.push(await keepRunning(() => startServer({ env, url, logFile }), { name: 'Werkraum', say }));
  await introduce(config, url, video.variables.LIVEKIT === 'off');
}

/** Checked before anything takes time; whether LiveKit can be had is found out later. */
function settings(): Config {
  if (existsSync(join(ROOT, '.env'))) loadEnvFile(join(ROOT, '.env'));
  return parseConfig(process.env.LIVEKIT_URL ? process.env : { ...process.env, LIVEKIT: 'off' });
}

/** An address that means "every interface" is none to connect to. */
function reachable(host: string): string {
  if (['0.0.0.0', '::', 'localhost'].includes(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function introduce({ publicUrl, hostKey }: Config, url: string, withoutVideo: boolean): Promise<void> {
  const language = /^de/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'de' : 'en';
  const invitations = await inviteToFirstSession({ url, publicUrl, hostKey }, language);
  const lines = [`Werkraum is ready at ${publicUrl}${withoutVideo ? ', without video' : ''}.`, ''];
  lines.push('Host page (for organisers only):', `  ${hostLink(publicUrl, hostKey)}`, '');
  if (invitations === undefined) lines.push('Personal links are shown once; the host page issues new ones.');
  else {
    lines.push('The model workshop is set up. One personal link per person, shown only now:');
    const width = Math.max(...invitations.map(({ name, role }) => name.length + role.length)) + 3;
    for (const { name, role, link } of invitations) lines.push(`  ${`${name} (${role})`.padEnd(width)} ${link}`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n\nCtrl-C stops it.\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
process.on('disconnect', () => void stopAll(1));
process.channel?.unref();
await launch().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return stopAll(1);
});
