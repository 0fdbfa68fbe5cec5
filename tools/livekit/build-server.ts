import { findExecutable } from '../lib/find-executable.ts';
import { type Say, withLimit } from '../lib/progress.ts';
import { runCommand } from '../lib/run-command.ts';
import { pinnedVersion, SERVER_MODULE, WRAPPER_FOLDER } from './pinned-version.ts';

const BUILD_LIMIT_MS = 10 * 60_000;

/** Builds the pinned server to `output` with the Go on PATH; go.sum vouches for every source. */
export async function buildServer(output: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  const go = findExecutable('go', env.PATH);
  if (go === undefined) throw new Error('no Go on PATH');
  const version = pinnedVersion();
  say(`Building LiveKit ${version} with Go (once; takes a few minutes) …`);
  await withLimit({ label: `building LiveKit ${version}`, limitMs: BUILD_LIMIT_MS, say }, async (signal) => {
    const args = ['build', '-trimpath', '-ldflags=-s -w', '-o', output, `${SERVER_MODULE}/cmd/server`];
    const { code, tail } = await runCommand(go, args, {
      cwd: WRAPPER_FOLDER,
      // Never fetches another toolchain, needs no C compiler, ignores a workspace file further up.
      env: { ...env, CGO_ENABLED: '0', GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '-mod=readonly' },
      signal,
    });
    if (code !== 0) throw new Error(`go build failed: ${lastLine(tail)}`);
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
