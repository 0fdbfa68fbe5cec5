import { atMost, compared, type Line, type Pair, type Part } from '../lines.ts';
import { TO_AND_FRO, TWO_PARTS } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, roomVisitor, seatVisitor, type Visitor } from '../support/people.ts';
import { type AnySubject, among, socketIo, werkraum, withUsage } from '../support/subjects.ts';

const REPETITIONS = 3;
const MISSED = [0, 1_000] as const;
const BACK = 200;

/** Microseconds of CPU per person and milliseconds until the last one sees everything again. */
interface Return {
  cpu: number;
  ms: number;
}

/** A server is started anew and everybody comes at the same instant. */
async function comeBack(subject: AnySubject, visitors: readonly Visitor[]): Promise<Return> {
  return among([subject], async () => {
    await subject.server.call('port');
    const { result: ms, used } = await withUsage(subject, () => subject.gather(visitors, { allAtOnce: true }));
    return { cpu: used.cpu / visitors.length, ms };
  });
}

async function afterAKill(people: number, file: string): Promise<Line[]> {
  const options = { store: file, sessions: 1, people, role: 'participant', phases: TWO_PARTS } as const;
  await killed(werkraum(options), people);
  const pairs: { cpu: Pair; ms: Pair }[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const own = await comeBack(werkraum(options), everybody(1, people, seatVisitor));
    const bare = await comeBack(socketIo(), everybody(1, people, roomVisitor));
    pairs.push({ cpu: [own.cpu, bare.cpu], ms: [own.ms, bare.ms] });
  }
  const what = `${people.toLocaleString('en')} people of one session at once after a kill`;
  const against = 'bare Socket.IO connects';
  return [
    compared(
      `CPU per person, ${what}`,
      'µs',
      against,
      pairs.map(({ cpu }) => cpu),
      { aim: atMost(1.5) },
    ),
    compared(
      `until every view is whole, ${what}`,
      'ms',
      against,
      pairs.map(({ ms }) => ms),
    ),
  ];
}

/** Everybody is in, then the server is killed in mid-air. */
async function killed(subject: AnySubject, people: number): Promise<void> {
  try {
    await subject.gather(everybody(1, people, seatVisitor));
    await subject.changes({ messages: TO_AND_FRO, rounds: 2 });
    await subject.server.end('SIGKILL');
  } finally {
    await subject.end();
  }
}

/** Does coming back cost more when more was missed? */
async function catchingUp(file: string): Promise<Line[]> {
  const options = { store: file, sessions: 1, people: BACK + 1, role: 'participant', phases: TWO_PARTS } as const;
  const [own, away] = [werkraum(options), BACK];
  return among([own], async () => {
    const everybodyElse = everybody(1, BACK + 1, seatVisitor).slice(1);
    const costs: Pair[] = [];
    for (let repetition = 0; repetition < REPETITIONS + 1; repetition++) {
      const cost: number[] = [];
      for (const missed of MISSED) {
        await own.gather([seatVisitor(0, 0)]);
        if (missed > 0) await own.changes({ messages: TO_AND_FRO, rounds: missed });
        const { used } = await withUsage(own, () => own.gather(everybodyElse, { allAtOnce: true }));
        cost.push(used.cpu / away);
        await own.leave();
      }
      // The first time, the code is still being compiled.
      if (repetition > 0) costs.push([cost[1] ?? 0, cost[0] ?? 0]);
    }
    const what = `CPU per person who comes back, ${MISSED[1].toLocaleString('en')} changes missed`;
    return [compared(what, 'µs', 'none missed', costs, { aim: atMost(1.25) })];
  });
}

/** Everybody comes back at once. */
export const reconnectPart: Part = {
  name: 'reconnect',
  title: '500 and 1,000 people coming back at once after a kill, beside bare Socket.IO connects',
  run: (say) =>
    inFolder(async (fileIn) => {
      const found: Line[] = [];
      for (const people of [500, 1_000]) {
        say(`${people} people`);
        found.push(...(await afterAKill(people, fileIn(String(people)))));
      }
      say('catching up');
      return [...found, ...(await catchingUp(fileIn('missed')))];
    }),
};
