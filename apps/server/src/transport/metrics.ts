import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createDistribution, type Distribution } from './distribution.ts';

/** What operators may want to see. Labels are codes, never names or ids. */
export interface Metrics {
  rejected: Counter<'code'>;
  refused: Counter<'code'>;
  farewells: Counter<'reason'>;
  faults: Counter;
  patchBytes: Distribution;
  commitSeconds: Distribution;
  commitEntries: Distribution;
  /** A value that is read when somebody looks. */
  gauge(name: string, help: string, read: () => number): void;
  /** Totals that somebody else counts, by the values of a label; read when somebody looks, so that counting costs nothing. */
  totals(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void;
  /** The text exposition format, and its content type. */
  text(): Promise<string>;
  contentType: string;
}

const SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Brings the lag of the loop (`nodejs_eventloop_lag_*`), memory and CPU.
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, bounds: readonly number[]) =>
    createDistribution(registry, name, help, bounds);

  return {
    rejected: counter('werkraum_commands_rejected_total', 'Commands not carried out, by rejection code', ['code']),
    refused: counter('werkraum_handshakes_refused_total', 'Connections refused, by code', ['code']),
    farewells: counter('werkraum_farewells_total', 'Connections closed by the server, by reason', ['reason']),
    faults: counter('werkraum_faults_total', 'Errors that nobody asked about; each stands in the log', []),
    patchBytes: histogram('werkraum_patch_bytes', 'Size of a patch on the wire', [64, 256, 1024, 4096, 16384, 65536]),
    commitSeconds: histogram('werkraum_commit_seconds', 'Time the store takes for one commit', SECONDS),
    commitEntries: histogram('werkraum_commit_entries', 'Commands that became durable together', [1, 2, 4, 8, 16, 64]),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      });
    },
    totals(name, help, label, read) {
      new Counter({
        name,
        help,
        registers,
        labelNames: [label],
        collect() {
          this.reset();
          for (const [value, total] of Object.entries(read())) this.inc({ [label]: value }, total);
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
