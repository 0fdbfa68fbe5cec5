import type { BroughtView } from '@werkraum/protocol';
import { cardViews } from '../board/wall.ts';
import { isEmpty, withoutAuthors } from '../notes/written.ts';
import type { Session } from '../session.ts';
import type { BroughtTable } from './brought.ts';

/** What the view of brought results is made from. */
interface BroughtInputs {
  readonly brought: Session['brought'];
  /** What is taken into which round. */
  readonly taken: Session['board']['brought'];
}

export const broughtInputs = ({ brought, board: { brought: taken } }: Session): BroughtInputs => ({ brought, taken });

/** What the workshop before handed over, for everybody; undefined when this one follows none. Nobody is told who wrote it. */
export function broughtView({ brought, taken }: BroughtInputs): BroughtView | undefined {
  if (!brought) return undefined;
  const { title, startedAt, tables } = brought;
  return {
    title,
    ...(startedAt !== undefined && { startedAt }),
    tables: tables.map((table) => tableView(table, taken)),
  };
}

function tableView(
  { roomId, cards, notes, ...table }: BroughtTable,
  taken: BroughtInputs['taken'],
): BroughtView['tables'][number] {
  const text = notes && !isEmpty(notes) ? withoutAuthors(notes) : undefined;
  return { roomId, ...table, cards: cardViews(roomId, cards, taken, true), ...(text && { notes: text }) };
}
