import type { Metric, Registry } from 'prom-client';

/** Values sorted into buckets; noting one costs as much as counting. */
export interface Distribution {
  observe(value: number): void;
}

/**
 * A histogram without labels for values that come many times a second. prom-client's own looks its labels up for every
 * value, which was the dearest single thing in sending a patch; the text an operator reads is the same.
 *
 * @param bounds upper ends of the buckets, rising; what is above the last stands in `+Inf` alone
 */
export function createDistribution(
  registry: Registry,
  name: string,
  help: string,
  bounds: readonly number[],
): Distribution {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  let sum = 0;

  function lines() {
    let upTo = 0;
    const buckets = counts.map((count, index) => {
      upTo += count;
      return { labels: { le: bounds[index] ?? '+Inf' }, value: upTo, metricName: `${name}_bucket` };
    });
    return [
      ...buckets,
      { labels: {}, value: sum, metricName: `${name}_sum` },
      { labels: {}, value: upTo, metricName: `${name}_count` },
    ];
  }

  const metric = {
    name,
    help,
    aggregator: 'sum',
    get: async () => ({ name, help, type: 'histogram', aggregator: 'sum', values: lines() }),
    reset() {
      counts.fill(0);
      sum = 0;
    },
  };
  registry.registerMetric(metric as unknown as Metric);

  return {
    observe(value) {
      let bucket = 0;
      while (bucket < bounds.length && value > (bounds[bucket] ?? 0)) bucket += 1;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += value;
    },
  };
}
