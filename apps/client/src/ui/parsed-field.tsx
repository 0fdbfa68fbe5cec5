import { useState } from 'preact/hooks';
import { TextField } from './field.tsx';

interface ParsedFieldProps<T> {
  label: string;
  hideLabel?: boolean;
  hint?: string;
  value: T;
  /** What is meant by what was typed; undefined: nothing that can be used. */
  read(text: string): T | undefined;
  write(value: T): string;
  onValue(value: T): void;
  /** Said while what is typed cannot be used. What was there before holds meanwhile. */
  problem: string;
  inputMode?: 'numeric' | 'decimal';
}

/** A value that is typed as text: while somebody types, the text is theirs; afterwards it is written as the value is. */
export function ParsedField<T>(props: ParsedFieldProps<T>) {
  const { value, read, write, onValue, problem, inputMode = 'numeric', ...field } = props;
  const [typed, setTyped] = useState<string>();
  const type = (text: string) => {
    setTyped(text);
    const next = read(text);
    if (next !== undefined) onValue(next);
  };
  const meant = typed === undefined ? undefined : read(typed);
  // The value went another way than what was typed: somebody took it back, or moved it by a button.
  const overtaken = meant !== undefined && meant !== value;
  const wrong = typed !== undefined && typed.trim() !== '' && meant === undefined;
  return (
    <TextField
      {...field}
      inputMode={inputMode}
      autoComplete="off"
      value={typed === undefined || overtaken ? write(value) : typed}
      error={wrong ? problem : undefined}
      onValue={type}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** Reads a whole number between two others. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const number = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
