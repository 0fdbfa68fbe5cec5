import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SPEC = /^docs\/spec\/.*\.md$/;
const TEST = /\.(?:test|contract)\.tsx?$/;
/** A rule where it is written down: `- **AG-5** …` or `- **[KE-1]** …`. */
const WRITTEN = /^- \*\*\[?([A-Z]{2}-\d+)\]?\*\*/gm;
/** Ids in the brackets of a test's name: `[AG-5]`, `[BR-6, BR-10]`. */
const QUOTED = /\[((?:[A-Z]{2}-\d+)(?:, [A-Z]{2}-\d+)*)\]/g;

/** Ids of the rules a page of the spec holds, in their order. */
export const rulesIn = (page: string): string[] => [...page.matchAll(WRITTEN)].map(([, id = '']) => id);

/** Ids of the rules a test file quotes. */
export const quotedIn = (test: string): string[] =>
  [...test.matchAll(QUOTED)].flatMap(([, ids = '']) => ids.split(', '));

/** Where spec and tests are out of step: rules no test quotes, quotations of no rule, and one id for two rules. */
export function brokenRules(root: string, files: readonly string[]): string[] {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const rules = files.filter((file) => SPEC.test(file)).flatMap((file) => rulesIn(read(file)));
  const quoted = new Map(
    files.filter((file) => TEST.test(file)).flatMap((file) => quotedIn(read(file)).map((id) => [id, file])),
  );
  const known = new Set(rules);
  return [
    ...rules.filter((id) => !quoted.has(id)).map((id) => `${id}: no test quotes it`),
    ...rules.filter((id, at) => rules.indexOf(id) !== at).map((id) => `${id}: stands in the spec twice`),
    ...[...quoted].filter(([id]) => !known.has(id)).map(([id, file]) => `${file}: quotes ${id}, which is no rule`),
  ];
}
