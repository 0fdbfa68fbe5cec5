import { join } from 'node:path';
import { alone, atLeast, atMost, compared, type Line, type Pair, type Part, quantile, sortedCopy } from '../lines.ts';
import type { BareLog } from '../servers/bare-log.ts';
import type { Observed } from '../servers/serve.ts';
import type { WerkraumServer } from '../servers/werkraum.ts';
import { HANDS, TWO_PARTS } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { layersOf } from '../support/layers.ts';
import { everybody, seatVisitor } from '../support/people.ts';
import { pairsOf, takeTurns } from '../support/repetitions.ts';
import { type Remote, startRemote } from '../support/rpc.ts';
import { ANY_CORE, among, type Subject, werkraum, withUsage } from '../support/subjects.ts';

const MS = 1_000;
const SHAPES = [
  { name: '20 sessions of 12', sessions: 20, people: 12, coalescing: 2.5 },
  { name: 'one session of 200', sessions: 1, people: 200, coalescing: 8 },
] as const;
const IN_FLIGHT = [1, 50, 500] as const;
/** What is allowed on top of the commit when a command comes alone. */
const ROUND_TRIP_MS = 0.3;

type Werkraum = Subject<WerkraumServer>;
interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  /** Microseconds per command. */
  cpu: number;
  /** Milliseconds. */
  commitP50: number;
  batch: number;
}

async function measure(subject: Werkraum, inFlight: number, ms = MS): Promise<Measured> {
  await subject.server.call('commits');
  const { result, used } = await withUsage(subject, () => subject.commands({ inFlight, ms, commands: HANDS }));
  if (result.refused > 0) throw new Error(`${result.refused} commands were refused`);
  const commits = await subject.server.call('commits');
  return {
    ...{ perSecond: result.perSecond, ...result.ack, cpu: used.cpu / result.count },
    commitP50: commits.count === 0 ? 0 : quantile(sortedCopy(commits.ms), 0.5),
    batch: commits.count === 0 ? 0 : commits.entries / commits.count,
  };
}

type Name = 'kept' | 'memory' | 'each';

async function linesOf(
  what: string,
  inFlight: number,
  three: Record<Name, Measured[]>,
  coalescing: number,
  bare: Remote<BareLog & Observed>,
) {
  const { kept, memory, each } = three;
  const rate = ({ perSecond }: Measured) => perSecond;
  const batch = Math.max(1, Math.round(kept[0]?.batch ?? 1));
  const bareCommits = await Promise.all(
    kept.map(async () => quantile(sortedCopy(await bare.call('append', { batch, commits: 300 })), 0.5)),
  );
  const commits = kept.map((one, index): Pair => [one.commitP50, bareCommits[index] ?? 0]);
  const lines: Line[] = [
    compared(`durable commands, ${what}`, '/s', 'memory store', pairsOf(kept, memory, rate), { aim: atLeast(0.85) }),
    compared(
      `CPU per command, ${what}`,
      'µs',
      'memory store',
      pairsOf(kept, memory, ({ cpu }) => cpu),
    ),
    compared(`commit p50 of ${batch} at a time, ${what}`, 'ms', 'bare append-only SQLite', commits),
    alone(
      `answer p50, ${what}`,
      'ms',
      kept.map(({ p50 }) => p50),
    ),
    alone(
      `answer p99, ${what}`,
      'ms',
      kept.map(({ p99 }) => p99),
    ),
  ];
  if (inFlight === 1) {
    const onTop = kept.map(({ p50, commitP50 }) => p50 - commitP50);
    lines.push(alone(`answer p50 beyond the commit, ${what}`, 'ms', onTop, { aim: atMost(ROUND_TRIP_MS, 'ours') }));
  } else {
    const name = 'each published by itself';
    lines.push(compared(`coalescing, ${what}`, '/s', name, pairsOf(kept, each, rate), { aim: atLeast(coalescing) }));
  }
  return lines;
}

/** Each layer's share of the loop while many commands are under way. */
async function shares(what: string, subject: Werkraum): Promise<Line[]> {
  await subject.server.call('startProfile');
  await measure(subject, 50, 2 * MS);
  const layers = layersOf(await subject.server.call('stopProfile'));
  return layers.map(([layer, share]) => alone(`share of the loop: ${layer}, ${what}`, '%', [share * 100]));
}

async function shape(
  { name, sessions, people, coalescing }: (typeof SHAPES)[number],
  fileIn: (name: string) => string,
) {
  const options = { sessions, people, role: 'participant', phases: TWO_PARTS } as const;
  const kept = werkraum({ ...options, store: fileIn(name) }, ANY_CORE);
  const memory = werkraum({ ...options, store: 'memory' }, ANY_CORE);
  const each = werkraum({ ...options, store: fileIn(`${name} each`), publish: 'each' }, ANY_CORE);
  const bare = startRemote<BareLog & Observed>({
    ...{ file: join(import.meta.dirname, '../servers/bare-log.ts'), args: [fileIn(`${name} bare`)], core: 0 },
  });
  const subjects = { kept, memory, each };
  return among([kept, memory, each, bare], async () => {
    for (const subject of [kept, memory, each]) {
      await subject.gather(everybody(sessions, people, seatVisitor));
      await measure(subject, 50, MS / 2);
    }
    const lines: Line[] = [];
    for (const inFlight of IN_FLIGHT) {
      // One at a time there is nothing to take together.
      const names: readonly Name[] = inFlight === 1 ? ['kept', 'memory'] : ['kept', 'memory', 'each'];
      const three = await takeTurns(names, (one) => measure(subjects[one], inFlight));
      lines.push(...(await linesOf(`${name}, ${inFlight} in flight`, inFlight, three, coalescing, bare)));
    }
    return [...lines, ...(await shares(`${name}, 50 in flight`, kept))];
  });
}

/** Commands that are answered once they are on the disk. */
export const commandsPart: Part = {
  name: 'commands',
  title: 'durable commands over the real wire, beside the memory store and bare SQLite',
  run: (say) =>
    inFolder(async (fileIn) => {
      const found: Line[] = [];
      for (const one of SHAPES) {
        say(one.name);
        found.push(...(await shape(one, fileIn)));
      }
      return found;
    }),
};
