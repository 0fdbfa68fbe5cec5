import { type CommandId, makeSecret, modelWorkshop, type PhaseId, type SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { createHouse, type House } from '@werkraum/server/src/application/house.ts';
import { type Pair, quantile, sortedCopy } from '../lines.ts';
import { inFolder } from '../support/folder.ts';
import { bustle, opening, type Step } from './lively-session.ts';

export interface LongLog {
  /** How many facts a long session has before anything is measured; a short one has just been started. */
  facts: number;
  /** How many sessions of each kind take turns. */
  sessions: number;
  /** Commands in each session and round. */
  commands: number;
  rounds: number;
}

const PHASE = modelWorkshop('en').plan.phases[0]?.id as PhaseId;
/** So many commands of one session are under way while its log is being made. */
const AT_ONCE = 200;

interface Played {
  id: SessionId;
  /** How much of the bustle there was. */
  done: number;
}

async function act(house: House, id: SessionId, [command, actor]: Step): Promise<void> {
  const reply = await house.handle(id, command, actor, crypto.randomUUID() as CommandId);
  if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.rejection}`);
}

async function play(house: House, session: Played, count: number): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE) {
    const some = Array.from({ length: Math.min(left, AT_ONCE) }, () => bustle(session.done++, PHASE));
    await Promise.all(some.map((step) => act(house, session.id, step)));
  }
}

async function begin(house: House, facts: number): Promise<Played> {
  const id = makeSecret() as SessionId;
  for (const step of opening(id)) await act(house, id, step);
  const session = { id, done: 0 };
  await play(house, session, facts);
  return session;
}

/** Milliseconds of the next command, of which none else is under way. */
async function timed(house: House, session: Played): Promise<number> {
  const step = bustle(session.done++, PHASE);
  const began = performance.now();
  await act(house, session.id, step);
  return performance.now() - began;
}

/** One command in a long session, one in a short one, and so on; the median of each. */
async function round(house: House, long: readonly Played[], { sessions, commands }: LongLog): Promise<Pair> {
  const short: Played[] = [];
  while (short.length < sessions) short.push(await begin(house, 0));
  const times: [long: number[], short: number[]] = [[], []];
  for (let turn = 0; turn < sessions * commands; turn++) {
    const pair = [long, short].map((kind) => kind[turn % sessions]);
    for (const at of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const session = pair[at];
      if (session) times[at].push(await timed(house, session));
    }
  }
  const [ours, theirs] = times.map((some) => quantile(sortedCopy(some), 0.5));
  return [ours ?? Number.NaN, theirs ?? Number.NaN];
}

/** A durable command through the rules and the store, in sessions with a long and with a short history, in turn. */
export async function measureLongLogs(log: LongLog, say: (text: string) => void): Promise<readonly Pair[]> {
  return inFolder(async (fileIn) => {
    const report = (error: unknown) => say(String(error));
    const store = await openSqliteEventStore({ file: fileIn('werkraum.sqlite'), report });
    const house = createHouse({ store, clock: createSystemClock(), report });
    try {
      say(`playing ${log.sessions} sessions up to ${log.facts} facts`);
      const long = await Promise.all(Array.from({ length: log.sessions }, () => begin(house, log.facts)));
      const pairs: Pair[] = [];
      while (pairs.length < log.rounds) {
        pairs.push(await round(house, long, log));
        say(`round ${pairs.length} of ${log.rounds}`);
      }
      return pairs;
    } finally {
      house.stop();
      await store.close();
    }
  });
}
