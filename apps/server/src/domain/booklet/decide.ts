import type {
  AgreeToBeNamed,
  BlockId,
  BookletChange,
  EditBooklet,
  PublishBooklet,
  SeatId,
  UndoBooklet,
  UnpublishBooklet,
} from '@werkraum/protocol';
import { assertNever, ids } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import type { BookletState, Change, Layers } from './booklet.ts';
import { textKey } from './layers.ts';
import { SECTIONS } from './sections.ts';

export type BookletCommand = EditBooklet | UndoBooklet | PublishBooklet | UnpublishBooklet | AgreeToBeNamed;

/** So many own paragraphs and edited texts one booklet bears [BK-10]. */
const MOST_OWN = 200;
const MOST_EDITED = 2_000;

/** Decides about the booklet (docs/spec/booklet.md). Roles and status were checked before (`permissions.ts`). */
export function decideBooklet(
  { booklet, people }: Session,
  command: BookletCommand,
  { actor, now }: Context,
): Decision {
  const by = seatOfActor({ people } as Session, actor)?.id;
  if (!by) return reject('not-admitted');
  switch (command.type) {
    case 'edit-booklet':
      return edit(booklet, command.change, by, now);
    case 'undo-booklet':
      return undo(booklet, command, by, now);
    case 'publish-booklet':
      return booklet.publishedAt === undefined ? accept({ type: 'booklet-published', by, at: now }) : accept();
    case 'unpublish-booklet':
      return booklet.publishedAt === undefined ? accept() : accept({ type: 'booklet-unpublished', by, at: now });
    case 'agree-to-be-named': {
      const isSo = (booklet.named[by] ?? false) === command.listed;
      return isSo ? accept() : accept({ type: 'naming-answered', seatId: by, listed: command.listed });
    }
    default:
      return assertNever(command);
  }
}

function edit({ layers }: BookletState, change: BookletChange, by: SeatId, at: number): Decision {
  const edited = (what: Change): Decision => accept({ type: 'booklet-edited', change: what, by, at });
  switch (change.kind) {
    case 'text':
      return editText(layers, change, edited);
    case 'hide':
      return (layers.hidden[change.blockId] ?? false) === change.hidden ? accept() : edited(change);
    case 'move': {
      const now = orderOf(layers);
      const next = moved(now, change.sectionId, change.before);
      return next.every((id, index) => id === now[index]) ? accept() : edited({ kind: 'order', sections: next });
    }
    case 'add':
      if (layers.own[change.blockId]) return accept();
      return ids(layers.own).length >= MOST_OWN ? reject('booklet-full') : edited(change);
    case 'drop':
      return layers.own[change.blockId] ? edited(change) : accept();
    default:
      return assertNever(change);
  }
}

// Two people who say the same text differently at the same time: the second learns of the first [BK-8].
function editText(
  layers: Layers,
  { seen, ...change }: Extract<BookletChange, { kind: 'text' }>,
  edited: (change: Change) => Decision,
): Decision {
  const key = textKey(change.blockId, change.part);
  const held = layers.texts[key];
  if (held?.text === change.text) return accept();
  if (held?.text !== seen) return reject('booklet-changed-meanwhile');
  if (!held && ids(layers.texts).length >= MOST_EDITED) return reject('booklet-full');
  return edited(change);
}

function undo({ revision, back }: BookletState, command: UndoBooklet, by: SeatId, at: number): Decision {
  if (back.length === 0) return reject('nothing-to-undo');
  if (command.revision !== revision) return reject('booklet-changed-meanwhile');
  return accept({ type: 'booklet-edit-undone', revision, by, at });
}

/** All sections in the order they stand in now. */
const orderOf = ({ order = [] }: Layers): readonly BlockId[] => {
  const known = new Set<string>(order);
  return [...order, ...SECTIONS.filter((id) => !known.has(id))];
};

function moved(order: readonly BlockId[], id: BlockId, before: BlockId | undefined): BlockId[] {
  const rest = order.filter((each) => each !== id);
  const at = before === undefined ? -1 : rest.indexOf(before);
  if (!order.includes(id)) return [...order];
  return at < 0 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
}
