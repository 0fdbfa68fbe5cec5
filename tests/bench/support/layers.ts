import type { Profiler } from 'node:inspector';

/** Where the loop's time goes, in the order in which a command meets them. */
const LAYERS = [
  ['parse', /\/zod\/|packages\/protocol\/src\/command/],
  ['slices', /domain\/slices|transport\/slice-documents|protocol\/src\/merge-patch/],
  ['decide', /domain\/(decide|evolve|deadlines)/],
  ['store', /adapters\/(sqlite|memory)|node:worker_threads|internal\/worker/],
  [
    'emit',
    /transport\/(slice-feed|session-feed|line|write-batch|packet|outbox)|engine\.io\/build\/(transports|socket)|socket\.io-adapter/,
  ],
  ['receive', /\/ws\/lib|socket\.io-parser|engine\.io|socket\.io\/dist/],
  ['house', /apps\/server\/src/],
] as const;

type Layer = (typeof LAYERS)[number][0] | 'gc' | 'node';

/** Shares of the time in which the loop did something; together 1. */
export function layersOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [Layer, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));

  function layerOf(id: number): Layer | undefined {
    const { functionName, url } = byId.get(id)?.callFrame ?? { functionName: '', url: '' };
    if (functionName === '(idle)') return undefined;
    if (functionName === '(garbage collector)') return 'gc';
    const found = LAYERS.find(([, pattern]) => pattern.test(url));
    if (found) return found[0];
    const parent = parentOf.get(id);
    return parent === undefined ? 'node' : layerOf(parent);
  }

  const layers = new Map(nodes.map(({ id }) => [id, layerOf(id)]));
  const spent = new Map<Layer, number>();
  let busy = 0;
  for (const [index, id] of samples.entries()) {
    const layer = layers.get(id);
    if (!layer) continue;
    const time = timeDeltas[index] ?? 0;
    busy += time;
    spent.set(layer, (spent.get(layer) ?? 0) + time);
  }
  return [...spent].map(([layer, time]): [Layer, number] => [layer, time / busy]).sort(([, a], [, b]) => b - a);
}
