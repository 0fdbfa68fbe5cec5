import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './answering.module.css';
import { figuresOf } from './figures-of.ts';

/** One question of several on a page: where it stands among them, and what it is answered with. A list item. */
export function QuestionCard({ number, children }: { number: string; children: ComponentChildren }) {
  return (
    <li class={styles.question}>
      <p class={styles.number}>{number}</p>
      {children}
    </li>
  );
}

interface AskedProps {
  prompt: string;
  /** Nothing can be changed any more. */
  disabled?: boolean;
  /** What stands below the answers. */
  children?: ComponentChildren;
}

interface OptionsProps extends AskedProps {
  options: readonly string[];
  isOn(index: number): boolean;
  onOption(index: number): void;
  /** Several may be chosen; `hint` says so. */
  many?: boolean;
  hint?: string;
}

/** Options in words below each other, one or several of which are chosen. */
export function OptionsField({
  prompt,
  options,
  isOn,
  onOption,
  many = false,
  hint,
  disabled,
  children,
}: OptionsProps) {
  const name = useId();
  return (
    <fieldset class={styles.group} disabled={disabled}>
      <legend>{prompt}</legend>
      {hint && <p class={styles.number}>{hint}</p>}
      {options.map((option, index) => (
        <label key={index} class={styles.option} data-on={isOn(index)}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={isOn(index)}
            onChange={() => onOption(index)}
          />
          {option}
        </label>
      ))}
      {children}
    </fieldset>
  );
}

interface ScaleProps extends AskedProps {
  from: number;
  to: number;
  /** What the first and the last figure mean. */
  labels: { from?: string | undefined; to?: string | undefined } | undefined;
  chosen: number | undefined;
  onFigure(figure: number): void;
}

/** Figures beside each other, one of which is chosen. */
export function ScaleField({ prompt, from, to, labels, chosen, onFigure, disabled, children }: ScaleProps) {
  const name = useId();
  const figures = figuresOf({ from, to });
  const size = { '--figures': figures.length };
  const meaning = (figure: number) => (figure === from ? labels?.from : figure === to ? labels?.to : undefined);
  return (
    <fieldset class={styles.group} disabled={disabled}>
      <legend>{prompt}</legend>
      <div class={styles.figures} style={size}>
        {figures.map((figure) => (
          <label key={figure} class={styles.figure} data-on={figure === chosen}>
            <input
              type="radio"
              name={name}
              checked={figure === chosen}
              aria-label={[figure, meaning(figure)].filter((part) => part !== undefined).join(', ')}
              onChange={() => onFigure(figure)}
            />
            <span aria-hidden="true">{figure}</span>
          </label>
        ))}
      </div>
      {labels && (
        <p class={styles.ends} style={size} aria-hidden="true">
          <span>{labels.from}</span>
          <span>{labels.to}</span>
        </p>
      )}
      {children}
    </fieldset>
  );
}
