import { useEffect, useRef } from 'preact/hooks';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from './memory.ts';

/** Whether single keys do things. People who dictate or press keys by accident switch them off (WCAG 2.1.4). */
export const shortcutSetting = createStore<{ on: boolean }>(() => ({ on: recall('local', 'shortcuts') !== 'off' }));

/** Switches single-key shortcuts on or off for this person, also next time. */
export function allowShortcuts(on: boolean): void {
  remember('local', 'shortcuts', on ? undefined : 'off');
  shortcutSetting.setState({ on });
}

/** Runs `run` when the keys (as `aria-keyshortcuts` writes them: `h`, `+`, `Control+Enter`) are pressed, unless somebody types, a dialog is open or there is nothing to run. */
export function useShortcut(keys: string, run: (() => void) | undefined): void {
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const ours = !event.defaultPrevented && !event.repeat && matches(event, keys) && !busyElsewhere(event);
      if (!ours || !newest.current) return;
      event.preventDefault();
      newest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const [, modifier, key] = /^(?:(Control|Alt)\+)?(.+)$/.exec(keys) ?? [];
  if (event.ctrlKey !== (modifier === 'Control') || event.altKey !== (modifier === 'Alt') || event.metaKey)
    return false;
  if (modifier === undefined && !shortcutSetting.getState().on) return false;
  return event.key.toLowerCase() === key?.toLowerCase();
}

const TYPING =
  'input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable], [role=menu], [role=listbox]';

// What has the focus keeps the keys it is worked with.
const NATIVE: Readonly<Record<string, string>> = {
  ' ': 'button, a[href], summary, [type=checkbox]',
  ArrowLeft: '[type=radio], [type=range]',
  ArrowRight: '[type=radio], [type=range]',
};

function busyElsewhere({ target, key }: KeyboardEvent): boolean {
  const native = NATIVE[key];
  const busy = native === undefined ? TYPING : `${TYPING}, ${native}`;
  const elsewhere = target instanceof Element && target.closest(busy) !== null;
  return elsewhere || document.querySelector('dialog[open]') !== null;
}
