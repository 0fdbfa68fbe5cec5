import type { SeatId } from '@werkraum/protocol';
import { Hand, Lock } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { drawnWhenChanged } from '../../ui/drawn-when-changed.ts';
import { Ring } from '../../ui/ring.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { AreaId, PlanSeat } from './floor-plan.model.ts';
import styles from './plan-seat.module.css';
import type { Spot } from './seat-circle.model.ts';
import { useDraggableSeat } from './use-seat-drag.ts';

interface PlanSeatProps {
  seat: PlanSeat;
  area: AreaId;
  /** Where it stands in a circle; undefined in a row. */
  spot: Spot | undefined;
  choose: ((seatId: SeatId) => void) | undefined;
  chosen: boolean;
}

/** A seat with its person: who, whether here, the raised hand, the speaking order, and the ring of the running turn. */
export const PlanSeatView = drawnWhenChanged(({ seat, area, spot, choose, chosen }: PlanSeatProps) => {
  const t = useT('breakouts');
  const element = useRef<HTMLLIElement>(null);
  const dragging = useDraggableSeat(element, seat.seatId, area, choose !== undefined);
  const inside = <SeatFace seat={seat} t={t} />;
  return (
    <li
      ref={element}
      class={styles.seat}
      data-seat={seat.seatId}
      data-own={seat.own}
      data-here={seat.presence === 'here'}
      data-dragging={dragging}
      // Not by the style attribute: it stays behind, empty, when a seat goes from a circle to a row.
      data-placed={spot !== undefined}
      style={spot && { insetInlineStart: `${spot.x}%`, insetBlockStart: `${spot.y}%` }}
    >
      {choose ? (
        <button type="button" class={styles.face} aria-pressed={chosen} onClick={() => choose(seat.seatId)}>
          {inside}
        </button>
      ) : (
        <div class={styles.face}>{inside}</div>
      )}
    </li>
  );
});

function SeatFace({ seat, t }: { seat: PlanSeat; t: Translate<'breakouts'> }) {
  const { name, own, presence, hand, order, turn, visiting } = seat;
  const note = own ? t('you') : visiting ? t('seat.visiting') : presence === 'here' ? undefined : t(`seat.${presence}`);
  return (
    <>
      <span class={styles.picture} aria-hidden="true">
        {turn ? (
          <Ring
            value={turn.over ? 1 : turn.share}
            tone={turn.over ? 'over' : 'calm'}
            weight={0.1}
            class={styles.ring ?? ''}
          >
            <Avatar name={name} dim={presence !== 'here'} />
          </Ring>
        ) : (
          <Avatar name={name} dim={presence !== 'here'} />
        )}
        {hand !== undefined && (
          <span class={styles.hand}>
            <Hand size={14} />
            {hand}
          </span>
        )}
        {order !== undefined && !turn && <span class={styles.order}>{order}</span>}
        {seat.locked && (
          <span class={styles.order}>
            <Lock size={12} />
          </span>
        )}
      </span>
      <span class={styles.name}>{name}</span>
      {note && (
        <span class={styles.note} aria-hidden="true">
          {note}
        </span>
      )}
      <VisuallyHidden>{seatWords(t, seat)}</VisuallyHidden>
    </>
  );
}

/** Everything a seat shows, in words: `, you, hand raised, number 2`. */
function seatWords(t: Translate<'breakouts'>, seat: PlanSeat): string {
  const { own, presence, visiting, hand, order, turn } = seat;
  const words = [
    own && t('seat.own'),
    presence !== 'here' && t(`seat.${presence}`),
    visiting && t('seat.visiting'),
    turn && t(turn.over ? 'seat.overtime' : 'seat.speaking'),
    !turn && order !== undefined && t('seat.order', { position: order }),
    hand !== undefined && t('seat.hand', { position: hand }),
    seat.locked && t('seat.locked'),
  ].filter(Boolean);
  return words.length > 0 ? `, ${words.join(', ')}` : '';
}
