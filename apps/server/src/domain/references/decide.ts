import type { AddReference, ChangeReference, DropReference, SeatId } from '@werkraum/protocol';
import { ids, values } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import type { Reference } from './references.ts';

export type ReferencesCommand = AddReference | ChangeReference | DropReference;

/** So many references a session keeps [RF-4]. */
const MOST_REFERENCES = 200;

/** Decides a command about references (docs/spec/references.md). Roles and status were checked before. */
export function decideReferences(session: Session, command: ReferencesCommand, context: Context): Decision {
  const seat = seatOfActor(session, context.actor);
  if (!seat) return reject('not-admitted');
  if (command.type === 'add-reference') return add(session, command, seat.id, context);
  const { referenceId } = command;
  const item = session.references.items[referenceId];
  if (!item) return reject('no-such-reference');
  if (item.by !== seat.id && seat.role !== 'facilitator') return reject('not-your-reference');
  if (command.type === 'drop-reference') return accept({ type: 'reference-dropped', referenceId, by: seat.id });
  return same(item, command) ? accept() : accept({ ...said(command), type: 'reference-changed', by: seat.id });
}

// Two people name the same page: one entry is enough, and the second one learns nothing but that it stands there.
function add(session: Session, command: AddReference, by: SeatId, { now }: Context): Decision {
  const { items } = session.references;
  if (items[command.referenceId] || values(items).some((item) => same(item, command))) return accept();
  if (ids(items).length >= MOST_REFERENCES) return reject('too-many-references');
  return accept({ ...said(command), type: 'reference-added', by, at: now });
}

const said = ({ referenceId, title, link, kind }: AddReference | ChangeReference) => ({
  ...{ referenceId, title, kind },
  ...(link !== undefined && { link }),
});

const same = (one: Pick<Reference, 'title' | 'link' | 'kind'>, other: Pick<AddReference, 'title' | 'link' | 'kind'>) =>
  one.title === other.title && one.link === other.link && one.kind === other.kind;
