import type { PhaseId, RoomId, RoomView, SessionView } from '@werkraum/protocol';
import type { Lines } from './lines.ts';

/** A table of the running round with the people who sit there, staff not counted. */
export interface Table {
  label: string;
  roomId: RoomId;
  names: readonly string[];
}

async function sessionOf(lines: Lines, name: string): Promise<SessionView> {
  const session = await lines.sees(name, 'session');
  if (!session) throw new Error(`${name} is not in the room`);
  return session as unknown as SessionView;
}

/** The tables of the running round, as somebody with a line sees them. */
export async function tablesOf(lines: Lines, name: string): Promise<readonly Table[]> {
  const { tables, people } = await sessionOf(lines, name);
  const seated = Object.values(people);
  return (tables?.order ?? []).map((roomId) => ({
    ...{ label: tables?.rooms[roomId]?.label ?? '', roomId },
    names: seated.filter(({ table, role }) => table === roomId && role === 'participant').map((person) => person.name),
  }));
}

/** The phase that runs, as somebody with a line sees it. */
export async function phaseOf(lines: Lines, name: string): Promise<PhaseId> {
  const { clock } = (await sessionOf(lines, name)).agenda;
  if (!clock) throw new Error('no phase runs');
  return clock.phaseId;
}

/** Who speaks at the table where this person sits. */
export async function speakerBeside(lines: Lines, name: string): Promise<string | undefined> {
  const room = (await lines.sees(name, `room:${await lines.placeOf(name)}`)) as unknown as RoomView | undefined;
  const now = room?.turns?.now;
  const seatId = now && room?.turns?.turns[now.turnId]?.seatId;
  return seatId && (await sessionOf(lines, name)).people[seatId]?.name;
}

/** Everybody with a line walks to the table of the running round. */
export async function walk(lines: Lines, names: readonly string[]): Promise<void> {
  await Promise.all(
    names.map(async (name) => lines.as(name, { type: 'go-to-table', phaseId: await phaseOf(lines, name) })),
  );
}
