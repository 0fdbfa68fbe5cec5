import type { Command } from '@werkraum/protocol';
import { Scissors } from 'lucide-preact';
import { useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import type { ReliefModel } from './plans.model.ts';
import styles from './replan-sheet.module.css';
import { useLength } from './use-length.ts';

interface ReliefsProps {
  reliefs: readonly ReliefModel[];
  apply(command: Command): void;
}

/** Shortening alone is not enough: what to take out. */
export function Reliefs({ reliefs, apply }: ReliefsProps) {
  const t = useT('replanning');
  const length = useLength();
  return (
    <section class={styles.reliefs}>
      <h3 class={styles.name}>{t('relief.title')}</h3>
      {reliefs.length === 0 && <p>{t('relief.none')}</p>}
      <ul>
        {reliefs.map(({ id, title, shortMs, command }) => (
          <li key={id}>
            <span>
              {shortMs > 0 ? t('relief.short', { title, minutes: length(shortMs) }) : t('relief.fits', { title })}
            </span>
            {command && (
              <Button icon={Scissors} aria-label={t('relief.doNamed', { title })} onClick={() => apply(command)}>
                {t('relief.do')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
