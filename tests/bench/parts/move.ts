import { atMost, compared, type Line, type Pair, type Part } from '../lines.ts';
import { advance, manyRounds } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, seatVisitor } from '../support/people.ts';
import { among, rawWs, werkraum, withUsage } from '../support/subjects.ts';

const PEOPLE = 500;
const TABLES = 60;
const ROUNDS = 6;
/** The first rounds are for the compiler. */
const WARM_UP = 2;

interface Move {
  cpu: Pair;
  ms: Pair;
}

async function moves(file: string): Promise<{ found: Move[]; bytes: number }> {
  const phases = manyRounds(ROUNDS, TABLES);
  const own = werkraum({ store: file, sessions: 1, people: PEOPLE, role: 'participant', phases });
  const raw = rawWs();
  return among([own, raw], async () => {
    await own.gather(everybody(1, PEOPLE, seatVisitor));
    await raw.gather(everybody(1, PEOPLE, () => ({ path: '/' })));
    await raw.changes({ messages: ['1000'], rounds: 40 });
    const found: Move[] = [];
    let bytes = 0;
    for (const [index, { id }] of phases.slice(0, -1).entries()) {
      const { result, used } = await withUsage(own, () => own.changes({ messages: [advance(id)], rounds: 1 }));
      // From a round back to the plenary is not what is asked.
      if (index % 2 === 1) continue;
      bytes = Math.round(result.bytes);
      const plain = await withUsage(raw, () => raw.changes({ messages: [String(bytes)], rounds: 1 }));
      found.push({ cpu: [used.cpu / 1_000, plain.used.cpu / 1_000], ms: [result.last.p50, plain.result.last.p50] });
    }
    return { found: found.slice(WARM_UP), bytes };
  });
}

/** A phase that seats everybody. */
export const movePart: Part = {
  name: 'move',
  title: `one phase change that seats ${PEOPLE} people at ${TABLES} tables, beside a plain broadcast of the same bytes`,
  run: () =>
    inFolder(async (fileIn) => {
      const { found, bytes } = await moves(fileIn('move'));
      const note = `one command, one broadcast of ${bytes} bytes with everybody's table, and each person's own document in the same write`;
      const lines: Line[] = [
        compared(
          'CPU of the whole change',
          'ms',
          'raw ws',
          found.map(({ cpu }) => cpu),
          { aim: atMost(2), note },
        ),
        compared(
          'command to last person',
          'ms',
          'raw ws',
          found.map(({ ms }) => ms),
          { aim: atMost(2) },
        ),
        compared(
          'command to last person, in all',
          'ms',
          'raw ws',
          found.map(({ ms }) => ms),
          { aim: atMost(250, 'ours') },
        ),
      ];
      return lines;
    }),
};
