import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { hostLink } from '@werkraum/protocol';
import { startServer } from './launch/server-process.ts';
import { readSettings } from './launch/settings.ts';
import { untilStopped } from './launch/stopping.ts';
import { startVideo } from './launch/video.ts';
import { sayToTerminal as say } from './lib/progress.ts';
import { ROOT } from './lib/root.ts';

/** Vite serves the client from its sources here and hands everything else to the server. */
const CLIENT_PORT = '5173';

await untilStopped(async (started) => {
  process.env.PUBLIC_URL ||= `http://127.0.0.1:${CLIENT_PORT}`;
  const { config, url } = readSettings();
  const webhookUrl = `${url}/livekit/webhook`;
  const video = await startVideo({ env: process.env, say, dataDir: config.dataDir, webhookUrl, loopbackOnly: true });
  started(video.stop);
  const server = await startServer({ env: { ...process.env, ...video.variables }, url, watch: true });
  started(server.stop);
  const vite = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), '--port', CLIENT_PORT, '--strictPort'],
    {
      cwd: join(ROOT, 'apps/client'),
      env: { ...process.env, WERKRAUM_SERVER: url },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const ended = once(vite, 'exit');
  started(async () => {
    vite.kill();
    await ended;
  });
  say(`\nHost page: ${hostLink(config.publicUrl, config.hostKey)}\n`);
});
