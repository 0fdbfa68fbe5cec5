import { atMost, compared, type Line, type Part } from '../lines.ts';
import type { Generator } from '../load/generator.ts';
import type { ColyseusServer } from '../servers/colyseus.ts';
import { TO_AND_FRO, TWO_PARTS, twoRounds, UP_AND_DOWN } from '../support/agendas.ts';
import { inFolder } from '../support/folder.ts';
import { everybody, roomVisitor, seatVisitor } from '../support/people.ts';
import { pairsOf, takeTurns } from '../support/repetitions.ts';
import {
  type AnySubject,
  among,
  colyseus,
  rawWs,
  type Subject,
  socketIo,
  werkraum,
  withUsage,
} from '../support/subjects.ts';

/** People, and changes in each repetition. */
const SIZES = [
  { people: 12, rounds: 300 },
  { people: 100, rounds: 150 },
  { people: 1_000, rounds: 50 },
  { people: 5_000, rounds: 12 },
] as const;
/** A raised hand concerns no single seat; with another phase, everybody's own document is looked at again. */
const PAYLOADS = [
  { name: 'a hand (150 B)', phases: TWO_PARTS, messages: UP_AND_DOWN },
  { name: 'a phase (300 B)', phases: TWO_PARTS, messages: TO_AND_FRO },
  { name: 'a round (2 kB)', phases: twoRounds(7), messages: TO_AND_FRO },
] as const;

type Changes = Awaited<ReturnType<Generator['changes']>>;
/** One repetition: CPU is in microseconds per delivery. */
type Measured = Changes & { cpu: number };
const NAMES = ['werkraum', 'raw', 'colyseus', 'stock'] as const;
type Name = (typeof NAMES)[number];
type Runner = (rounds: number) => Promise<Measured>;

/** MessagePack: a short string, then a 16-bit number (message type and body of Colyseus' wire). */
export const colyseusMessage = (bytes: number): string =>
  String.fromCharCode(13, 0xa6, ...Buffer.from('change'), 0xcd, bytes >> 8, bytes & 0xff);

const runner =
  (people: number, subject: AnySubject, options: Omit<Parameters<AnySubject['changes']>[0], 'rounds'>): Runner =>
  async (rounds) => {
    const { result, used } = await withUsage(subject, () => subject.changes({ ...options, rounds }));
    return { ...result, cpu: used.cpu / rounds / people };
  };

async function measure(
  people: number,
  rounds: number,
  { name, phases, messages }: (typeof PAYLOADS)[number],
  file: string,
): Promise<Line[]> {
  const role = 'speaker';
  const own = werkraum({ store: file, sessions: 1, people, role, phases: [...phases] });
  const [raw, peer, stock] = [rawWs(), colyseus(), socketIo()];
  return among([own, raw, peer, stock], async () => {
    await own.gather(everybody(1, people, seatVisitor));
    await raw.gather(everybody(1, people, () => ({ path: '/' })));
    await peer.gather((await reserved(peer, people)).map((path) => ({ path })));
    await stock.gather(everybody(1, people, roomVisitor));
    const warmUp = Math.ceil(rounds / 3);
    const { bytes } = await own.changes({ messages, rounds: warmUp + (warmUp % 2) });
    const size = Math.round(bytes);
    const runners: Record<Name, Runner> = {
      werkraum: runner(people, own, { messages }),
      raw: runner(people, raw, { messages: [String(size)] }),
      colyseus: runner(people, peer, { messages: [colyseusMessage(size)], kind: 'binary' }),
      stock: runner(people, stock, { messages: [`421["command",${size}]`] }),
    };
    for (const name of ['raw', 'colyseus', 'stock'] as const) await runners[name](warmUp);
    const measured = await takeTurns(NAMES, (name) => runners[name](rounds));
    return lines(`${people.toLocaleString('en')} people, ${name}`, size, people, measured);
  });
}

const reserved = (peer: Subject<ColyseusServer>, people: number) => peer.server.call('reserve', people);

function lines(who: string, bytes: number, people: number, measured: Record<Name, Measured[]>): Line[] {
  const pairs = (other: Name, of: (one: Measured) => number) => pairsOf(measured.werkraum, measured[other], of);
  const note = `${bytes} bytes; ours is a durable command, decided, on disk, sliced and sent`;
  const cpu = ({ cpu }: Measured) => cpu;
  const last = ({ last }: Measured) => last.p50;
  const lastP99 = ({ last }: Measured) => last.p99;
  return [
    compared(`CPU per delivery, ${who}`, 'µs', 'raw ws', pairs('raw', cpu), { aim: atMost(1.2), note }),
    compared(`last receiver p50, ${who}`, 'ms', 'raw ws', pairs('raw', last), { aim: atMost(1.25) }),
    compared(`last receiver p99, ${who}`, 'ms', 'raw ws', pairs('raw', lastP99), { aim: atMost(1.5) }),
    compared(`CPU per delivery, ${who}`, 'µs', 'Colyseus', pairs('colyseus', cpu), { aim: atMost(1) }),
    compared(`last receiver p50, ${who}`, 'ms', 'Colyseus', pairs('colyseus', last), { aim: atMost(1) }),
    ...(people === 1_000 ? [compared(`CPU per delivery, ${who}`, 'µs', 'stock Socket.IO', pairs('stock', cpu))] : []),
  ];
}

/** One change to everybody in a session. */
export const fanOutPart: Part = {
  name: 'fan-out',
  title: 'one change to everybody, beside raw ws, Colyseus and stock Socket.IO',
  run: (say) =>
    inFolder(async (fileIn) => {
      const found: Line[] = [];
      for (const { people, rounds } of SIZES) {
        for (const payload of PAYLOADS) {
          say(`${people} people, ${payload.name}`);
          found.push(...(await measure(people, rounds, payload, fileIn(`${people}-${payload.name}`))));
        }
      }
      return found;
    }),
};
