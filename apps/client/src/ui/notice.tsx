import type { LucideIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import styles from './notice.module.css';

export interface NoticeProps {
  icon: LucideIcon;
  title: string;
  children?: ComponentChildren;
  /** The ways out. */
  actions?: ComponentChildren;
  tone?: 'calm' | 'warn' | 'danger';
}

/** A state in the middle of a page: what happened, and what to do next. */
export function Notice({ icon: Icon, title, children, actions, tone = 'calm' }: NoticeProps) {
  return (
    <section class={styles.notice} data-tone={tone}>
      <span class={styles.sign}>
        <Icon size={28} aria-hidden="true" />
      </span>
      <h1 class={styles.title}>{title}</h1>
      {children && <div class={styles.text}>{children}</div>}
      {actions && <div class={styles.actions}>{actions}</div>}
    </section>
  );
}
