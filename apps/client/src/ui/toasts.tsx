import { CircleAlert, CircleCheck, X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/i18n.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { dismiss, stayMs, type Toast, toasts } from './toast-store.ts';
import styles from './toasts.module.css';
import { useStore } from './use-store.ts';

const linesOf = ({ lines }: { lines: readonly Toast[] }) => lines;

/** The lines that come and go at the bottom of the window. */
export function Toasts() {
  const t = useT('common');
  const lines = useStore(toasts, linesOf);
  return (
    <section aria-label={t('messages')} aria-live="polite" aria-relevant="additions">
      <ul class={styles.region}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { line: Toast }) {
  const t = useT('common');
  const [held, hold] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismiss(line.id), stayMs(line));
    return () => clearTimeout(timer);
  }, [held, line]);
  const Icon = line.kind === 'problem' ? CircleAlert : CircleCheck;
  return (
    <li
      class={cx(styles.line, line.kind === 'problem' && styles.problem)}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
    >
      <Icon size={20} aria-hidden="true" />
      <p>{line.text}</p>
      <IconButton icon={X} label={t('dismiss')} tip="above-end" onClick={() => dismiss(line.id)} />
    </li>
  );
}
