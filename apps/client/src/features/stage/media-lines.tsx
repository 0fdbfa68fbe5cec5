import { Info, TriangleAlert } from 'lucide-preact';
import { useService } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MediaState } from '../../media/media-store.ts';
import { Button } from '../../ui/button.tsx';
import { type MediaLine, mediaLines } from './media-lines.model.ts';
import styles from './media-lines.module.css';
import { useMedia, useMediaState } from './media-provider.tsx';

const whole = (state: MediaState): MediaState => state;

/** Lines about sound and pictures: one for each thing that is not as it should be, with its way out. Nothing when all is well. */
export function MediaLines() {
  const lines = mediaLines(useMediaState(whole), useService().video, useMedia());
  return <MediaLinesView lines={lines} />;
}

function MediaLinesView({ lines }: { lines: readonly MediaLine[] }) {
  const t = useT('media');
  // The region stays when it is empty: a screen reader only notices changes within what was there before.
  return (
    <div class={styles.lines} role="status" aria-label={t('linesLabel')}>
      {lines.map(({ id, tone, acts }) => (
        <div key={id} class={styles.line} data-tone={tone} data-soon={id === 'reconnecting'}>
          {tone === 'calm' ? <Info size={20} aria-hidden="true" /> : <TriangleAlert size={20} aria-hidden="true" />}
          <p>{t(`lines.${id}`)}</p>
          {acts.map(({ act, run }) => (
            <Button key={act} kind={act === 'dismiss' ? 'plain' : 'quiet'} onClick={run}>
              {t(`acts.${act}`)}
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}
