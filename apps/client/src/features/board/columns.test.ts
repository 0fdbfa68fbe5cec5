import { type BoardColumn, BoardColumns, type ColumnId, ColumnKind, TABLE_COLUMNS } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { named, newColumn } from './columns.ts';

test('[BO-1] a new column has a kind that is missing, and an id of its own', () => {
  const added = newColumn(TABLE_COLUMNS, ColumnKind.options);
  expect(added).toEqual({ id: 'resource', kind: 'resource' });
  const all = ColumnKind.options.map((kind): BoardColumn => ({ id: kind as string as ColumnId, kind }));
  expect(newColumn(all, ColumnKind.options)).toEqual({ id: 'other-2', kind: 'other' });
});

test('[BO-1] a column without a name is called by its kind', () => {
  const [column] = TABLE_COLUMNS as [BoardColumn];
  expect(named(named(column, 'Risks'), '')).toEqual(column);
  expect(BoardColumns.safeParse([named(column, 'Risks')]).success).toBe(true);
});
