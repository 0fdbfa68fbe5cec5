import { Minus, Plus } from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { ParsedField } from '../../ui/parsed-field.tsx';
import styles from './design-fields.module.css';
import { readMinutes, writeMinutes } from './lengths.ts';

interface MinutesFieldProps {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  /** All in milliseconds. */
  value: number;
  least?: number;
  most: number;
  onValue(ms: number): void;
  /** Buttons for a minute less and a minute more. */
  steps?: { less: string; more: string };
}

const MINUTE = 60_000;

/** A length: typed in minutes, or minutes and seconds. */
export function MinutesField({ value, least = 0, most, onValue, steps, ...field }: MinutesFieldProps) {
  const t = useT('design');
  const within = (ms: number | undefined) => (ms !== undefined && ms >= least && ms <= most ? ms : undefined);
  const step = (by: number) => onValue(Math.min(most, Math.max(least, value + by)));
  const input = (
    <ParsedField
      {...field}
      value={value}
      read={(text) => within(readMinutes(text))}
      write={writeMinutes}
      onValue={onValue}
      problem={t('badLength')}
      inputMode="decimal"
    />
  );
  if (!steps) return input;
  return (
    <div class={styles.stepped}>
      {input}
      <IconButton icon={Minus} label={steps.less} onClick={() => step(-MINUTE)} disabled={value <= least} />
      <IconButton
        icon={Plus}
        label={steps.more}
        tip="above-end"
        onClick={() => step(MINUTE)}
        disabled={value >= most}
      />
    </div>
  );
}
