import { setTimeout as pass } from 'node:timers/promises';
import type { PhaseId, RoomId, TurnsView } from '@werkraum/protocol';
import { must, type Play, quicker } from './cast.ts';

/** How long a bot speaks, in seconds of the planned workshop. */
const SPOKEN_S = 60;
const LEAST_MS = 50;

const spoken = (play: Play): Promise<void> => pass(Math.max(LEAST_MS, quicker(play, SPOKEN_S)));

const turnsAt = ({ cast: { timekeeper } }: Play, roomId: RoomId): TurnsView | undefined =>
  timekeeper.staff()?.progress[roomId]?.turns;

/** The timekeeper lets everybody who waits at this table speak, one after the other, at the table's own pace. */
export async function paceTable(play: Play, roomId: RoomId): Promise<void> {
  const { timekeeper } = play.cast;
  const turns = () => turnsAt(play, roomId);
  if (!turns()?.order.length || turns()?.state === 'finished') return;
  // The timekeeper may hear a moment later than the people themselves that they sit at the table.
  await timekeeper.until(`somebody at ${roomId}`, () => turns()?.next !== undefined);
  const first = turns()?.next;
  if (!first) return;
  await must(timekeeper, { type: 'start-turn', roomId, turnId: first });
  for (;;) {
    await timekeeper.until(`a turn at ${roomId}`, () => turns()?.now !== undefined || turns()?.state === 'finished');
    const turnId = turns()?.now?.turnId;
    if (!turnId) return;
    await spoken(play);
    await must(timekeeper, { type: 'end-turn', roomId, turnId });
    await timekeeper.until(`the end of ${turnId}`, () => turns()?.now?.turnId !== turnId);
    play.tally.turns += 1;
  }
}

/** The timekeeper lets all tables go together, from beat to beat, until everybody has spoken. */
export async function paceTogether(play: Play, phaseId: PhaseId, tables: readonly RoomId[]): Promise<void> {
  const { timekeeper } = play.cast;
  const all = () => tables.flatMap((roomId) => turnsAt(play, roomId) ?? []);
  const waiting = () => all().some(({ next }) => next !== undefined);
  const speaking = () => all().filter(({ now }) => now !== undefined).length;
  await must(timekeeper, { type: 'pace-together', phaseId, on: true });
  await timekeeper.until('one beat for all tables', () => all().every(({ beat }) => beat !== undefined));
  await timekeeper.until('somebody who waits', waiting);
  while (waiting() || speaking() > 0) {
    const beat = all()[0]?.beat ?? 1;
    await must(timekeeper, { type: 'start-beat', phaseId, beat });
    await timekeeper.until(`beat ${beat}`, () => all().every((turns) => turns.beat === beat + 1));
    play.tally.beats += 1;
    play.tally.turns += speaking();
    if (speaking() > 0) await spoken(play);
  }
}
