import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { cx } from './cx.ts';
import styles from './field.module.css';

/** What ties a control to its label, hint and error. */
export interface ControlTies {
  id: string;
  class: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  /** The label is read out but not drawn, where the place says enough. */
  hideLabel?: boolean;
  hint?: string;
  /** What is wrong, in words the person can act on. */
  error?: string | undefined;
}

/** A labelled control with room for a hint and an error. */
function Field(props: FieldProps & { children: (ties: ControlTies) => ComponentChildren }) {
  const { label, hideLabel, hint, error, children } = props;
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={styles.field}>
      <label for={id} class={cx(styles.label, hideLabel && styles.hidden)}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        class: styles.control ?? '',
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} class={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** The few native attributes fields pass on. */
interface Native {
  name?: string;
  placeholder?: string;
  autoComplete?: string;
  maxLength?: number;
  required?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  spellcheck?: boolean;
  /** Which keys a phone shows. */
  inputMode?: 'numeric' | 'decimal' | 'email';
  onBlur?(): void;
}

interface TextProps extends FieldProps, Native {
  value: string;
  onValue(value: string): void;
}

/** One line of text. */
export function TextField({ label, hideLabel, hint, error, value, onValue, ...native }: TextProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // Browsers honour the attribute only while the page loads.
    if (native.autoFocus) input.current?.focus();
  }, []);
  return (
    <Field {...fieldProps({ label, hideLabel, hint, error })}>
      {(ties) => (
        <input
          ref={input}
          type="text"
          {...native}
          {...ties}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A day and a time as the device writes them. `value` is `2027-05-10T09:30`, in the device's own zone, or empty. */
export function DateTimeField({ label, hideLabel, hint, error, value, onValue }: Omit<TextProps, keyof Native>) {
  return (
    <Field {...fieldProps({ label, hideLabel, hint, error })}>
      {(ties) => (
        <input type="datetime-local" {...ties} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps, Native {
  rows?: number;
  value: string;
  onValue(value: string): void;
}

/** Several lines of text. */
export function TextArea({ label, hideLabel, hint, error, value, onValue, ...native }: AreaProps) {
  return (
    <Field {...fieldProps({ label, hideLabel, hint, error })}>
      {(ties) => (
        <textarea
          rows={4}
          {...native}
          {...ties}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps<Value extends string> extends FieldProps, Pick<Native, 'disabled' | 'name'> {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onValue(value: Value): void;
}

/** One of a few. */
export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { label, hideLabel, hint, error, value, options, onValue, ...native } = props;
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onValue(option.value);
  };
  return (
    <Field {...fieldProps({ label, hideLabel, hint, error })}>
      {(ties) => (
        <select {...native} {...ties} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const fieldProps = (
  props: { [Name in keyof FieldProps]: FieldProps[Name] | undefined } & { label: string },
): FieldProps => ({
  label: props.label,
  error: props.error,
  ...(props.hideLabel === undefined ? {} : { hideLabel: props.hideLabel }),
  ...(props.hint === undefined ? {} : { hint: props.hint }),
});
