import type { RotationFigures } from '@werkraum/planning/rotation';
import { type Translate, useT } from '../../i18n/i18n.ts';
import styles from './rotation.module.css';

interface FiguresLineProps {
  figures: RotationFigures | undefined;
  unplanned: number;
}

/** What the seating is worth as it stands: it moves with every seat. */
export function FiguresLine({ figures, unplanned }: FiguresLineProps) {
  const t = useT('rotation');
  if (!figures) return <p class={styles.note}>{t('figuresNone')}</p>;
  return (
    <div class={styles.figuresLine} role="status">
      <p class={`${styles.figures} figures`}>
        <strong>{t('figures', { met: figures.met, pairs: figures.pairs })}</strong>
        {figureWords(t, figures, unplanned > 0).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {unplanned > 0 && <p class={styles.note}>{t('figuresOpen', { count: unplanned })}</p>}
    </div>
  );
}

/** What else is to say of a plan, each in a few words; of a part of one, not what more is possible. */
export function figureWords(t: Translate<'rotation'>, figures: RotationFigures, isPart = false): string[] {
  const { never, twice, more, bound, perfect } = figures;
  return [
    ...(never > 0 ? [t('figuresNever', { count: never })] : []),
    t('figuresAgain', { count: twice + more }),
    ...(isPart ? [] : [possible(t, bound, perfect)]),
  ];
}

function possible(t: Translate<'rotation'>, { met, kind }: RotationFigures['bound'], perfect: boolean): string {
  if (!perfect) return t('figuresBound', { bound: met });
  return t(kind === 'proven' ? 'figuresPerfect' : 'figuresPerfectKnown');
}
