import { type Translate, useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import type { AtTable, BeatModel, KeeperModel } from './keeper.model.ts';
import styles from './together-bar.module.css';

/** The switch that lets all tables go together. */
export function TogetherSwitch({ on, toggle }: NonNullable<KeeperModel['together']>) {
  const t = useT('timekeeping');
  return (
    <label class={styles.switch} title={t('togetherHint')}>
      <input type="checkbox" checked={on} onChange={toggle} aria-describedby="together-hint" />
      <span>{t('together')}</span>
      <span id="together-hint" hidden>
        {t('togetherHint')}
      </span>
    </label>
  );
}

/** What the next beat is going to start and to end. Its button stands with the others. */
export function BeatPreview({ starts, ends }: BeatModel) {
  const t = useT('timekeeping');
  const somebody = useT('turns')('somebody');
  const left = ends.map((one) => leftWords(t, one, somebody));
  const names = listed(starts.map((one) => at(t, one, somebody)));
  return (
    <div class={styles.preview}>
      <p>{starts.length > 0 ? t('beatStarts', { names }) : t('beatNobody')}</p>
      {left.length > 0 && <p class={styles.ends}>{t('beatEnds', { names: listed(left) })}</p>}
    </div>
  );
}

const at = (t: Translate<'timekeeping'>, { label, name }: AtTable, somebody: string): string =>
  t('atTable', { label, name: name ?? somebody });

const leftWords = (t: Translate<'timekeeping'>, { label, name, leftMs }: BeatModel['ends'][number], somebody: string) =>
  t('atTableLeft', { label, name: name ?? somebody, time: clockFace(leftMs).text });

/** More names than these say nothing that can be read before the beat. */
const NAMED = 6;

const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} … +${names.length - NAMED}` : names.join(', ');
