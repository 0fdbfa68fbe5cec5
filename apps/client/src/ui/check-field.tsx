import { useId } from 'preact/hooks';
import styles from './check-field.module.css';

interface CheckFieldProps {
  label: string;
  hint?: string;
  checked: boolean;
  onValue(checked: boolean): void;
}

/** Yes or no. */
export function CheckField({ label, hint, checked, onValue }: CheckFieldProps) {
  const id = useId();
  return (
    <div class={styles.field}>
      <label class={styles.label}>
        <input
          type="checkbox"
          class={styles.box}
          checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
