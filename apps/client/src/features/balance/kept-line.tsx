import { useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import styles from './balance.module.css';

/** After the end: what was kept of the own speaking time, if everybody had agreed. */
export function KeptLine() {
  const t = useT('balance');
  const keptMs = useYou()?.speech?.keptMs;
  if (keptMs === undefined) return null;
  return <p class={styles.soft}>{t('kept', { time: clockFace(keptMs).text })}</p>;
}

/** For facilitators: whether speaking times will be kept. How many have not agreed, never who. */
export function KeepingLine({ notAgreed }: { notAgreed: number }) {
  const t = useT('balance');
  return <p class={styles.soft}>{notAgreed === 0 ? t('willKeep') : t('willNotKeep', { count: notAgreed })}</p>;
}
