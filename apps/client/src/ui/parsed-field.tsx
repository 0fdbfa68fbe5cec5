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
    const meant = read(text);
    if (meant !== undefined) onValue(meant);
  };
  const wrong = typed !== undefined && typed.trim() !== '' && read(typed) === undefined;
  return (
    <TextField
      {...field}
      inputMode={inputMode}
      autoComplete="off"
      value={typed ?? write(value)}
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
