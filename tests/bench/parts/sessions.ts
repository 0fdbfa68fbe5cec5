import { alone, atLeast, atMost, compared, type Line, type Part } from '../lines.ts';
import { HANDS, TWO_PARTS } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, roomVisitor, seatVisitor } from '../support/people.ts';
import { pairsOf, takeTurns } from '../support/repetitions.ts';
import { type AnySubject, among, socketIo, werkraum, withUsage } from '../support/subjects.ts';

const PEOPLE = 12;
const PACED_MS = 4_000;
const SATURATED_MS = 3_000;
/** As many as one change of Werkraum's has, when a hand goes up. */
const RELAY_BYTES = 130;

interface Measured {
  /** Share of a core. */
  busy: number;
  p50: number;
  p99: number;
  perSecond: number;
}

async function measure(
  subject: AnySubject,
  relayBytes: number | undefined,
  how: { perSecond: number } | { inFlight: number },
): Promise<Measured> {
  const commands = { commands: HANDS, ...(relayBytes === undefined ? {} : { relayBytes }) };
  const { result, used } = await withUsage(subject, () =>
    'perSecond' in how
      ? subject.paced({ ...commands, ...how, ms: PACED_MS })
      : subject.commands({ ...commands, ...how, ms: SATURATED_MS }),
  );
  if (result.refused > 0) throw new Error(`${result.refused} commands were refused`);
  return { busy: (used.cpu / 1_000 / result.ms) * 100, ...result.ack, perSecond: result.perSecond };
}

async function sideBySide(own: AnySubject, relay: AnySubject, how: Parameters<typeof measure>[2]) {
  const measured = await takeTurns(['own', 'relay'], (name) =>
    name === 'own' ? measure(own, undefined, how) : measure(relay, RELAY_BYTES, how),
  );
  return (of: (one: Measured) => number) => pairsOf(measured.own, measured.relay, of);
}

const RELAY = 'relay only';

async function pacedLines(sessions: number, own: AnySubject, relay: AnySubject): Promise<Line[]> {
  const pairs = await sideBySide(own, relay, { perSecond: sessions });
  const what = `${sessions.toLocaleString('en')} sessions of ${PEOPLE}, one command a second each`;
  const most = sessions === 1_000;
  return [
    compared(
      `share of a core, ${what}`,
      '%',
      RELAY,
      pairs(({ busy }) => busy),
      most ? { aim: atMost(50, 'ours') } : {},
    ),
    compared(
      `answer p50, ${what}`,
      'ms',
      RELAY,
      pairs(({ p50 }) => p50),
    ),
    compared(
      `answer p99, ${what}`,
      'ms',
      RELAY,
      pairs(({ p99 }) => p99),
      { aim: atMost(30, 'ours') },
    ),
  ];
}

async function saturatedLines(sessions: number, own: AnySubject, relay: AnySubject): Promise<Line[]> {
  const pairs = await sideBySide(own, relay, { inFlight: sessions });
  const what = `${sessions.toLocaleString('en')} sessions of ${PEOPLE}, as much as goes`;
  return [
    compared(
      `commands, ${what}`,
      '/s',
      RELAY,
      pairs(({ perSecond }) => perSecond),
      { aim: atLeast(0.9) },
    ),
    alone(
      `answer p99, ${what}`,
      'ms',
      pairs(({ p99 }) => p99).map(([ours]) => ours),
    ),
  ];
}

/** Many workshops on one server. */
export const sessionsPart: Part = {
  name: 'sessions',
  title: '100, 300 and 1,000 sessions of 12, beside a server that only relays on as many sockets',
  run: (say) =>
    inFolder((fileIn) => {
      const options = { sessions: 1_000, people: PEOPLE, role: 'participant', phases: TWO_PARTS } as const;
      const own = werkraum({ ...options, store: fileIn('sessions') });
      const relay = socketIo();
      return among([own, relay], async () => {
        const found: Line[] = [];
        let inside = 0;
        for (const sessions of [100, 300, 1_000]) {
          say(`${sessions} sessions`);
          const first = inside;
          const more = sessions - first;
          await own.gather(everybody(more, PEOPLE, (session, person) => seatVisitor(first + session, person)));
          await relay.gather(everybody(more, PEOPLE, (session) => roomVisitor(first + session)));
          inside = sessions;
          found.push(...(await pacedLines(sessions, own, relay)));
        }
        say('as much as goes');
        return [...found, ...(await saturatedLines(inside, own, relay))];
      });
    }),
};
