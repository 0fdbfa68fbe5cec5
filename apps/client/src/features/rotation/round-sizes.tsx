import type { TableSizes } from '@werkraum/protocol';
import { useT } from '../../i18n/i18n.ts';
import { SelectField } from '../../ui/field.tsx';
import styles from './rotation.module.css';

interface RoundSizesProps {
  sizes: TableSizes | undefined;
  /** How many people take part: no table takes more. */
  people: number;
  onSizes(sizes: TableSizes | undefined): void;
}

const NONE = 'none';
/** Larger tables than this are chosen by nobody; a limit that is larger is shown all the same. */
const LARGEST = 24;

/** The fewest and the most people at a table. Without either, tables are as even as possible. */
export function RoundSizes({ sizes, people, onSizes }: RoundSizesProps) {
  const t = useT('rotation');
  const largest = Math.max(2, Math.min(LARGEST, people), sizes?.most ?? 0);
  const from = (first: number) =>
    Array.from({ length: Math.max(0, largest - first + 1) }, (_, at) => {
      const value = String(first + at);
      return { value, label: value };
    });
  const noLimit = { value: NONE, label: t('noLimit') };
  const setMost = (value: string) => {
    if (value === NONE) return onSizes(undefined);
    const most = Number(value);
    onSizes({ least: Math.min(sizes?.least ?? 1, most), most });
  };
  const setLeast = (value: string) => {
    const least = value === NONE ? 1 : Number(value);
    onSizes(least === 1 && !sizes ? undefined : { least, most: Math.max(sizes?.most ?? largest, least) });
  };
  return (
    <details class={styles.sizes}>
      <summary>{sizes ? t('limitsSet', { ...sizes }) : t('limitsNone')}</summary>
      <div class={styles.limits}>
        <SelectField
          label={t('least')}
          value={sizes && sizes.least > 1 ? String(sizes.least) : NONE}
          options={[noLimit, ...from(2)]}
          onValue={setLeast}
        />
        <SelectField
          label={t('most')}
          value={sizes ? String(sizes.most) : NONE}
          options={[noLimit, ...from(2)]}
          onValue={setMost}
        />
      </div>
    </details>
  );
}
