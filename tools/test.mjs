// npm test: see test.ts.
import { runWithNode } from './lib/run-with-node.mjs';

await runWithNode('tools/test.ts', process.argv.slice(2));
