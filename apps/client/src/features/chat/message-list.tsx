import { ArrowDown } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { ChannelTab, MessageRow } from './chat.model.ts';
import styles from './chat.module.css';
import { MessageItem } from './message-item.tsx';
import { useInSight } from './use-in-sight.ts';

interface MessageListProps {
  tab: ChannelTab;
  rows: readonly MessageRow[];
  /** The newest message is before the person's eyes. */
  onSeen(number: number): void;
}

/** The messages of one channel. It stays at the newest unless somebody scrolled up to read. */
export function MessageList({ tab, rows, onSeen }: MessageListProps) {
  const t = useT('chat');
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const newest = rows.reduce((highest, { number }) => Math.max(highest, number), 0);
  const ownLast = rows.at(-1)?.own;
  const toNewest = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (!away || ownLast) toNewest();
  }, [rows.length, newest]);
  useInSight(end, newest, (inSight) => {
    setAway(!inSight);
    if (inSight) onSeen(newest);
  });
  return (
    <div class={styles.listFrame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class={styles.list} ref={list} tabIndex={0} aria-label={t('log')}>
        {rows.length === 0 && <p class={styles.quiet}>{t('none')}</p>}
        <ol>
          {rows.map((row) => (
            <MessageItem key={row.key} row={row} tab={tab} />
          ))}
        </ol>
        <div ref={end} class={styles.end} />
      </section>
      {away && rows.length > 0 && (
        <Button class={styles.newest ?? ''} icon={ArrowDown} onClick={toNewest}>
          {t('newest')}
        </Button>
      )}
    </div>
  );
}
