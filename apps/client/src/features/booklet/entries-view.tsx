import type { BlockOf } from '@werkraum/protocol';
import { placeOf } from './booklet.model.ts';
import styles from './document.module.css';
import { Said } from './said.tsx';

/** A list: names, questions, open points, references. A label stands before an entry, a detail below it. */
export function EntriesView({ block }: { block: BlockOf<'list'> }) {
  return (
    <ul class={styles.entries} data-short={block.items.every(({ text, detail }) => text.length < 48 && !detail)}>
      {block.items.map(({ part, text, label, detail, href }) => (
        <li key={part} class={styles.entry}>
          {label && <span class={styles.label}>{label}</span>}
          <span class={styles.what}>
            <Said place={placeOf(block, part, text)} />
            {detail && <span class={styles.detail}>{href ? <Outside href={href}>{detail}</Outside> : detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A link that leads out of the house, to where it says. */
export function Outside({ href, children }: { href: string; children: string }) {
  // The server has checked it as well; a page trusts nobody with where a click leads.
  if (!/^(https:\/\/|mailto:)/i.test(href)) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
