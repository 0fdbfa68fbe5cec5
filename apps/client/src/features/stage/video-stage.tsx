import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useRoomSlice, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import type { MediaState } from '../../media/media-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { SlidesOnStage } from '../slides/parts.ts';
import { useMediaState } from './media-provider.tsx';
import { grid, type StageModel, stage, type Tile } from './stage.model.ts';
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

function VideoStageView({ large, slides, tiles, alone, pager }: StageModel) {
  const t = useT('stage');
  const isLarge = slides || large.length > 0;
  return (
    <section class={styles.stage} aria-label={t('label')}>
      <div class={styles.area}>
        <div class={styles.floor} data-large={isLarge} data-slides={slides} data-few={tiles.length === 0}>
          {slides && (
            <div class={styles.slides}>
              <SlidesOnStage />
            </div>
          )}
          {large.length > 0 && <Tiles class={styles.large} label={t('onStage')} tiles={large} />}
          <Tiles class={styles.people} label={t('people')} tiles={tiles} scrolls={isLarge} />
        </div>
      </div>
      {alone && !slides && <p class={styles.alone}>{t('alone')}</p>}
      {pager && <Pager {...pager} />}
    </section>
  );
}

interface TilesProps {
  class: string | undefined;
  label: string;
  tiles: readonly Tile[];
  /** Beside a large picture there may be more people than fit: the row must be reachable by keyboard. */
  scrolls?: boolean;
}

function Tiles(props: TilesProps) {
  const { wide, tall, wideRows, tallRows } = grid(props.tiles.length);
  const sizes = { '--wide': wide, '--tall': tall, '--wide-rows': wideRows, '--tall-rows': tallRows };
  return (
    <ul class={props.class} style={sizes} aria-label={props.label} tabIndex={props.scrolls ? 0 : undefined}>
      {props.tiles.map((tile) => (
        <li key={tile.id}>
          <TileView {...tile} />
        </li>
      ))}
    </ul>
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
