import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './chat.module.css';

interface WritingAreaProps {
  label: string;
  describedBy?: string;
  maxLength: number;
  autoFocus?: boolean;
  value: string;
  onValue(value: string): void;
  /** Enter without Shift, and not while an input method puts a word together. */
  onEnter(): void;
}

/** A field that is as high as its text, up to a few lines. */
export function WritingArea({ label, describedBy, maxLength, autoFocus, value, onValue, onEnter }: WritingAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (!autoFocus) return;
    area.current?.focus();
    area.current?.setSelectionRange(value.length, value.length);
  }, []);
  return (
    <textarea
      ref={area}
      class={styles.area}
      rows={1}
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={label}
      maxLength={maxLength}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
