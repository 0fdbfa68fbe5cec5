import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/i18n.ts';
import styles from './page.module.css';
import { Preferences } from './preferences.tsx';
import { Wordmark } from './wordmark.tsx';

/** The frame of every page outside the room: the name, language and appearance, and the content. */
export function Page({ width = 'narrow', children }: { width?: 'narrow' | 'wide'; children: ComponentChildren }) {
  const t = useT('common');
  return (
    <div class={styles.page}>
      <button type="button" class={styles.skip} onClick={skip}>
        {t('skip')}
      </button>
      <header class={styles.head}>
        <a href="/" class={styles.home}>
          <Wordmark />
        </a>
        <Preferences />
      </header>
      <main id="content" tabIndex={-1} class={styles.content} data-width={width}>
        {children}
      </main>
    </div>
  );
}

// Not a link: on the door and the host page the address's fragment belongs to the keys people come with.
const skip = (): void => document.getElementById('content')?.focus();
