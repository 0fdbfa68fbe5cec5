import type { CommandId, SeatId, SessionId } from '@werkraum/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fact, Session } from '../domain/session.ts';
import type { AppendResult, Entry, EventStore, ReadResult, SessionLog, Snapshot } from './event-store.ts';

/** A store under test, with the means to make its medium misbehave. */
export interface StoreRig {
  store: EventStore;
  /** The same memory after the process has come back; the former store is not used again. */
  reopened(): Promise<EventStore>;
  /** The same memory, reopened, with the session's fact of this version altered behind the store's back. */
  damaged(sessionId: SessionId, version: number): Promise<EventStore>;
  /** From now on writing fails. */
  stopSaving(): Promise<void>;
  resumeSaving(): Promise<void>;
  dispose(): Promise<void>;
}

const FORMAT = 7;
const ADA = 'ada' as SeatId;
const one = 'session-one' as SessionId;
const two = 'session-two' as SessionId;

const arrived = (seat: string): Fact => ({ type: 'seat-arrived', seatId: seat as SeatId });
const command = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as CommandId;
const entry = (...facts: Fact[]): Entry => ({ facts, at: 1_000, by: 'house' });
const asked = (n: number, ...facts: Fact[]): Entry => ({ facts, at: 1_000 + n, by: ADA, commandId: command(n) });
const snapshot = (version: number, title: string, ...commandIds: CommandId[]): Snapshot => ({
  ...{ version, format: FORMAT, commandIds },
  state: { title } as Session,
});
const appended = (version: number): AppendResult => ({ kind: 'appended', version });
const damagedAt = (atVersion: number): ReadResult => ({ kind: 'damaged', atVersion });
const conflict: AppendResult = { kind: 'conflict' };

async function logOf(store: EventStore, sessionId: SessionId): Promise<SessionLog> {
  const result = await store.read(sessionId, FORMAT);
  if (result.kind !== 'log') throw new Error(`expected a log, found ${result.kind}`);
  return result.log;
}

const factsOf = async (store: EventStore, sessionId: SessionId) =>
  (await logOf(store, sessionId)).facts.map(({ fact }) => fact);

const heard = (store: EventStore, wanted: boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = store.onHealth((saving) => {
      if (saving !== wanted) return;
      stop();
      resolve();
    });
  });

/** What every event store promises. `open` makes an empty one. */
export function eventStoreContract(name: string, open: () => Promise<StoreRig>): void {
  describe(`event store: ${name}`, () => {
    let rig: StoreRig;
    let store: EventStore;

    beforeEach(async () => {
      rig = await open();
      store = rig.store;
    });
    afterEach(() => rig.dispose());

    describe('writing', () => {
      test('[KE-1] gives back each fact as it was given, with gapless versions', async () => {
        await store.append(one, asked(1, arrived('a'), arrived('b')), 0);
        await store.append(one, { facts: [arrived('c ü 😀 \u0000 \ud800')], at: 5, by: 'house' }, 2);
        expect(await logOf(store, one)).toEqual({
          version: 3,
          facts: [
            { version: 1, fact: arrived('a'), at: 1_001, by: ADA, commandId: command(1) },
            { version: 2, fact: arrived('b'), at: 1_001, by: ADA, commandId: command(1) },
            { version: 3, fact: arrived('c ü 😀 \u0000 \ud800'), at: 5, by: 'house' },
          ],
        });
      });

      test('[KE-1] keeps logs apart however they were interleaved, also after a restart', async () => {
        const versions = Array.from({ length: 40 }, (_, version) => version);
        await Promise.all(
          versions.flatMap((version) =>
            [one, two].map((session) => store.append(session, entry(arrived(`${session}-${version}`)), version)),
          ),
        );
        const again = await rig.reopened();
        for (const session of [one, two]) {
          expect(await factsOf(again, session)).toEqual(versions.map((version) => arrived(`${session}-${version}`)));
        }
        expect([...(await again.sessions())].sort()).toEqual([one, two]);
      });

      test('[KE-1] an unknown session has no log', async () => {
        expect(await store.read(one, FORMAT)).toEqual({ kind: 'none' } satisfies ReadResult);
        expect(await store.sessions()).toEqual([]);
      });

      test('[KE-2] refuses an entry that was decided on another version', async () => {
        expect(await store.append(one, entry(arrived('a')), 1)).toEqual(conflict);
        expect(await store.append(one, entry(arrived('a')), 0)).toEqual(appended(1));
        expect(await store.append(one, entry(arrived('b')), 0)).toEqual(conflict);
        expect(await store.append(one, entry(arrived('b')), 2)).toEqual(conflict);
        expect(await factsOf(store, one)).toEqual([arrived('a')]);
      });

      test('[KE-2] of two entries decided on the same version one is written, whole', async () => {
        const results = await Promise.all([
          store.append(one, asked(1, arrived('a'), arrived('b')), 0),
          store.append(one, asked(2, arrived('c'), arrived('d')), 0),
        ]);
        expect(results).toEqual([appended(2), conflict]);
        expect(await factsOf(store, one)).toEqual([arrived('a'), arrived('b')]);
      });

      test('[KE-3] a refused entry does not harm those that arrived with it', async () => {
        const results = await Promise.all([
          store.append(one, entry(arrived('a')), 0),
          store.append(two, entry(arrived('b')), 9),
          store.append(one, entry(arrived('c')), 1),
        ]);
        expect(results).toEqual([appended(1), conflict, appended(2)]);
        expect(await store.read(two, FORMAT)).toEqual({ kind: 'none' });
      });

      test('[KE-4] appends may follow each other without waiting, and a read sees those before it', async () => {
        const appends = [
          store.append(one, entry(arrived('a')), 0),
          store.append(one, entry(arrived('b'), arrived('c')), 1),
          store.append(one, entry(arrived('d')), 3),
        ];
        const facts = factsOf(store, one);
        expect(await Promise.all(appends)).toEqual([appended(1), appended(3), appended(4)]);
        expect((await facts).slice(0, 4)).toEqual(['a', 'b', 'c', 'd'].map(arrived));
      });

      test('[KE-1] what the caller changes afterwards is not what was asked for', async () => {
        const facts = [arrived('a')];
        const written = store.append(one, { facts, at: 1, by: 'house' }, 0);
        facts.push(arrived('b'));
        expect(await written).toEqual(appended(1));
        expect(await factsOf(store, one)).toEqual([arrived('a')]);
      });
    });

    describe('reading', () => {
      beforeEach(async () => {
        await store.append(one, asked(1, arrived('a'), arrived('b')), 0);
        await store.append(one, asked(2, arrived('c')), 2);
        await store.append(one, entry(arrived('d')), 3);
      });

      test('[KE-8] begins at the newest snapshot of the format', async () => {
        await store.keepSnapshot(one, snapshot(1, 'early'));
        await store.keepSnapshot(one, snapshot(3, 'late'));
        await store.keepSnapshot(one, snapshot(2, 'overtaken'));
        const log = await logOf(await rig.reopened(), one);
        expect(log.snapshot).toEqual(snapshot(3, 'late'));
        expect(log.facts.map(({ version }) => version)).toEqual([4]);
        expect(log.version).toBe(4);
      });

      test('[KE-8] ignores snapshots of another format', async () => {
        await store.keepSnapshot(one, snapshot(2, 'ours'));
        await store.keepSnapshot(one, { ...snapshot(4, 'of newer code'), format: FORMAT + 1 });
        const log = await logOf(store, one);
        expect(log.snapshot?.version).toBe(2);
        expect(log.facts.map(({ version }) => version)).toEqual([3, 4]);
      });

      test('[KE-8] does not keep a snapshot of facts that do not exist', async () => {
        await store.keepSnapshot(one, snapshot(5, 'of tomorrow'));
        await store.keepSnapshot(two, snapshot(1, 'of nothing'));
        await store.append(one, entry(arrived('e'), arrived('f')), 4);
        expect((await logOf(store, one)).snapshot).toBeUndefined();
        expect(await store.read(two, FORMAT)).toEqual({ kind: 'none' });
      });

      test('[KE-8] a snapshot in the middle of the log is as good as one at its end', async () => {
        await store.keepSnapshot(one, snapshot(2, 'in the middle of an entry'));
        await store.append(one, entry(arrived('e'), arrived('f')), 4);
        const log = await logOf(await rig.reopened(), one);
        expect(log.snapshot?.version).toBe(2);
        expect(log.facts.map(({ fact }) => fact)).toEqual(['c', 'd', 'e', 'f'].map(arrived));
      });

      test('[KE-9] gives the ids of commands that came with the snapshot, and those of later facts', async () => {
        await store.keepSnapshot(one, snapshot(3, 'now', command(1), command(2)));
        await store.append(one, asked(3, arrived('e')), 4);
        const log = await logOf(await rig.reopened(), one);
        expect(log.snapshot?.commandIds).toEqual([command(1), command(2)]);
        expect(log.facts.map(({ commandId }) => commandId)).toEqual([undefined, command(3)]);
      });

      test('[KE-10] notices a changed fact and leaves other sessions alone', async () => {
        await store.append(two, entry(arrived('x')), 0);
        const again = await rig.damaged(one, 2);
        expect(await again.read(one, FORMAT)).toEqual(damagedAt(2));
        expect(await factsOf(again, two)).toEqual([arrived('x')]);
        expect([...(await again.sessions())].sort()).toEqual([one, two]);
      });

      test('[KE-10] notices a changed fact after the snapshot', async () => {
        await store.keepSnapshot(one, snapshot(2, 'now'));
        const again = await rig.damaged(one, 3);
        expect(await again.read(one, FORMAT)).toEqual(damagedAt(3));
      });

      test('[KE-10] a sound snapshot needs no facts below it, but who reads them is told', async () => {
        await store.keepSnapshot(one, snapshot(3, 'now'));
        const again = await rig.damaged(one, 2);
        const log = await logOf(again, one);
        expect(log.snapshot?.version).toBe(3);
        expect(log.facts.map(({ fact }) => fact)).toEqual([arrived('d')]);
        expect(await again.read(one, FORMAT + 1)).toEqual(damagedAt(2));
      });
    });

    describe('the hash of the chain', () => {
      const at = (version: number) => ({ kind: 'chained', version, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      const chained = async (of: EventStore, sessionId = one) => {
        const result = await of.chainAt(sessionId, 'doors-opened');
        return result.kind === 'chained' ? result.hash : result.kind;
      };
      const opened: Fact = { type: 'doors-opened', at: 1 } as Fact;
      const log = async (sessionId: SessionId, ...facts: Fact[]) => {
        await store.append(sessionId, entry(...facts), 0);
        return chained(store, sessionId);
      };

      test('[KE-26] is that of the last fact of a kind, and what comes afterwards does not change it', async () => {
        const before = await log(one, arrived('a'), opened, arrived('b'), opened);
        expect(await store.chainAt(one, 'doors-opened')).toEqual(at(4));
        await store.append(one, entry(arrived('c')), 4);
        await store.keepSnapshot(one, snapshot(5, 'now'));
        const again = await rig.reopened();
        expect(await again.chainAt(one, 'doors-opened')).toEqual(at(4));
        expect(await chained(again)).toBe(before);
      });

      test('[KE-26] is none where there is no such fact', async () => {
        expect(await store.chainAt(one, 'doors-opened')).toEqual({ kind: 'none' });
        await store.append(one, entry(arrived('a')), 0);
        expect(await store.chainAt(one, 'doors-opened')).toEqual({ kind: 'none' });
      });

      test('[KE-26] is another one for every other log', async () => {
        const hashes = [
          await log(one, arrived('a'), opened),
          await log(two, arrived('a'), opened),
          await log('three' as SessionId, arrived('b'), opened),
          await log('four' as SessionId, opened),
        ];
        expect(new Set(hashes).size).toBe(4);
      });

      test('[KE-26] is another one once the log was written anew', async () => {
        const before = await log(one, arrived('a'), opened);
        const [, last] = (await logOf(store, one)).facts;
        await store.replace(one, last ? [last] : [], 2);
        expect(await store.chainAt(one, 'doors-opened')).toEqual(at(1));
        expect(await chained(store)).not.toBe(before);
      });

      test('[KE-26] is not given where the chain is broken, also below a sound snapshot', async () => {
        await log(one, arrived('a'), arrived('b'), opened);
        await store.keepSnapshot(one, snapshot(3, 'now'));
        const again = await rig.damaged(one, 2);
        expect(await again.chainAt(one, 'doors-opened')).toEqual({ kind: 'damaged', atVersion: 2 });
      });
    });

    describe('deleting', () => {
      test('[KE-11] leaves nothing of the session and everything of the others', async () => {
        await store.append(one, asked(1, arrived('a')), 0);
        await store.append(two, entry(arrived('b')), 0);
        await store.keepSnapshot(one, snapshot(1, 'now'));
        await store.delete(one);
        await store.delete(one);
        expect(await store.read(one, FORMAT)).toEqual({ kind: 'none' });
        expect(await store.sessions()).toEqual([two]);
        expect(await factsOf(store, two)).toEqual([arrived('b')]);
      });

      test('[KE-11] lets an id be used anew, also without waiting', async () => {
        await store.append(one, asked(1, arrived('a')), 0);
        await store.keepSnapshot(one, snapshot(1, 'now'));
        const deleted = store.delete(one);
        const stale = store.append(one, entry(arrived('late')), 1);
        const anew = store.append(one, entry(arrived('b')), 0);
        await deleted;
        expect([await stale, await anew]).toEqual([conflict, appended(1)]);
        const log = await logOf(await rig.reopened(), one);
        expect(log).toEqual({ version: 1, facts: [expect.objectContaining({ fact: arrived('b') })] });
      });

      test('[KE-18] a log is put in the place of another, with versions and a chain of its own', async () => {
        await store.append(one, asked(1, arrived('a'), arrived('b')), 0);
        await store.append(one, asked(2, arrived('c')), 2);
        await store.append(two, entry(arrived('x')), 0);
        await store.keepSnapshot(one, snapshot(3, 'now'));
        const whole = await store.read(one, 0);
        if (whole.kind !== 'log') throw new Error('no log');
        const kept = whole.log.facts.filter(({ version }) => version !== 1).map((fact) => ({ ...fact, at: 5 }));
        expect(await store.replace(one, kept, 2)).toBe('conflict');
        const replaced = store.replace(one, kept, 3);
        const stale = store.append(one, entry(arrived('late')), 3);
        const next = store.append(one, asked(3, arrived('d')), 2);
        expect([await replaced, await stale, await next]).toEqual(['replaced', conflict, appended(3)]);
        const again = await rig.reopened();
        const log = await logOf(again, one);
        expect(log.snapshot).toBeUndefined();
        expect(log.facts.map(({ version, fact, at }) => [version, fact, at])).toEqual([
          [1, arrived('b'), 5],
          [2, arrived('c'), 5],
          [3, arrived('d'), 1_003],
        ]);
        expect(await factsOf(again, two)).toEqual([arrived('x')]);
      });

      test('[KE-18] there is nothing to replace where there is no log', async () => {
        expect(await store.replace(one, [], 0)).toBe('conflict');
      });

      test('[KE-11] removes a damaged session like any other', async () => {
        await store.append(one, entry(arrived('a'), arrived('b')), 0);
        const again = await rig.damaged(one, 1);
        await again.delete(one);
        expect(await again.read(one, FORMAT)).toEqual({ kind: 'none' });
        expect(await again.sessions()).toEqual([]);
      });
    });

    describe('when the medium fails', () => {
      test('[KE-12][KE-13] nothing is saved, reading goes on, and it gets well again', {
        timeout: 20_000,
      }, async () => {
        await store.append(one, asked(1, arrived('a')), 0);
        const changes: boolean[] = [];
        store.onHealth((saving) => changes.push(saving));
        const well = heard(store, true);

        await rig.stopSaving();
        const refused = await Promise.all([
          store.append(one, asked(2, arrived('b')), 1),
          store.append(one, asked(3, arrived('c')), 2),
        ]);
        expect(refused).toEqual([
          { kind: 'not-saved', why: 'broken' },
          { kind: 'not-saved', why: 'broken' },
        ]);
        expect(await store.append(two, entry(arrived('x')), 0)).toEqual({ kind: 'not-saved', why: 'broken' });
        expect(await factsOf(store, one)).toEqual([arrived('a')]);
        expect(changes).toEqual([false]);

        await rig.resumeSaving();
        await well;
        expect(changes).toEqual([false, true]);
        expect(await store.append(one, asked(3, arrived('c')), 2)).toEqual(conflict);
        expect(await store.append(one, asked(2, arrived('b')), 1)).toEqual(appended(2));
        expect(await factsOf(await rig.reopened(), one)).toEqual([arrived('a'), arrived('b')]);
      });

      test('[KE-12] who has stopped listening hears nothing', async () => {
        const changes: boolean[] = [];
        store.onHealth((saving) => changes.push(saving))();
        await rig.stopSaving();
        expect((await store.append(one, entry(arrived('a')), 0)).kind).toBe('not-saved');
        await rig.resumeSaving();
        expect(changes).toEqual([]);
      });
    });
  });
}
