import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../i18n/i18n.ts';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

export interface DialogProps {
  title: string;
  /** Escape, the close button or a click beside the dialog. */
  onClose(): void;
  children: ComponentChildren;
  /** Buttons at the end. */
  actions?: ComponentChildren;
  size?: 'small' | 'large';
}

/** A modal dialog, open as long as it is drawn. The focus returns to where it was. */
export function Dialog({ title, onClose, children, actions, size = 'small' }: DialogProps) {
  const t = useT('common');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    // The title, not the close button: it says what this is, and nothing happens on a hasty Enter.
    if (!element?.querySelector('[autofocus]')) document.getElementById(titleId)?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const onCancel = (event: Event) => {
    event.preventDefault(); // whether it closes is decided by who draws it
    onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is for pointers; Escape does the same by keyboard
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class={styles.sheet}>
        <header class={styles.head}>
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon={X} label={t('close')} tip="below-end" onClick={onClose} />
        </header>
        <div class={styles.body}>{children}</div>
        {actions && <footer class={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
