import type { Command, Instant, RoomId, SeatId } from '@werkraum/protocol';
import { handsAt, handsInOrder, type PlanDocuments } from '../breakouts/floor-plan.model.ts';

/** Something that waits for a facilitator. An action that is not possible is undefined. */
export type ToDo = { since: Instant; label: string | undefined; go: Command | undefined } & (
  | { kind: 'help'; roomId: RoomId; putAway: Command | undefined }
  | {
      kind: 'hand';
      seatId: SeatId;
      name: string;
      own: boolean;
      giveWord: Command | undefined;
      lower: Command | undefined;
    }
);

/** Calls for help and raised hands everywhere, as one list: who has waited longest comes first. */
export function toDos(documents: PlanDocuments): readonly ToDo[] {
  const { session } = documents;
  const rooms = session.tables?.order ?? [];
  const all = [...rooms.flatMap((roomId) => helpAt(documents, roomId)), ...handsIn(documents, 'plenary')];
  const hands = rooms.flatMap((roomId) => handsIn(documents, roomId));
  const inOrder = [...all, ...hands].sort((a, b) => a.since - b.since || keyOf(a).localeCompare(keyOf(b)));
  return session.stage.quietFirst ? quietFirst(documents, inOrder) : inOrder;
}

/** Where those who spoke least go first, the hands of the own place change places among themselves. */
function quietFirst(documents: PlanDocuments, list: readonly ToDo[]): readonly ToDo[] {
  const order = handsInOrder(documents, documents.you.place).map(([seatId]) => seatId);
  const isMine = (toDo: ToDo) => toDo.kind === 'hand' && order.includes(toDo.seatId);
  const mine = list
    .filter(isMine)
    .sort((a, b) => order.indexOf(keyOf(a) as SeatId) - order.indexOf(keyOf(b) as SeatId));
  return list.map((toDo) => (isMine(toDo) ? (mine.shift() ?? toDo) : toDo));
}

/** Names an entry: it stays the same thing while it waits. */
export const keyOf = (toDo: ToDo): string => (toDo.kind === 'help' ? toDo.roomId : toDo.seatId);

function helpAt(documents: PlanDocuments, roomId: RoomId): ToDo[] {
  const { session, you, staff } = documents;
  const since = staff?.progress[roomId]?.help;
  if (since === undefined) return [];
  const putAway: Command | undefined = you.may.includes('clear-help') ? { type: 'clear-help', roomId } : undefined;
  const label = session.tables?.rooms[roomId]?.label ?? '';
  return [{ kind: 'help', since, label, roomId, go: visit(documents, roomId), putAway }];
}

function handsIn(documents: PlanDocuments, place: RoomId | 'plenary'): ToDo[] {
  const { session, you } = documents;
  return (Object.entries(handsAt(documents, place)) as [SeatId, Instant][]).map(([seatId, since]) => {
    const own = seatId === you.seatId;
    const give = place === 'plenary' && !own && you.may.includes('give-word');
    const lower = place === you.place && you.may.includes('lower-hand');
    return {
      ...{ kind: 'hand', since, seatId, own },
      name: session.people[seatId]?.name ?? '',
      label: place === 'plenary' ? undefined : session.tables?.rooms[place]?.label,
      go: place === 'plenary' ? undefined : visit(documents, place),
      giveWord: give ? { type: 'give-word', seatId } : undefined,
      lower: lower ? { type: 'lower-hand', seatId } : undefined,
    };
  });
}

/** The way to a table; undefined at the own one. */
export function visit({ session: { tables }, you }: PlanDocuments, roomId: RoomId): Command | undefined {
  if (!tables || you.place === roomId || !you.may.includes('visit-table')) return undefined;
  return { type: 'visit-table', phaseId: tables.phaseId, roomId };
}
