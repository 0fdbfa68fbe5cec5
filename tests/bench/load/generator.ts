/** The process that plays everybody: connects crowds, causes changes, sends commands, and takes the times. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile, sortedCopy } from '../lines.ts';
import type { Visitor } from '../support/people.ts';
import { serveCalls } from '../support/rpc.ts';
import { type Crowd, gather, type Member } from './crowd.ts';
import type { DialectName } from './dialects.ts';

/** Milliseconds. */
export interface Latency {
  p50: number;
  p99: number;
}

export interface GatherOptions {
  crowd: string;
  port: number;
  dialect: DialectName;
  visitors: readonly Visitor[];
  /** All connect in the same instant. */
  allAtOnce?: boolean;
}

export interface ChangeOptions {
  crowd: string;
  rounds: number;
  /** Sent by the first of the crowd in turn; `$id` becomes a fresh id. Binary messages are written in latin1. */
  messages: readonly string[];
  kind?: 'text' | 'binary';
  /** How many are expected to take it; everybody unless told. */
  receivers?: number;
}

export interface CommandOptions {
  crowd: string;
  /** How many commands wait for their answer at any time, over all of the crowd. */
  inFlight: number;
  ms: number;
  /** Sent by each person in turn. */
  commands: readonly object[];
  /** Not a command of Werkraum's, but this many bytes to be sent to everybody in the room. */
  relayBytes?: number;
}

export interface PaceOptions extends Omit<CommandOptions, 'inFlight'> {
  perSecond: number;
}

const crowds = new Map<string, Crowd>();
const crowdOf = (name: string): Crowd => {
  const crowd = crowds.get(name);
  if (!crowd) throw new Error(`nobody has gathered as ${name}`);
  return crowd;
};

const latency = (values: readonly number[]): Latency => {
  const sorted = sortedCopy(values);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
};

/** A change that takes longer has been lost. */
const PATIENCE_MS = 30_000;

/** Causes one change after the other and waits each time until everybody has it. */
async function changes({ crowd: name, rounds, messages, kind = 'text', receivers }: ChangeOptions) {
  const crowd = crowdOf(name);
  const length = receivers ?? crowd.members.length;
  const [first] = crowd.members;
  const [medians, lasts]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const everybody = Promise.withResolvers<void>();
    let reached = 0;
    crowd.onChange((size) => {
      reached += 1;
      bytes += size;
      if (reached === Math.ceil(length / 2)) medians.push(performance.now() - began);
      if (reached < length) return;
      lasts.push(performance.now() - began);
      everybody.resolve();
    });
    const message = (messages[round % messages.length] ?? '').replace('$id', () => randomUUID());
    const began = performance.now();
    const patience = setTimeout(() => {
      everybody.reject(new Error(`a change has reached ${reached} of ${length} within ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
    first?.send(message, kind);
    await everybody.promise;
    clearTimeout(patience);
    await nextTurn();
  }
  return { median: latency(medians), last: latency(lasts), bytes: bytes / rounds / length };
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What each person sends next, commands of the list in turn. */
function speaker({ commands, relayBytes }: Pick<CommandOptions, 'commands' | 'relayBytes'>) {
  const sent = new WeakMap<Member, number>();
  return (member: Member): Promise<boolean> => {
    if (relayBytes !== undefined) return member.command(String(relayBytes));
    const turn = sent.get(member) ?? 0;
    sent.set(member, turn + 1);
    return member.command(JSON.stringify({ id: randomUUID(), command: commands[turn % commands.length] }));
  };
}

interface Tally {
  /** Milliseconds until each command was answered. */
  took: number[];
  refused: number;
  changes: number;
}

/** Counts from now on what reaches the crowd. */
function tally(crowd: Crowd): Tally {
  const counted: Tally = { took: [], refused: 0, changes: 0 };
  crowd.onChange(() => {
    counted.changes += 1;
  });
  return counted;
}

async function commands(options: CommandOptions) {
  const { crowd: name, inFlight, ms } = options;
  const crowd = crowdOf(name);
  const counted = tally(crowd);
  const say = speaker(options);
  const began = performance.now();
  async function oneAfterTheOther(slot: number): Promise<void> {
    for (let turn = slot; performance.now() - began < ms; turn += inFlight) {
      const member = crowd.members[turn % crowd.members.length];
      if (!member) return;
      const at = performance.now();
      const ok = await say(member);
      counted.took.push(performance.now() - at);
      if (!ok) counted.refused += 1;
    }
  }
  await Promise.all(Array.from({ length: inFlight }, (_, slot) => oneAfterTheOther(slot)));
  return summary(counted, performance.now() - began);
}

const summary = ({ took, refused, changes: delivered }: Tally, ms: number) => ({
  ...{ count: took.length, refused, delivered, ms, perSecond: (took.length / ms) * 1_000 },
  ack: latency(took),
});

/** Commands by the clock, whether or not the last ones were answered: times count from when each should have left. */
async function paced(options: PaceOptions) {
  const { crowd: name, ms, perSecond } = options;
  const crowd = crowdOf(name);
  const counted = tally(crowd);
  const say = speaker(options);
  const answers: Promise<void>[] = [];
  const began = performance.now();
  const due = (count: number) => began + (count / perSecond) * 1_000;
  const total = Math.floor((ms / 1_000) * perSecond);
  // People of different sessions in turn: a stride that meets everybody before anybody twice.
  const stride = strideFor(crowd.members.length);
  for (let count = 0; count < total; ) {
    while (count < total && due(count) <= performance.now()) {
      const member = crowd.members[(count * stride) % crowd.members.length];
      const at = due(count++);
      if (member) answers.push(say(member).then((ok) => note(counted, ok, performance.now() - at)));
    }
    await pause(1);
  }
  await Promise.all(answers);
  return summary(counted, performance.now() - began);
}

function note(counted: Tally, ok: boolean, took: number): void {
  counted.took.push(took);
  if (!ok) counted.refused += 1;
}

const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));

function strideFor(length: number): number {
  let stride = Math.max(1, Math.floor(length * 0.618));
  while (common(stride, length) !== 1) stride += 1;
  return stride;
}

const methods = {
  /** Adds to a crowd; resolves with the milliseconds until everybody was in. */
  async gather({ crowd, port, dialect, visitors, allAtOnce = false }: GatherOptions): Promise<number> {
    const began = performance.now();
    const atOnce = allAtOnce ? Number.POSITIVE_INFINITY : undefined;
    crowds.set(crowd, await gather(port, dialect, visitors, { atOnce, joining: crowds.get(crowd) }));
    return performance.now() - began;
  },
  leave(crowd: string): void {
    crowdOf(crowd).close();
    crowds.delete(crowd);
  },
  /** From now on so many of them take nothing any more. */
  stopReading({ crowd, count }: { crowd: string; count: number }): void {
    for (const member of crowdOf(crowd).members.slice(1, 1 + count)) member.stopReading();
  },
  changes,
  commands,
  paced,
};
export type Generator = typeof methods;
serveCalls(methods);
