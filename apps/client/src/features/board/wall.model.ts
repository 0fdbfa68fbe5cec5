import type {
  BringCards,
  BroughtView,
  CardId,
  Command,
  HandedNotesView,
  Instant,
  PhaseId,
  RoomId,
  SeatView,
  SessionView,
  StaffView,
  WallCardView,
} from '@werkraum/protocol';

export interface WallCard extends WallCardView {
  cardId: CardId;
}

/** Cards a facilitator may take into a round: of a table here, or of one of the workshop before. */
export interface Takeable {
  roomId: RoomId;
  /** Of the workshop before; its ids may be those of a table here. */
  before?: true;
  label: string;
  cards: readonly WallCard[];
}

/** What one table of the workshop before had handed over. */
export interface BroughtTable extends Takeable {
  before: true;
  /** The title of its round. */
  round: string;
  topic: string;
  notes?: BroughtView['tables'][number]['notes'];
}

export interface BroughtModel {
  /** Of the workshop before, and when it began. */
  title: string;
  startedAt?: Instant;
  tables: readonly BroughtTable[];
}

export interface WallTable extends Takeable {
  phaseId: PhaseId;
  topic: string;
  round: number;
  /** What the table wrote together and handed over. */
  notes: HandedNotesView | undefined;
  /** Puts this table before everybody. */
  report: Command | undefined;
}

/** A round cards can be taken into, with its tables as far as they are known. */
export interface Target {
  key: string;
  phaseId: PhaseId;
  round: number;
  /** Absent: all its tables. */
  to?: { roomId: RoomId; label: string; topic: string };
}

export interface WallModel {
  tables: readonly WallTable[];
  /** The table that reports, and those before and after it. */
  reporting: { table: WallTable; at: number; before: WallTable | undefined; after: WallTable | undefined } | undefined;
  end: Command | undefined;
  /** What came along from the workshop before. */
  brought: BroughtModel | undefined;
  targets: readonly Target[];
}

interface Documents {
  session: SessionView;
  you: SeatView;
  staff?: StaffView | undefined;
}

/** What tables have handed over, and what a facilitator may do with it. */
export function wallModel({ session, you, staff }: Documents): WallModel {
  const { wall, report, agenda, handedNotes } = session;
  const mayReport = you.may.includes('report-out');
  const tables = (wall?.order ?? []).flatMap((roomId): WallTable[] => {
    const table = wall?.tables[roomId];
    if (!table) return [];
    const { phaseId, label, topic } = table;
    const isNow = report?.roomId === roomId;
    return [
      {
        ...{ roomId, phaseId, label, topic, cards: cardsOf(table.cards).toSorted(byKindAndVotes) },
        notes: handedNotes?.[roomId],
        round: agenda.phases[phaseId]?.round?.number ?? 0,
        report: mayReport && !isNow ? { type: 'report-out', phaseId, roomId } : undefined,
      },
    ];
  });
  const at = tables.findIndex(({ roomId }) => roomId === report?.roomId);
  const table = tables[at];
  return {
    tables,
    reporting: table && report && { table, at: report.at, before: tables[at - 1], after: tables[at + 1] },
    end: report && you.may.includes('end-report') ? { type: 'end-report', roomId: report.roomId } : undefined,
    brought: session.brought && broughtModel(session.brought),
    targets: you.may.includes('bring-cards') ? targetsIn(session, staff) : [],
  };
}

const cardsOf = (cards: Readonly<Record<string, WallCardView>>): WallCard[] =>
  Object.entries(cards).map(([cardId, card]) => ({ ...card, cardId: cardId as CardId }));

const broughtModel = ({ tables, ...rest }: BroughtView): BroughtModel => ({
  ...rest,
  tables: tables.map(({ cards, ...table }) => ({ ...table, before: true, cards: cardsOf(cards) })),
});

const byKindAndVotes = (one: WallCard, other: WallCard): number =>
  one.kind.localeCompare(other.kind) || (other.votes ?? 0) - (one.votes ?? 0) || one.handedAt - other.handedAt;

const targetsIn = ({ agenda }: SessionView, staff: StaffView | undefined): Target[] =>
  agenda.order.flatMap((phaseId): Target[] => {
    const phase = agenda.phases[phaseId];
    if (!phase?.round || phase.state !== 'ahead') return [];
    const { number: round } = phase.round;
    const { order = [], rooms = {} } = staff?.seating[phaseId] ?? {};
    const tables = order.map((roomId): Target => {
      const { label = '', topic = '' } = rooms[roomId] ?? {};
      return { key: roomId, phaseId, round, to: { roomId, label, topic } };
    });
    return [{ key: phaseId, phaseId, round }, ...(tables.length > 1 ? tables : [])];
  });

/** Whether a card is taken to a target already. */
export const isTaken = ({ into = [] }: WallCardView, { phaseId, to }: Target): boolean =>
  into.some((each) => each.phaseId === phaseId && each.to === to?.roomId);

/** The whole list for a round, in which exactly these cards of one table go to the target. */
export function bringing(
  session: SessionView,
  { phaseId, to }: Target,
  table: Pick<Takeable, 'roomId' | 'before'>,
  cardIds: readonly CardId[],
): Command {
  const others = takenInto(session, phaseId).filter(
    ({ from, before, to: there }) => from !== table.roomId || before !== table.before || there !== to?.roomId,
  );
  const from = { from: table.roomId, ...(table.before && { before: table.before }) };
  const wanted = cardIds.map((cardId) => ({ ...from, cardId, ...(to && { to: to.roomId }) }));
  return { type: 'bring-cards', phaseId, cards: [...others, ...wanted] };
}

/** What is taken into a round by now, of tables here and of the workshop before. */
function takenInto({ wall, brought }: SessionView, phaseId: PhaseId): BringCards['cards'] {
  const here = Object.entries(wall?.tables ?? {}).map(([roomId, { cards }]) => ({ from: roomId as RoomId, cards }));
  const there = (brought?.tables ?? []).map(({ roomId, cards }) => ({ from: roomId, before: true as const, cards }));
  return [...here, ...there].flatMap(({ cards, ...from }) =>
    cardsOf(cards).flatMap(({ cardId, into = [] }) =>
      into
        .filter((each) => each.phaseId === phaseId)
        .map((each) => ({ ...from, cardId, ...(each.to && { to: each.to }) })),
    ),
  );
}

/** Whether a table's people should be told that nothing of theirs has been handed over. What was brought to them is not theirs. */
export function nothingHanded(
  { session, you }: Documents,
  cards: Readonly<Record<string, { handed?: unknown; from?: unknown }>>,
): boolean {
  const all = Object.values(cards);
  return (
    all.some(({ from }) => !from) &&
    session.status === 'running' &&
    you.may.includes('hand-over') &&
    all.every(({ handed }) => !handed)
  );
}
