import type { ComponentChildren } from 'preact';
import styles from './card.module.css';

/** A part of the page with a heading. */
export function Card({ title, aside, children }: { title: string; aside?: string; children: ComponentChildren }) {
  return (
    <section class={styles.card} aria-label={title}>
      <div class={styles.head}>
        <h2>{title}</h2>
        {aside && <span class="figures">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
