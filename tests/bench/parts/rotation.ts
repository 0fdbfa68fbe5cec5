import {
  planRotation,
  type RotationFigures,
  type RotationOutcome,
  type RotationTask,
} from '@werkraum/planning/rotation';
import { alone, atLeast, atMost, compared, type Line, type Pair, type Part } from '../lines.ts';
import { INSTANCES, type Instance } from '../rotation/instances.ts';

const SEEDS = [1, 2, 3] as const;
/** As much as somebody waits for. */
const STEPS = 300;
/** What one piece of work may take of the loop with so many people, which is where it is worth looking at. */
const PIECE_MS = 8;
const LARGE = 200;

interface Planned {
  figures: RotationFigures;
  /** Milliseconds of the processor, and in how many pieces; milliseconds on the clock for the longest of them. */
  work: number;
  pieces: number;
  longest: number;
}

function planned(task: RotationTask, steps = STEPS): Planned & { plan: readonly (readonly number[])[] } {
  const search = planRotation(task, { steps });
  const pieces: number[] = [];
  const cpu = process.cpuUsage();
  for (;;) {
    const before = performance.now();
    const { value, done } = search.next();
    pieces.push(performance.now() - before);
    if (!done) continue;
    const { plan, figures } = found(value);
    const { user, system } = process.cpuUsage(cpu);
    return { plan, figures, work: (user + system) / 1_000, pieces: pieces.length, longest: Math.max(...pieces) };
  }
}

function found(outcome: RotationOutcome): Extract<RotationOutcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`rules contradict each other: ${JSON.stringify(outcome.conflict)}`);
  return outcome;
}

/** The way without a plan for all rounds: each round as good as it can be after those before it. */
function roundByRound(task: RotationTask): number {
  const rounds = [...task.rounds];
  for (const at of rounds.keys()) {
    const { plan } = planned({ ...task, rounds: rounds.slice(0, at + 1) }, STEPS / 20);
    const round = rounds[at];
    const frozen = plan[at];
    if (round && frozen) rounds[at] = { ...round, frozen };
  }
  return planned({ ...task, rounds }, 1).figures.met;
}

function linesOf({ name, task, aim }: Instance): Line[] {
  const tasks = SEEDS.map((seed) => ({ ...task, seed }));
  const plans = tasks.map((one) => planned(one));
  const beside = (of: (planned: Planned, at: number) => number) =>
    plans.map((one, at): Pair => [one.figures.met, of(one, at)]);
  const kind = plans[0]?.figures.bound.kind ?? 'proven';
  const greedy = tasks.map(roundByRound);
  const lines = [
    compared(
      `pairs met, ${name}`,
      'pairs',
      `bound (${kind})`,
      beside(({ figures }) => figures.bound.met),
      {
        aim: atLeast(aim),
      },
    ),
    compared(
      `pairs met, ${name}`,
      'pairs',
      'round by round',
      beside((_, at) => greedy[at] ?? 0),
    ),
    alone(
      `work, ${name}`,
      'ms',
      plans.map(({ work }) => work),
    ),
  ];
  if (task.people < LARGE) return lines;
  const each = plans.map(({ work, pieces }) => work / pieces);
  const longest = plans.map((one) => one.longest);
  return [
    ...lines,
    alone(`one piece of work, ${name}`, 'ms', each, task.people > LARGE ? {} : { aim: atMost(PIECE_MS, 'ours') }),
    alone(`longest piece on the clock, ${name}`, 'ms', longest),
  ];
}

/** Seating for all rounds at once: how many pairs meet beside what is possible, and what it takes to work that out. */
export const rotationPart: Part = {
  name: 'rotation',
  title: 'seating for all rounds at once, beside the most that is possible and beside seating round by round',
  async run(say) {
    // So that the first instances are not measured while the code is being compiled.
    for (const { task } of INSTANCES.slice(0, 8)) planned(task, STEPS / 10);
    return INSTANCES.flatMap((instance) => {
      say(instance.name);
      return linesOf(instance);
    });
  },
};
