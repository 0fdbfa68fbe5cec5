import { measureLongLogs } from '../history/long-log.ts';
import { measureRestarts } from '../history/restart.ts';
import { atMost, compared, type Line, type Part } from '../lines.ts';

const LONG = { facts: 10_000, sessions: 4, commands: 100, rounds: 5 };
/** As the house keeps snapshots while it runs. */
const HOUSE = { sessions: 1_000, facts: 2_000, snapshotEvery: 200 };
const RESTARTS = 3;
const READY_WITHIN_MS = 5_000;

async function run(say: (text: string) => void): Promise<Line[]> {
  const commands = await measureLongLogs(LONG, say);
  const restarts = await measureRestarts(HOUSE, RESTARTS, say);
  return [
    compared('durable command at the 10,000th fact, one under way', 'ms', 'at the 10th', commands, {
      aim: atMost(1.25),
    }),
    compared(
      'restart after a kill, 1,000 running sessions of 2,000 facts, until ready',
      'ms',
      'empty house',
      restarts,
      {
        aim: atMost(READY_WITHIN_MS, 'ours'),
        note: 'each session has up to 200 facts after its newest snapshot',
      },
    ),
  ];
}

export const historyPart: Part = {
  name: 'history',
  title: 'what a long log costs: a command in it, and a restart of a full house',
  run,
};
