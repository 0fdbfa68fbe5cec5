// npm start: see launch.ts.
import { runWithNode } from './lib/run-with-node.mjs';

await runWithNode('tools/launch.ts', process.argv.slice(2));
