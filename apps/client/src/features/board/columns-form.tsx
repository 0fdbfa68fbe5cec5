import { type BoardColumn, ColumnKind } from '@werkraum/protocol';
import { Plus, RotateCcw, Trash2 } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { MOST_COLUMNS, named, newColumn } from './columns.ts';
import styles from './columns-form.module.css';
import { useColumnName } from './kinds.ts';

export interface ColumnsFormProps {
  columns: readonly BoardColumn[] | undefined;
  /** What there is when nothing is said. */
  usual: readonly BoardColumn[];
  /** Undefined: as usual. */
  set(columns: BoardColumn[] | undefined, edit?: string): void;
}

/** What a phase's boards collect: the kind of each column, and a name of its own where it needs one. */
export function ColumnsForm({ columns, usual, set }: ColumnsFormProps) {
  const t = useT('board');
  const nameOf = useColumnName();
  const now = columns ?? usual;
  const replace = (index: number, column: BoardColumn, edit?: string) =>
    set(
      now.map((each, at) => (at === index ? column : each)),
      edit,
    );
  return (
    <div class={styles.form}>
      <p class={styles.hint}>{t('columns.hint')}</p>
      <ol class={styles.columns}>
        {now.map((column, index) => (
          <li key={column.id} class={styles.column}>
            <SelectField
              label={t('columns.kind', { number: index + 1 })}
              value={column.kind}
              options={ColumnKind.options.map((kind) => ({ value: kind, label: nameOf({ kind }) }))}
              onValue={(kind) => replace(index, { ...column, kind })}
            />
            <TextField
              label={t('columns.name', { number: index + 1 })}
              value={column.label ?? ''}
              placeholder={nameOf({ kind: column.kind })}
              maxLength={40}
              onValue={(label) => replace(index, named(column, label), `column-${column.id}`)}
            />
            <IconButton
              icon={Trash2}
              label={t('columns.remove', { name: nameOf(column) })}
              tip="above-end"
              disabled={now.length === 1}
              onClick={() => set(now.filter((each) => each !== column))}
            />
          </li>
        ))}
      </ol>
      <div class={styles.doings}>
        <Button
          icon={Plus}
          disabled={now.length >= MOST_COLUMNS}
          onClick={() => set([...now, newColumn(now, ColumnKind.options)])}
        >
          {t('columns.add')}
        </Button>
        {columns && (
          <Button kind="plain" icon={RotateCcw} onClick={() => set(undefined)}>
            {t('columns.usual')}
          </Button>
        )}
      </div>
    </div>
  );
}
