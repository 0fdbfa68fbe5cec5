import type { RoomId, SeatId } from '@werkraum/protocol';
import { Footprints } from 'lucide-preact';
import { useCallback, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { AreaId, PlanArea } from './floor-plan.model.ts';
import styles from './plan-area.module.css';
import { PlanSeatView } from './plan-seat.tsx';
import { MOST_IN_CIRCLES, seatCircle } from './seat-circle.model.ts';
import { useSeatTarget } from './use-seat-drag.ts';

export interface PlanAreaProps {
  area: PlanArea;
  shape: 'table' | 'circle' | 'row';
  put: ((seatId: SeatId, to: AreaId) => void) | undefined;
  choose: ((seatId: SeatId) => void) | undefined;
  chosen: SeatId | undefined;
  visit: ((roomId: RoomId) => void) | undefined;
}

/** One place on the plan: a table, or the plenary as a circle or, beside tables, as a row. */
export function PlanAreaView({ area, shape, put, choose, chosen, visit }: PlanAreaProps) {
  const element = useRef<HTMLDivElement>(null);
  const putHere = useCallback((seatId: SeatId) => put?.(seatId, area.id), [put, area.id]);
  const over = useSeatTarget(element, area.id, put && putHere);
  const { id, seats, own, lonely } = area;
  const round = shape !== 'row' && seats.length <= MOST_IN_CIRCLES;
  const spots = round ? seatCircle(seats.length) : [];
  const t = useT('breakouts');
  const name = areaName(t, area);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of seats, not a landmark and not a set of form fields
    <div
      ref={element}
      role="group"
      class={styles.area}
      data-shape={round ? shape : 'row'}
      data-own={own}
      data-over={over}
      data-lonely={lonely}
      data-many={seats.length > 8}
      aria-label={name}
    >
      <AreaLabel area={area} name={name} visit={shape === 'table' && !own ? visit : undefined} />
      <ul class={styles.seats}>
        {seats.map((seat, at) => (
          <PlanSeatView
            key={seat.seatId}
            seat={seat}
            area={id}
            spot={spots[at]}
            choose={choose}
            chosen={chosen === seat.seatId}
          />
        ))}
      </ul>
    </div>
  );
}

interface AreaLabelProps extends Pick<PlanAreaProps, 'area' | 'visit'> {
  name: string;
}

function AreaLabel({ area, name, visit }: AreaLabelProps) {
  const t = useT('breakouts');
  const { id, topic, seats, own } = area;
  const empty = id === 'plenary' ? t('emptyPlenary') : t('emptyTable');
  return (
    <div class={styles.label}>
      <h3 class={styles.name}>{name}</h3>
      {topic && <p class={styles.topic}>{topic}</p>}
      <p class={styles.count}>{seats.length === 0 ? empty : t('people', { count: seats.length })}</p>
      {own && <p class={styles.here}>{t(id === 'plenary' ? 'youAreHere' : 'yourTable')}</p>}
      {visit && (
        <Button icon={Footprints} aria-label={`${t('visit')}: ${name}`} onClick={() => visit(id as RoomId)}>
          {t('visit')}
        </Button>
      )}
    </div>
  );
}

/** What an area is called. */
function areaName(
  t: ReturnType<typeof useT<'breakouts'>>,
  { id, label }: Pick<PlanArea, 'id' | 'label'>,
): string {
  if (id === 'plenary') return t('plenary');
  return label === undefined ? t('noTable') : t('table', { label });
}
