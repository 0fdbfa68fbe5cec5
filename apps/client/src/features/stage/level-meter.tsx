import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { watchLevel } from '../../media/level.ts';
import styles from './device-check.module.css';

/** How loud the microphone is. Moves sixty times a second, so it is moved past the framework. */
export function LevelMeter({ track }: { track: MediaStreamTrack }) {
  const t = useT('media');
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => watchLevel(track, (level) => bar.current?.style.setProperty('--level', level.toFixed(2))), [track]);
  return (
    <div class={styles.level}>
      <span>{t('level')}</span>
      <span class={styles.meter} aria-hidden="true">
        <span ref={bar} />
      </span>
    </div>
  );
}
