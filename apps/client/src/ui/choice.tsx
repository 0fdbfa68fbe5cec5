import type { LucideIcon } from 'lucide-preact';

import { useId } from 'preact/hooks';
import styles from './choice.module.css';

export interface ChoiceOption<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly ChoiceOption<Value>[];
  onValue(value: Value): void;
}

/** One of a few, all in sight: radio buttons drawn as segments. */
export function Segmented<Value extends string>({ label, value, options, onValue }: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class={styles.segments}>
      <legend class={styles.legend}>{label}</legend>
      {options.map(({ value: each, label: words, icon: Icon }) => (
        <label key={each} class={styles.segment} data-on={each === value}>
          <input type="radio" name={name} value={each} checked={each === value} onChange={() => onValue(each)} />
          {Icon && <Icon size={18} aria-hidden="true" />}
          {words}
        </label>
      ))}
    </fieldset>
  );
}
