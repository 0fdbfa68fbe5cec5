import { type BoardColumn, type PhaseKind, REFLECTION_COLUMNS, TABLE_COLUMNS } from '@werkraum/protocol';
import { ChevronRight } from 'lucide-preact';
import { useT } from '../../../i18n/i18n.ts';
import { ColumnsForm } from '../../board/columns-form.tsx';
import { useColumnName } from '../../board/kinds.ts';
import styles from './phase-fields.module.css';

interface ColumnsFieldProps {
  kind: PhaseKind;
  columns: readonly BoardColumn[] | undefined;
  set(columns: readonly BoardColumn[] | undefined): void;
}

/** The columns of a phase's boards [BO-1], folded: most rounds have the usual ones. */
export function ColumnsField({ kind, columns, set }: ColumnsFieldProps) {
  const t = useT('replanning');
  const nameOf = useColumnName();
  const usual = kind === 'breakout-round' ? TABLE_COLUMNS : REFLECTION_COLUMNS;
  return (
    <details class={styles.columns}>
      <summary>
        <ChevronRight size={18} aria-hidden="true" />
        <span>
          {t('form.columns')}
          <small>{(columns ?? usual).map(nameOf).join(' · ')}</small>
        </span>
      </summary>
      <ColumnsForm columns={columns} usual={usual} set={set} />
    </details>
  );
}
