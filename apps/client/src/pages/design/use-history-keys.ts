import { useEffect } from 'preact/hooks';
import type { Designer } from './designer.ts';

/** Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y do it again: also inside fields, whose text is part of the draft. */
export function useHistoryKeys(designer: Designer): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (!(ctrlKey || metaKey) || altKey || document.querySelector('dialog[open]')) return;
      const letter = key.toLowerCase();
      const back = letter === 'z' && !shiftKey;
      const again = (letter === 'z' && shiftKey) || (letter === 'y' && ctrlKey);
      if (!back && !again) return;
      event.preventDefault();
      if (back) designer.undo();
      else designer.redo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [designer]);
}
