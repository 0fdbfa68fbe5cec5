import type { Command } from '@werkraum/protocol';
import { ArchiveRestore } from 'lucide-preact';
import { useT } from '../../../i18n/i18n.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './agenda-desk.module.css';
import type { DroppedRow } from './desk.model.ts';
import { useLength } from './use-length.ts';

interface DroppedListProps {
  rows: readonly DroppedRow[];
  act(command: Command): Promise<void>;
}

/** What was taken out, with the way back. */
export function DroppedList({ rows, act }: DroppedListProps) {
  const t = useT('replanning');
  const length = useLength();
  if (rows.length === 0) return null;
  const restore = async (command: Command, title: string) => {
    await act(command);
    announce(t('desk.restoredNews', { title }));
  };
  return (
    <section class={styles.dropped}>
      <h3>{t('desk.dropped')}</h3>
      <ul>
        {rows.map(({ id, title, kind, plannedMs, restore: command }) => (
          <li key={id} data-phase={kind}>
            <span>
              {title} <small>{length(plannedMs)}</small>
            </span>
            {command && (
              <Button
                icon={ArchiveRestore}
                aria-label={t('desk.restoreNamed', { title })}
                onClick={() => void restore(command, title)}
              >
                {t('desk.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
