import { execFileSync } from 'node:child_process';
import { atMost, compared, type Line, type Part } from '../lines.ts';
import type { WerkraumServer } from '../servers/werkraum.ts';
import { HANDS, TWO_PARTS } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, seatVisitor } from '../support/people.ts';
import { pairsOf, takeTurns } from '../support/repetitions.ts';
import { ANY_CORE, among, type Subject, werkraum } from '../support/subjects.ts';

const SESSIONS = 20;
const PEOPLE = 12;
const MS = 2_000;
const SLOWER_MS = 4;

/** Traces only what syncs a file, so that nothing else is slowed; both servers run under it. */
const traced = (inject: readonly string[]): string[] => [
  ...['strace', '-f', '--seccomp-bpf', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', ...inject],
];
const FAST = traced([]);
const SLOW = traced(['-e', `inject=fsync,fdatasync:delay_exit=${SLOWER_MS * 1_000}`]);

function mustTrace(): void {
  try {
    execFileSync(SLOW[0] ?? '', [...SLOW.slice(1), 'true'], { stdio: 'pipe' });
  } catch {
    throw new Error('a disk can be slowed down only where strace may be used (Debian: apt install strace)');
  }
}

async function measure({ server, commands }: Subject<WerkraumServer>, inFlight: number) {
  await server.call('watchLoop');
  const { perSecond, ack } = await commands({ inFlight, ms: MS, commands: HANDS });
  return { stall: await server.call('longestStall'), perSecond, p50: ack.p50 };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function linesOf(inFlight: number, slow: Subject<WerkraumServer>, fast: Subject<WerkraumServer>) {
  const subjects = { slow, fast };
  const measured = await takeTurns(['slow', 'fast'], (name) => measure(subjects[name], inFlight));
  const pairs = (of: (one: Measured) => number) => pairsOf(measured.slow, measured.fast, of);
  const what = `syncing takes ${SLOWER_MS} ms longer, ${inFlight} in flight`;
  return [
    compared(
      `longest stall of the loop, ${what}`,
      'ms',
      'fast disk',
      pairs(({ stall }) => stall),
      {
        aim: atMost(10, 'ours'),
      },
    ),
    compared(
      `commands, ${what}`,
      '/s',
      'fast disk',
      pairs(({ perSecond }) => perSecond),
    ),
    compared(
      `answer p50, ${what}`,
      'ms',
      'fast disk',
      pairs(({ p50 }) => p50),
    ),
  ];
}

/** A disk that takes its time. */
export const slowDiskPart: Part = {
  name: 'slow-disk',
  title: `a disk that needs ${SLOWER_MS} ms more to sync, beside this machine's own`,
  run: (say) =>
    inFolder(async (fileIn) => {
      mustTrace();
      const options = { sessions: SESSIONS, people: PEOPLE, role: 'participant', phases: TWO_PARTS } as const;
      const slow = werkraum({ ...options, store: fileIn('slow') }, { ...ANY_CORE, before: SLOW });
      const fast = werkraum({ ...options, store: fileIn('fast') }, { ...ANY_CORE, before: FAST });
      return among([slow, fast], async () => {
        const found: Line[] = [];
        for (const subject of [slow, fast]) await subject.gather(everybody(SESSIONS, PEOPLE, seatVisitor));
        for (const inFlight of [1, 500]) {
          say(`${inFlight} in flight`);
          found.push(...(await linesOf(inFlight, slow, fast)));
        }
        return found;
      });
    }),
};
