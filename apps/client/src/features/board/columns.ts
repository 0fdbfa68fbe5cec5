import type { BoardColumn, ColumnId, ColumnKind } from '@werkraum/protocol';

/** As many columns as fit beside each other. */
export const MOST_COLUMNS = 6;

/** A new column of a kind that is not there yet, as far as there is one, under an id of its own. */
export function newColumn(others: readonly BoardColumn[], kinds: readonly ColumnKind[]): BoardColumn {
  const kind = kinds.find((each) => others.every((other) => other.kind !== each)) ?? 'other';
  const taken = new Set<string>(others.map(({ id }) => id));
  let id: string = kind;
  for (let number = 2; taken.has(id); number += 1) id = `${kind}-${number}`;
  return { id: id as ColumnId, kind };
}

/** The column under another name; without one it is called by its kind. */
export function named({ label: _before, ...column }: BoardColumn, label: string): BoardColumn {
  return label.trim() === '' ? column : { ...column, label };
}
