import { alone, atMost, type Line, type Part, spread } from '../lines.ts';
import { HANDS, TWO_PARTS } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, seatVisitor } from '../support/people.ts';
import { type AnySubject, among, werkraum } from '../support/subjects.ts';

const MINUTES = 30;
const SESSIONS = 100;
const PEOPLE = 12;
/** Commands are remembered for ten minutes; memory can be flat only afterwards. */
const SETTLED = 12;
/** So many minutes at the beginning and at the end are compared. */
const COMPARED = 5;
const MS = 55_000;
const MB = 1_024 * 1_024;

interface Sample {
  rss: number;
  heap: number;
  p99: number;
}

/** A minute of work, after which everybody goes and comes again. */
async function minute(own: AnySubject): Promise<Sample> {
  await own.gather(everybody(SESSIONS, PEOPLE, seatVisitor));
  const { refused, ack } = await own.paced({ perSecond: SESSIONS, ms: MS, commands: HANDS });
  if (refused > 0) throw new Error(`${refused} commands were refused`);
  const { rss, heap } = await own.server.call('memory');
  await own.leave();
  return { rss: rss / MB, heap: heap / MB, p99: ack.p99 };
}

function lines(samples: readonly Sample[]): Line[] {
  const begin = samples.slice(SETTLED, SETTLED + COMPARED);
  const end = samples.slice(-COMPARED);
  const growth = (of: (sample: Sample) => number) => [spread(end.map(of)).median / spread(begin.map(of)).median];
  const minutes = `minutes ${MINUTES - COMPARED + 1}–${MINUTES} by minutes ${SETTLED + 1}–${SETTLED + COMPARED}`;
  const rss = ({ rss: value }: Sample) => value;
  const heap = ({ heap: value }: Sample) => value;
  return [
    alone(`growth of the heap, ${minutes}`, '×', growth(heap), { aim: atMost(1.05, 'ours') }),
    alone(`growth of resident memory, ${minutes}`, '×', growth(rss), { aim: atMost(1.05, 'ours') }),
    alone('heap after a collection', 'MB', samples.map(heap)),
    alone('resident memory', 'MB', samples.map(rss)),
    alone(
      'answer p99 in a minute',
      'ms',
      samples.map(({ p99 }) => p99),
    ),
  ];
}

/** Half an hour of work. */
export const soakPart: Part = {
  name: 'soak',
  title: `${MINUTES} minutes with ${SESSIONS} sessions of ${PEOPLE}, a command a second each, everybody reconnecting every minute`,
  long: true,
  run: (say) =>
    inFolder((fileIn) => {
      const options = { sessions: SESSIONS, people: PEOPLE, role: 'participant', phases: TWO_PARTS } as const;
      const own = werkraum({ ...options, store: fileIn('soak') });
      return among([own], async () => {
        const samples: Sample[] = [];
        while (samples.length < MINUTES) {
          const sample = await minute(own);
          samples.push(sample);
          const { heap, rss, p99 } = sample;
          say(
            `minute ${samples.length}: heap ${heap.toFixed(1)} MB, resident ${rss.toFixed(0)} MB, p99 ${p99.toFixed(1)} ms`,
          );
        }
        return lines(samples);
      });
    }),
};
