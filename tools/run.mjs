// node tools/run.mjs <file.ts> [arguments]: installs what is missing and runs the file with Node 26.
import { runWithNode } from './lib/run-with-node.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node tools/run.mjs <file.ts> [arguments]\n');
  process.exit(2);
}
await runWithNode(file, args);
