import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useRoomSlice, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MediaState } from '../../media/media-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { useMediaState } from './media-provider.tsx';
import { grid, type StageModel, stage } from './stage.model.ts';
import { TileView } from './tile.tsx';
import styles from './video-stage.module.css';

const whole = (state: MediaState): MediaState => state;

function useStage(): StageModel | undefined {
  const you = useYou();
  const session = useSession();
  const room = useRoomSlice();
  const media = useMediaState(whole);
  const [page, turnTo] = useState(0);
  return you && session && stage({ you, session, room, media, page, turnTo });
}

/** The people in the own place, seen and heard. */
export function VideoStage() {
  const model = useStage();
  return model ? <VideoStageView {...model} /> : null;
}

export function VideoStageView({ large, tiles, pager }: StageModel) {
  const t = useT('stage');
  const alone = large.length === 0 && tiles.length === 1 && tiles[0]?.self === true;
  return (
    <section class={styles.stage} data-large={large.length > 0} data-few={tiles.length === 0} aria-label={t('label')}>
      {large.length > 0 && (
        <ul class={styles.large} style={columns(large.length)} aria-label={t('onStage')}>
          {large.map((tile) => (
            <li key={tile.id}>
              <TileView {...tile} />
            </li>
          ))}
        </ul>
      )}
      <ul class={styles.people} style={columns(tiles.length)} aria-label={t('people')}>
        {tiles.map((tile) => (
          <li key={tile.id}>
            <TileView {...tile} />
          </li>
        ))}
      </ul>
      {alone && <p class={styles.alone}>{t('alone')}</p>}
      {pager && <Pager {...pager} />}
    </section>
  );
}

function Pager({ from, to, total, back, on }: NonNullable<StageModel['pager']>) {
  const t = useT('stage');
  return (
    <nav class={styles.pager} aria-label={t('pages')}>
      <IconButton icon={ChevronLeft} label={t('previous')} onClick={back} disabled={!back} />
      <span class={styles.range}>{t('range', { from, to, total })}</span>
      <IconButton icon={ChevronRight} label={t('next')} tip="above-end" onClick={on} disabled={!on} />
    </nav>
  );
}

function columns(count: number): Record<string, number> {
  const { wide, tall, wideRows, tallRows } = grid(count);
  return { '--wide': wide, '--tall': tall, '--wide-rows': wideRows, '--tall-rows': tallRows };
}
