import type { CardId, PhasePlan, ReportView, RoomId, WallCardView, WallTableView, WallView } from '@werkraum/protocol';
import type { OpenRound } from '../breakouts/breakouts.ts';
import { roomsOf } from '../breakouts/view.ts';
import { hasHandedNotes } from '../notes/view.ts';
import { type ById, entries, ids } from '../records.ts';
import type { Session } from '../session.ts';
import type { Boards, Brought, HandedCard } from './board.ts';
import { saidOn } from './view.ts';

/** What the wall is made from. */
export interface WallInputs {
  readonly phases: readonly PhasePlan[];
  readonly rounds: Session['breakouts']['rounds'];
  readonly inUse: OpenRound['phaseId'] | undefined;
  readonly wall: Boards['wall'];
  readonly brought: Boards['brought'];
  readonly notes: Session['notes']['handed'];
}

export const wallInputs = ({ agenda, breakouts: { rounds, open }, board, notes }: Session): WallInputs => ({
  ...{ phases: agenda.phases, rounds },
  inUse: open?.practice ? undefined : open?.phaseId,
  ...{ wall: board.wall, brought: board.brought, notes: notes.handed },
});

/**
 * What tables have handed over, for everybody: every table of the rounds that were held, since one that handed nothing
 * over can still report; of the round that runs only those that have handed something over, cards or notes. The notes
 * themselves stand beside the wall (`handedNotes`).
 */
export function wallView({ phases, rounds, inUse, wall, brought, notes }: WallInputs): WallView | undefined {
  const tables = phases.flatMap(({ id: phaseId }): [RoomId, WallTableView][] => {
    const round = rounds[phaseId];
    if (!round || round.openings === 0) return [];
    const { rooms } = roomsOf(phases, round);
    return round.tables.flatMap(({ roomId, label }): [RoomId, WallTableView][] => {
      const handed = wall[roomId] ?? {};
      if (phaseId === inUse && ids(handed).length === 0 && !hasHandedNotes(notes, roomId)) return [];
      const cards = cardViews(roomId, handed, brought);
      return [[roomId, { phaseId, label, topic: rooms[roomId]?.topic ?? '', cards }]];
    });
  });
  if (tables.length === 0) return undefined;
  return { order: tables.map(([roomId]) => roomId), tables: Object.fromEntries(tables) };
}

/** The cards of one table, of this workshop or the one before, as the plenary sees them; those without a text any more are not among them. */
export function cardViews(
  roomId: RoomId,
  handed: ById<CardId, HandedCard>,
  brought: Boards['brought'],
  before?: true,
): Record<string, WallCardView> {
  const views = entries(handed).flatMap(([cardId, each]) => {
    const said = saidOn(each.card);
    if (!said) return [];
    const [head, ...parts] = said;
    const { kind, label } = each.column;
    const { tags, votes } = each.card;
    const into = takenInto(brought, { from: roomId, cardId, ...(before && { before }) });
    const view: WallCardView = {
      ...{ kind, text: head.text, handedAt: each.at },
      ...(label && { label }),
      ...(parts.length > 0 && { parts: parts.map(({ text }) => text) }),
      ...(tags && tags.length > 0 && { tags: [...tags] }),
      ...(votes > 0 && { votes }),
      ...(into.length > 0 && { into }),
    };
    return [[cardId, view] as const];
  });
  return Object.fromEntries(views);
}

const takenInto = (brought: Boards['brought'], { from, cardId, before }: Brought): NonNullable<WallCardView['into']> =>
  entries(brought).flatMap(([phaseId, cards]) =>
    cards
      .filter((each) => each.from === from && each.cardId === cardId && each.before === before)
      .map(({ to }) => ({ phaseId, ...(to !== undefined && { to }) })),
  );

/** The table that reports now. */
export const reportView = ({ board: { report } }: Session): ReportView | undefined => report;
