// A process that appends entries 1 to COUNT one after the other and repeats those that are not saved once the store is well.
// Usage: node store-survivor.ts FILE COUNT. Prints the version at each acknowledgement, and one JSON line in the end.
import type { CommandId, SeatId, SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { say } from './say.ts';

const [file = '', count = ''] = process.argv.slice(2);
const session = 'session' as SessionId;
const problems: string[] = [];
const refusals: unknown[] = [];

const store = await openSqliteEventStore({ file, report: (error) => problems.push(String(error)) });
let well = Promise.resolve();
let recovered = () => {};
store.onHealth((saving) => {
  if (saving) return recovered();
  well = new Promise((resolve) => {
    recovered = resolve;
  });
});

for (let version = 0; version < Number(count); ) {
  await well;
  const facts = [{ type: 'seat-arrived', seatId: `${version + 1}` as SeatId } as const];
  const entry = { facts, at: 1, by: 'house', commandId: `command-${version + 1}` as CommandId } as const;
  const result = await store.append(session, entry, version);
  if (result.kind === 'appended') {
    version = result.version;
    say(String(version));
  } else refusals.push(result);
}
await store.close();
say(JSON.stringify({ refusals, problems }));
