import type { BoardColumn, CardView, PollView, SessionView, WallCardView, WallTableView } from '@werkraum/protocol';
import { columnsOf, plenaryBoard } from '../board/boards.ts';
import { boardViewOf } from '../board/view.ts';
import type { Session } from '../session.ts';
import { slices } from '../slices.ts';
import type { BookletSources, CardSource, ChartSource, GroupSource } from './sources.ts';
import { bookletWords } from './words.ts';

/** What everybody in the workshop sees: the only door through which content comes into a booklet [BK-4]. */
export const everybodySees = (session: Session): SessionView => slices(session).documents.get('session') as SessionView;

/** A table's handed-over cards, by the columns they had. */
export function handedGroups(table: Pick<WallTableView, 'cards'> | undefined, { language }: Session): GroupSource[] {
  const groups = new Map<string, GroupSource & { cards: CardSource[] }>();
  for (const [cardId, card] of Object.entries(table?.cards ?? {})) {
    const title = card.label ?? bookletWords(language).columns[card.kind];
    const id = `${card.kind}-${[...groups.keys()].filter((key) => key.startsWith(`${card.kind} `)).length}`;
    const key = `${card.kind} ${title}`;
    const group = groups.get(key) ?? { id, title, tone: card.kind, cards: [] };
    groups.set(key, group);
    group.cards.push(cardSource(cardId, card));
  }
  return [...groups.values()];
}

const cardSource = (id: string, { text, parts = [], tags = [], votes = 0 }: WallCardView): CardSource => ({
  ...{ id, text: [text, ...parts].join('\n'), tags, votes },
});

/** The boards of all reflections: written in plenary, so that everybody has seen them. */
export function reflections(session: Session): GroupSource[] {
  const { phases } = session.agenda;
  return phases
    .filter(({ kind }) => kind === 'plenary-reflection')
    .flatMap((phase) => {
      const { cards } = boardViewOf(session, plenaryBoard(phase.id), undefined);
      return columnsOf(phase).map((column) => columnGroup(session, phase.id, column, cards));
    });
}

function columnGroup(
  { language }: Session,
  phaseId: string,
  { id, kind, label }: BoardColumn,
  cards: Readonly<Record<string, CardView>>,
): GroupSource {
  const own = Object.entries(cards).filter(([, card]) => card.column === id);
  return {
    ...{ id: `${phaseId}-${id}`, title: label ?? bookletWords(language).columns[kind], tone: kind },
    cards: own
      .sort(([a, one], [b, other]) => one.rank - other.rank || (a < b ? -1 : 1))
      .map(([cardId, { text, parts = [], tags = [], votes = 0 }]) => ({
        ...{ id: cardId, text: [text, ...parts.map((each) => each.text)].join('\n'), tags, votes },
      })),
  };
}

type Said = Pick<BookletSources, 'questions' | 'polls' | 'openPoints' | 'references'>;

/** Questions, polls, open points and references, as everybody sees them. */
export const saidToAll = (session: Session, view: SessionView): Said => ({
  questions: questions(view),
  polls: polls(view),
  openPoints: openPoints(session, view),
  references: byNumber(view.references).map(([id, { title, link, kind }]) => ({
    ...{ id, title, kind },
    ...(link !== undefined && { href: link }),
  })),
});

// Answered ones first, as they were heard; then those that wait, the most wanted first.
const questions = ({ questions: found }: SessionView): Said['questions'] =>
  byNumber(found?.asked)
    .map(([id, { text, votes, answeredAt }]) => ({ id, text, votes, answered: answeredAt !== undefined }))
    .sort(
      (one, other) => Number(other.answered) - Number(one.answered) || (one.answered ? 0 : other.votes - one.votes),
    );

const polls = ({ polls: found }: SessionView): ChartSource[] =>
  byNumber(found).flatMap(([id, view]) => {
    const bars = view.state === 'closed' && view.shown ? barsOf(view) : [];
    return bars.length > 0 ? [{ id, title: view.poll.question, bars, answers: view.results?.votes ?? 0 }] : [];
  });

function barsOf({ poll, results }: PollView): ChartSource['bars'] {
  if (results?.words) return results.words.slice(0, 20).map(({ word, count }) => ({ label: word, count }));
  return (results?.counts ?? []).map((count, index) => ({ label: optionName(poll, index), count }));
}

function optionName(poll: PollView['poll'], index: number): string {
  if (poll.kind === 'words') return '';
  if (poll.kind !== 'scale') return poll.options[index] ?? '';
  return scaleName(poll.from + index, poll);
}

/** A figure of a scale; at its ends with what they mean. */
export function scaleName(
  figure: number,
  {
    from,
    to,
    labels,
  }: { from: number; to: number; labels?: { from?: string | undefined; to?: string | undefined } | undefined },
): string {
  const end = figure === from ? labels?.from : figure === to ? labels?.to : undefined;
  return end ? `${figure} · ${end}` : String(figure);
}

// Names of owners stand in the session's document, where everybody in the room reads them; a booklet travels further.
const openPoints = ({ people, booklet }: Session, { parking }: SessionView): Said['openPoints'] =>
  byNumber(parking).map(([id, { text, owner, settled }]) => ({
    ...{ id, text, done: settled },
    ...(owner && booklet.named[owner] === true && { owner: people.seats[owner]?.name ?? '' }),
  }));

const byNumber = <Item extends { number: number }>(items: Readonly<Record<string, Item>> = {}): [string, Item][] =>
  Object.entries(items).sort(([, one], [, other]) => one.number - other.number);
