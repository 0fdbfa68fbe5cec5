import styles from './switch.module.css';

interface SwitchProps {
  label: string;
  hint?: string;
  on: boolean;
  set(on: boolean): void;
}

/** Something that is so or not: a checkbox whose words can be pressed as well. */
export function Switch({ label, hint, on, set }: SwitchProps) {
  return (
    <label class={styles.switch}>
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
