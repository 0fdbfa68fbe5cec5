import { join } from 'node:path';
import { hostLink } from '@werkraum/protocol';
import type { Config } from '../apps/server/src/config.ts';
import { isLoopback } from '../apps/server/src/config-values.ts';
import { buildClient } from './build.ts';
import { inviteToFirstSession } from './launch/first-session.ts';
import { keepRunning } from './launch/keep-running.ts';
import { isTaken, startServer } from './launch/server-process.ts';
import { readSettings } from './launch/settings.ts';
import { untilStopped } from './launch/stopping.ts';
import { startVideo } from './launch/video.ts';
import { sayToTerminal as say } from './lib/progress.ts';

await untilStopped(async (started) => {
  const { config, url } = readSettings();
  const { port, host, dataDir, publicUrl } = config;
  if (await isTaken(port, host)) {
    throw new Error(`Port ${port} is in use: is Werkraum running already? Otherwise choose another with PORT=…`);
  }
  await buildClient(say);
  const webhookUrl = `${url}/livekit/webhook`;
  const video = await startVideo({ env: process.env, say, dataDir, webhookUrl, loopbackOnly: isLoopback(publicUrl) });
  started(video.stop);
  const env = { ...process.env, ...video.variables };
  const logFile = join(dataDir, 'logs', 'server.log');
  started(await keepRunning(() => startServer({ env, url, logFile }), { name: 'Werkraum', say }));
  await introduce(config, url, video.variables.LIVEKIT === 'off');
});

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
