import { ColumnsForm, type ColumnsFormProps } from '../../features/board/columns-form.tsx';
import { useT } from '../../i18n/i18n.ts';
import fields from './design-fields.module.css';

/** What a phase's boards collect. */
export function ColumnsPart(props: ColumnsFormProps) {
  const t = useT('design');
  return (
    <div class={fields.group}>
      <h3>{t('columns.title')}</h3>
      <ColumnsForm {...props} />
    </div>
  );
}
