import type { BroughtView } from '@werkraum/protocol';
import { cardViews } from '../board/wall.ts';
import { isEmpty, withoutAuthors } from '../notes/written.ts';
import type { Session } from '../session.ts';
import type { BroughtTable } from './brought.ts';

/** What the view of brought results is made from. */
export const broughtInputs = ({ brought }: Session): Pick<Session, 'brought'> => ({ ...(brought && { brought }) });

/** What the workshop before handed over, for everybody; undefined when this one follows none. Nobody is told who wrote it. */
export function broughtView({ brought }: Pick<Session, 'brought'>): BroughtView | undefined {
  if (!brought) return undefined;
  const { title, startedAt, tables } = brought;
  return { title, ...(startedAt !== undefined && { startedAt }), tables: tables.map(tableView) };
}

function tableView({ roomId, cards, notes, ...table }: BroughtTable): BroughtView['tables'][number] {
  const text = notes && !isEmpty(notes) ? withoutAuthors(notes) : undefined;
  return { roomId, ...table, cards: cardViews(roomId, cards, {}), ...(text && { notes: text }) };
}
