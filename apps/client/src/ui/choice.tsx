import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
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

interface TabsProps<Value extends string> extends ChoiceProps<Value> {
  /** What the chosen tab shows. */
  children: ComponentChildren;
}

/** Panels of which one is shown; arrows move between the tabs. */
export function Tabs<Value extends string>({ label, value, options, onValue, children }: TabsProps<Value>) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = options.findIndex((option) => option.value === value);
    const next = tabTarget(event.key, at, options.length);
    const option = next === undefined ? undefined : options[next];
    if (next === undefined || !option) return;
    event.preventDefault();
    onValue(option.value);
    row.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div class={styles.segments} role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
        {options.map(({ value: each, label: words, icon: Icon }) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            aria-selected={each === value}
            aria-controls={`${id}-panel`}
            tabIndex={each === value ? 0 : -1}
            class={styles.segment}
            data-on={each === value}
            onClick={() => onValue(each)}
          >
            {Icon && <Icon size={18} aria-hidden="true" />}
            {words}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} class={styles.panel}>
        {children}
      </div>
    </>
  );
}

function tabTarget(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
