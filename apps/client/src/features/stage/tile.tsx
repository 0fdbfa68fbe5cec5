import { Clock, Hand, MicOff, SignalLow, WifiOff } from 'lucide-preact';
import { useNow } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { clockFace, clockTone } from '../../ui/clock-face.ts';
import { initials } from '../../ui/initials.ts';
import { Ring } from '../../ui/ring.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { PictureView } from './picture-view.tsx';
import { type Tile, type TurnClock, turnLeftMs } from './stage.model.ts';
import styles from './tile.module.css';

/** One person, or the screen a person shares. */
export function TileView(tile: Tile) {
  const t = useT('stage');
  const { kind, name, picture, self, away, speaking, turn } = tile;
  const title = kind === 'screen' ? t('screenOf', { name }) : name;
  return (
    <figure
      class={styles.tile}
      aria-label={title}
      data-kind={kind}
      data-speaking={speaking && kind === 'person'}
      data-away={away}
      data-turn={turn !== undefined}
    >
      {picture ? (
        <PictureView picture={picture} mirrored={self && kind === 'person'} whole={kind === 'screen'} />
      ) : (
        <span class={styles.initials} aria-hidden="true">
          {initials(name)}
        </span>
      )}
      {turn && <TurnRing turn={turn} />}
      <figcaption class={styles.caption}>
        <span class={styles.name}>
          {title}
          {self && <span class={styles.you}> {t('you')}</span>}
        </span>
        {kind === 'person' && <Marks tile={tile} />}
      </figcaption>
    </figure>
  );
}

/** What else is to be known of a person: each mark is a sign with words for those who do not see it. */
function Marks({ tile }: { tile: Tile }) {
  const t = useT('stage');
  const { away, hand, microphone, quality, speaking, visiting } = tile;
  return (
    <span class={styles.marks}>
      {visiting && <span class={styles.word}>{t('visiting')}</span>}
      {away && <span class={styles.word}>{t('away')}</span>}
      {speaking && <VisuallyHidden>{t('speaking')}</VisuallyHidden>}
      {hand !== undefined && (
        <span class={styles.hand}>
          <Hand size={16} aria-hidden="true" />
          <span aria-hidden="true">{hand}</span>
          <VisuallyHidden>{t('handUp', { number: hand })}</VisuallyHidden>
        </span>
      )}
      {quality !== 'good' && !away && (
        <span class={styles.mark} data-tone={quality}>
          {quality === 'lost' ? <WifiOff size={16} aria-hidden="true" /> : <SignalLow size={16} aria-hidden="true" />}
          <VisuallyHidden>{t(`quality.${quality}`)}</VisuallyHidden>
        </span>
      )}
      {!microphone && !away && (
        <span class={styles.mark}>
          <MicOff size={16} aria-hidden="true" />
          <VisuallyHidden>{t('microphoneOff')}</VisuallyHidden>
        </span>
      )}
    </span>
  );
}

/** The speaker's time, on the speaker. Drawn with each second; the rest of the tile is not. */
function TurnRing({ turn }: { turn: TurnClock }) {
  const now = useNow();
  const t = useT('stage');
  const leftMs = turnLeftMs(turn, now);
  const face = clockFace(leftMs);
  return (
    <span class={styles.turn}>
      <Ring class={styles.ring ?? ''} value={leftMs / turn.slotMs} tone={clockTone(leftMs, turn.slotMs)} weight={0.12}>
        {turn.pausedAt !== undefined && <Clock size={14} aria-hidden="true" />}
      </Ring>
      <span class={styles.figures}>
        <VisuallyHidden>{t('turnLeft')} </VisuallyHidden>
        {face.text}
      </span>
    </span>
  );
}
