import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Say, withLimit } from '../lib/progress.ts';
import { runCommand } from '../lib/run-command.ts';

const RELEASES = 'https://github.com/livekit/livekit/releases/download';
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
/** Node's names for a machine → those in the release files. macOS has no official file. */
const SYSTEMS: Record<string, string> = { linux: 'linux', win32: 'windows' };
const MACHINES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' };

export interface Release {
  version: string;
  /** Folder that holds `<version>/<file>`; the official one unless a mirror is given. */
  base?: string | undefined;
  platform?: string;
  arch?: string;
}

/** Fetches the official release and unpacks its server to `output`, only if its checksum is the published one. */
export async function downloadRelease(release: Release, output: string, say: Say): Promise<void> {
  const archive = archiveName(release);
  const folder = `${release.base ?? RELEASES}/${release.version}`;
  say(`Downloading LiveKit ${release.version} (${archive}) …`);
  const label = `downloading LiveKit ${release.version}`;
  await withLimit({ label, limitMs: DOWNLOAD_LIMIT_MS, say }, async (signal) => {
    const published = checksumOf(archive, (await fetchFile(`${folder}/checksums.txt`, signal)).toString());
    const bytes = await fetchFile(`${folder}/${archive}`, signal);
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== published) throw new Error(`${archive} has checksum ${actual}, published is ${published}`);
    await unpack(bytes, archive, output, signal);
  });
}

export function archiveName({ version, platform = process.platform, arch = process.arch }: Release): string {
  const system = SYSTEMS[platform];
  const machine = MACHINES[arch];
  if (system === undefined || machine === undefined)
    throw new Error(`no official LiveKit release for ${platform} ${arch}`);
  return `livekit_${version.slice(1)}_${system}_${machine}.${system === 'windows' ? 'zip' : 'tar.gz'}`;
}

function checksumOf(file: string, checksums: string): string {
  const line = checksums.split('\n').find((candidate) => candidate.trim().endsWith(` ${file}`));
  const sum = line?.trim().split(/\s+/)[0];
  if (sum === undefined || !/^[0-9a-f]{64}$/.test(sum)) throw new Error(`checksums.txt does not list ${file}`);
  return sum;
}

async function fetchFile(url: string, signal: AbortSignal): Promise<Buffer> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    throw new Error(`${url} cannot be reached`, { cause: error });
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function unpack(bytes: Buffer, archive: string, output: string, signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(dirname(output), '.unpack-'));
  try {
    writeFileSync(join(folder, archive), bytes);
    // Windows' own tar reads .zip as well.
    const server = archive.endsWith('.zip') ? 'livekit-server.exe' : 'livekit-server';
    const { code, tail } = await runCommand('tar', ['-xf', archive, server], { cwd: folder, signal });
    if (code !== 0) throw new Error(`${archive} could not be unpacked: ${tail.trim()}`);
    renameSync(join(folder, server), output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
