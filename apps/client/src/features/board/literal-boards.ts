import type {
  BoardId,
  BoardView,
  BroughtView,
  CardView,
  ColumnId,
  ColumnKind,
  HandedNotesView,
  PhaseId,
  SeatId,
  WallCardView,
  WallView,
} from '@werkraum/protocol';
import { roomIdOf } from '../../gallery/model-session.ts';
import { currentLanguage } from '../../i18n/i18n.ts';

export const ROUND = 'round-1' as PhaseId;
export const TABLE_A = roomIdOf('round-1', 'A');
const TABLE_B = roomIdOf('round-1', 'B');
const words = (de: string, en: string) => (currentLanguage() === 'de' ? de : en);
const columnsOf = (...kinds: ColumnKind[]) => kinds.map((kind) => ({ id: kind as string as ColumnId, kind }));

const card = (column: ColumnKind, text: string, by: string, more: Partial<CardView> = {}): CardView => ({
  ...{ column: column as string as ColumnId, rank: 1, text, by: by as SeatId, version: 0 },
  ...more,
});

const emptyBoard = (boardId: string, kinds: readonly ColumnKind[]): BoardView => ({
  ...{ boardId: boardId as BoardId, phaseId: ROUND, columns: columnsOf(...kinds) },
  ...{ writing: 'together', dots: 3, cards: {} },
});

export const tableBoard = (more: Partial<BoardView> = {}): BoardView => ({
  ...emptyBoard(TABLE_A, ['idea', 'example', 'obstacle', 'sdg']),
  ...more,
});

export const reflectionBoard = (more: Partial<BoardView> = {}): BoardView => ({
  ...emptyBoard('plenary~reflection', ['keep', 'change', 'learned']),
  ...more,
});

/** What people at table A have written. */
export const busyCards = (): Record<string, CardView> => ({
  one: card(
    'idea',
    words('Ein Nachhaltigkeitscheck für jedes Digitalprojekt', 'A sustainability check for every digital project'),
    'ada',
    {
      votes: 3,
      tags: ['SDG 11', 'SDG 16'],
      handed: 'as-is',
    },
  ),
  two: card(
    'idea',
    words('Gemeinsames Steuerungsteam von CIO und Klimaschutz', 'One steering team of CIO and climate office'),
    'ben',
    {
      rank: 2,
      votes: 1,
      parts: [{ text: words('Ein gemeinsames Budget', 'One joint budget'), by: 'cem' as SeatId }],
    },
  ),
  three: card(
    'example',
    words('Sensoren im Stadtwald melden Trockenheit', 'Sensors in the city forest report drought'),
    'dora',
    {
      handed: 'changed',
      version: 1,
    },
  ),
  four: card(
    'obstacle',
    words('Zuständigkeiten enden an der Amtstür', 'Responsibility ends at the office door'),
    'ada',
    { votes: 2 },
  ),
  five: card('obstacle', words('Niemand hat Zeit, Daten zu pflegen', 'Nobody has time to look after data'), 'cem', {
    rank: 2,
    from: { phaseId: ROUND, roomId: TABLE_B, label: 'B', round: 1 },
  }),
  six: card('sdg', 'SDG 11.3, SDG 13.2, SDG 16.6', 'emil'),
});

const wallCard = (kind: ColumnKind, text: string, more: Partial<WallCardView> = {}): WallCardView => ({
  ...{ kind, text, handedAt: 1 },
  ...more,
});

/** A wall of two rounds; the last table has handed nothing over. */
export const literalWall = (): WallView => {
  const tables = ['round-1', 'round-2'].flatMap((phase) =>
    ['A', 'B'].map((label) => ({ phase, label, roomId: roomIdOf(phase, label) })),
  );
  const topics = [
    words('Strategien, Strukturen, Prozesse', 'Strategies, structures, processes'),
    words('Instrumente, Produkte, Dienste', 'Instruments, products and services'),
  ];
  const cards: Record<string, WallCardView> = {
    one: wallCard(
      'idea',
      words('Ein Nachhaltigkeitscheck für jedes Digitalprojekt', 'A sustainability check for every digital project'),
      {
        votes: 3,
        tags: ['SDG 11'],
        into: [{ phaseId: 'round-3' as PhaseId }],
      },
    ),
    two: wallCard('obstacle', words('Zuständigkeiten enden an der Amtstür', 'Responsibility ends at the office door'), {
      votes: 2,
      parts: [words('Kein gemeinsames Budget', 'No joint budget')],
    }),
    three: wallCard(
      'example',
      words('Sensoren im Stadtwald melden Trockenheit', 'Sensors in the city forest report drought'),
    ),
  };
  return {
    order: tables.map(({ roomId }) => roomId),
    tables: Object.fromEntries(
      tables.map(({ phase, label, roomId }, at) => [
        roomId,
        { phaseId: phase as PhaseId, label, topic: topics[Math.floor(at / 2)] ?? '', cards: at === 3 ? {} : cards },
      ]),
    ),
  };
};

/** Notes two tables have handed over, one of them without any card. */
export const literalHandedNotes = (): Record<string, HandedNotesView> => {
  const text: HandedNotesView['text'] = [
    { kind: 'heading', level: 2, runs: [{ text: words('Worauf wir uns geeinigt haben', 'What we agreed on') }] },
    {
      kind: 'paragraph',
      runs: [
        { text: words('Digital und grün gehören ', 'Digital and green belong ') },
        { text: words('in ein Budget', 'in one budget'), bold: true },
        { text: words(', sonst bleibt es bei Modellversuchen.', ', or it will end with pilots.') },
      ],
    },
    {
      ...{ kind: 'list', ordered: true },
      items: [
        { depth: 0, runs: [{ text: words('Ein Team, ein Ziel', 'One team, one aim') }] },
        { depth: 1, runs: [{ text: words('CIO und Klimaschutz', 'CIO and climate office') }] },
        { depth: 0, runs: [{ text: words('Ein Jahr Zeit', 'One year to do it') }] },
      ],
    },
    { kind: 'quote', runs: [{ text: words('„Wir messen, was wir können.“', '“We measure what we can.”') }] },
  ];
  const notes = (phase: string, label: string, by: string): [string, HandedNotesView] => [
    roomIdOf(phase, label),
    { phaseId: phase as PhaseId, label, by: by as SeatId, at: 1, text },
  ];
  return Object.fromEntries([notes('round-1', 'A', 'ada'), notes('round-2', 'B', 'gone')]);
};

/** As many cards as a board takes, with long and unbroken words among them. */
export const manyCards = (): Record<string, CardView> =>
  Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => {
      const kind = (['idea', 'example', 'obstacle', 'sdg'] as const)[at % 4] ?? 'idea';
      const text =
        at % 7
          ? `${words('Gedanke', 'Thought')} ${at + 1}`
          : `Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen${'x'.repeat(60)} ${at}`;
      return [
        `card-${at}`,
        card(kind, text, ['ada', 'ben', 'cem', 'dora'][at % 4] ?? 'ada', { rank: at, votes: at % 4 }),
      ];
    }),
  );

export const aloneCard = (): Record<string, CardView> => ({
  mine: card('idea', words('Erst mal nur für mich', 'Only for myself as yet'), 'ada'),
});

/** A board on which one card came along from the workshop before. */
export function cardsFromBefore(): Record<string, CardView> {
  const [[id, first] = ['none', undefined], ...others] = Object.entries(busyCards());
  const from = { roomId: roomIdOf('before-1', 'A'), label: 'A', before: words('Runde 1', 'Round 1') };
  return { ...Object.fromEntries(others), ...(first && { [id]: { ...first, from } }) };
}

/** What the workshop before handed over: cards of one table, notes of another. */
export const literalBrought = (into: readonly string[] = []): BroughtView => {
  const { tables } = literalWall();
  const [first] = Object.values(tables);
  const [notes] = Object.values(literalHandedNotes());
  const round = (number: number) => words(`Runde ${number}`, `Round ${number}`);
  return {
    ...{ title: words('Das erste Treffen', 'The first meeting'), startedAt: Date.UTC(2026, 2, 9, 9) },
    tables: [
      {
        ...{ roomId: roomIdOf('before-1', 'A'), round: round(1), label: 'A' },
        ...{ topic: first?.topic ?? '', cards: goingTo(into, first?.cards ?? {}) },
      },
      {
        ...{ roomId: roomIdOf('before-2', 'B'), round: round(2), label: 'B', topic: '', cards: {} },
        ...(notes && { notes: notes.text }),
      },
    ],
  };
};

const goingTo = (rounds: readonly string[], cards: Record<string, WallCardView>): Record<string, WallCardView> =>
  Object.fromEntries(
    Object.entries(cards).map(([id, { into: _into, ...card }], at) => {
      const into = at === 0 ? rounds.map((phaseId) => ({ phaseId: phaseId as PhaseId })) : [];
      return [id, { ...card, ...(into.length > 0 && { into }) }];
    }),
  );
