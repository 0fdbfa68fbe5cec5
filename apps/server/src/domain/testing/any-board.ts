import type { BoardId, CardId, PhaseId, RoomId } from '@werkraum/protocol';
import { ids } from '../records.ts';
import { runningPhase } from '../seats.ts';
import type { Session } from '../session.ts';

const card = (number: number) => `card-${number}` as CardId;
const COLUMNS = ['idea', 'obstacle', 'keep', 'change', 'idea'];

/** Commands about boards, as often as a random workshop needs them for something to come of them. */
export const BOARD_TYPES = [
  ...(['add-card', 'add-card', 'add-card', 'add-card', 'edit-card', 'move-card', 'move-card'] as const),
  ...(['merge-cards', 'merge-cards', 'split-card', 'remove-card', 'tag-card', 'vote-card', 'vote-card'] as const),
  ...(['unvote-card', 'set-writing', 'set-writing', 'set-all-writing', 'set-dots'] as const),
  ...(['hand-over', 'hand-over', 'hand-over', 'take-back-card', 'bring-cards', 'report-out', 'end-report'] as const),
];

/** Something to ask about boards: about the one a person is likely to sit at, and about cards that are likely there. */
export function anyBoard(
  session: Session,
  {
    type,
    seatAt,
    roomId,
    phaseId,
    turn,
  }: { type: string; seatAt: RoomId | undefined; roomId: RoomId; phaseId: PhaseId; turn: number },
): object {
  const isReflection = runningPhase(session)?.kind === 'plenary-reflection';
  const boardId = (isReflection ? 'plenary~reflection' : (seatAt ?? roomId)) as BoardId;
  const board = session.board.boards[boardId];
  const there = ids(board?.cards ?? {});
  const cardId =
    (type === 'add-card' ? undefined : there[turn % Math.max(1, there.length)]) ?? card(turn + there.length);
  const seen = there.slice(turn % 2).map((id) => ({ cardId: id, version: board?.cards[id]?.version ?? 0 }));
  const brought = ids(session.board.wall).flatMap((from) =>
    ids(session.board.wall[from] ?? {}).map((id) => ({ from, cardId: id })),
  );
  return {
    ...{ boardId, cardId, column: COLUMNS[turn], text: `Text ${turn} of ${there.length} at ${boardId}.` },
    ...{ tags: turn % 2 ? ['SDG 11'] : [], each: turn, mode: turn % 2 ? 'alone' : 'together' },
    ...{ into: cardId, from: there.slice(0, turn % 3) },
    ...(type === 'move-card' && { before: there[turn] }),
    ...(type === 'hand-over' && { cards: seen }),
    ...(type === 'bring-cards' && { cards: brought.slice(turn % 2), phaseId }),
  };
}
