import { NOWHERE } from '@werkraum/planning/encounters';
import { plainTask, planRotation, type RotationRound, type RotationTask } from '@werkraum/planning/rotation';

/** A workshop to seat. */
export interface Instance {
  name: string;
  task: RotationTask;
  /** The share of the bound to reach at least; 1 where a perfect plan is known to exist. */
  aim: number;
}

const rounds = (count: number, round: RotationRound): RotationRound[] => Array.from({ length: count }, () => round);

const plain = (people: number, tables: number, count: number, aim = 1): Instance => ({
  name: `${people} people, ${tables} tables, ${count} rounds`,
  task: plainTask(people, rounds(count, { tables })),
  aim,
});

const ruled = (name: string, base: Instance, change: (task: RotationTask) => RotationTask, aim = 1): Instance => ({
  name: `${base.name}, ${name}`,
  task: change(base.task),
  aim,
});

const eachRound =
  (change: (round: RotationRound, at: number) => RotationRound) =>
  (task: RotationTask): RotationTask => ({ ...task, rounds: task.rounds.map(change) });

const everyFifth = (people: number): number[] => Array.from({ length: Math.ceil(people / 5) }, (_, index) => 5 * index);

/** The first round as it was held when somebody planned only that one. */
function firstHeld(task: RotationTask): RotationTask {
  const [first] = task.rounds;
  const search = planRotation(plainTask(task.people, first ? [first] : [], 99), { steps: 1 });
  const { value } = search.next();
  const frozen = value.ok ? value.plan[0] : undefined;
  return eachRound((round, at) => (at === 0 && frozen ? { ...round, frozen } : round))(task);
}

/** Published instances of the social golfer problem (CSPLib 010), workshops as they are, and workshops with rules. */
export const INSTANCES: readonly Instance[] = [
  ...[8, 9, 10, 11, 12].map((people) => plain(people, 2, 3)),
  ruled(
    'four to six at a table',
    plain(10, 2, 3),
    eachRound((round) => ({ ...round, sizes: { least: 4, most: 6 } })),
  ),
  ...[plain(9, 3, 4), plain(16, 4, 5), plain(25, 5, 6)],
  ...[
    plain(12, 3, 3),
    plain(24, 4, 3),
    plain(36, 4, 3),
    plain(23, 5, 3),
    plain(31, 6, 3),
    plain(36, 6, 3),
    plain(35, 8, 3),
  ],
  ...[plain(15, 5, 7), plain(21, 7, 10), plain(32, 8, 9), plain(20, 10, 19), plain(49, 7, 8)],
  ...[
    plain(18, 6, 8, 0.98),
    plain(24, 6, 7, 0.95),
    plain(30, 6, 6, 0.95),
    plain(32, 8, 10, 0.95),
    plain(36, 6, 4, 0.95),
  ],
  ...[plain(60, 5, 3, 0.95), plain(100, 10, 4, 0.95), plain(200, 40, 3), plain(200, 20, 6), plain(200, 7, 3, 0.95)],
  plain(500, 60, 8),
  ruled(
    'a host at each table',
    plain(24, 4, 3),
    (task) => ({ ...task, hosts: [0, 1, 2, 3].map((table) => ({ person: table, table })) }),
    0.9,
  ),
  ruled('one round held', plain(24, 6, 4), firstHeld),
  ruled(
    'one absent from the second round on, two late',
    plain(24, 6, 3),
    eachRound((round, at) => ({ ...round, absent: at === 0 ? [22, 23] : [0] })),
    0.95,
  ),
  ruled(
    'two pairs together, four apart',
    plain(24, 6, 3),
    (task) => ({
      ...task,
      together: [
        [0, 1],
        [2, 3],
      ],
      apart: [
        [0, 2],
        [4, 5],
        [6, 7],
        [4, 7],
      ],
    }),
    0.95,
  ),
  ruled('a host at each table', plain(200, 40, 3), (task) => ({
    ...task,
    hosts: everyFifth(200).map((person, table) => ({ person, table })),
  })),
  ruled(
    'ten pinned, nine absent in turn',
    plain(200, 40, 3),
    eachRound((round, at) => ({
      ...round,
      absent: [10, 11, 12].map((person) => person + 3 * at),
      pins: Array.from({ length: 200 }, (_, person) => (person % 20 === at ? person % 7 : NOWHERE)),
    })),
    0.99,
  ),
];
