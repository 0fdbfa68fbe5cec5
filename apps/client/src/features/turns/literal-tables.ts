import type { PersonView, RoomId } from '@werkraum/protocol';
import { type LiteralQueue, type LiteralScene, literalRoom, literalTurns } from './literal-turns.ts';

const LABELS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const labelOf = (at: number): string => (LABELS[at % 26] ?? '').repeat(1 + Math.floor(at / 26));
const MINUTE = 60_000;

/** The timekeeper's documents in a round at this many tables, most of which are in the middle of a turn. */
export function literalTables(count: number, scene: LiteralScene = {}) {
  const room = literalRoom({ you: 'Theo', ...scene });
  const { session, staff } = room;
  if (!staff || !session.tables) throw new Error('no tables are open');
  const tables = Array.from({ length: count }, (_, at) => tableAt(at));
  const people = tables.flatMap(({ roomId, names }) =>
    names.map((name) => [name.toLowerCase(), personAt(roomId, name)]),
  );
  return {
    ...room,
    session: {
      ...session,
      people: { ...session.people, ...Object.fromEntries(people) },
      tables: {
        ...session.tables,
        order: tables.map(({ roomId }) => roomId),
        rooms: Object.fromEntries(tables.map(({ roomId, label }) => [roomId, { label, topic: 'Strategies' }])),
      },
    },
    staff: {
      ...staff,
      progress: Object.fromEntries(
        tables.map(({ roomId, queue }) => [roomId, { turns: literalTurns(roomId, queue), lonely: false, hands: {} }]),
      ),
    },
  };
}

const personAt = (place: RoomId, name: string): PersonView => ({ name, role: 'participant', presence: 'here', place });

function tableAt(at: number) {
  const names = ['Ada', 'Ben', 'Cem', 'Dora'].map((name) => `${name}${at + 1}`);
  const [first = '', second = ''] = names;
  const speaking = { name: first, leftMs: 95_000 - (at % 7) * 20_000, slotMs: 2 * MINUTE };
  const over: LiteralQueue = { order: names, next: second, state: 'running' };
  const queue = at % 9 === 8 ? over : { ...over, speaking };
  return { roomId: `round-${at}` as RoomId, label: labelOf(at), names, queue };
}
