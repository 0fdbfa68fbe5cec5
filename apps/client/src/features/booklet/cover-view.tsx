import type { BlockId, BookletCover } from '@werkraum/protocol';
import { placeOf } from './booklet.model.ts';
import styles from './cover.module.css';
import { Said } from './said.tsx';

const COVER = 'cover' as BlockId;

/** The first page: title, what it is, when, where, who, over the floor plan of a workshop. */
export function CoverView({ cover }: { cover: BookletCover }) {
  const holder = { id: COVER, ...(cover.edits && { edits: cover.edits }) };
  return (
    <header class={styles.cover}>
      <FloorPlan />
      <p class={styles.kicker}>
        <Said place={placeOf(holder, 'subtitle', cover.subtitle)} />
      </p>
      <h1 class={styles.title}>
        <Said place={placeOf(holder, 'title', cover.title)} />
      </h1>
      <dl class={styles.lines}>
        {cover.lines.map(({ part, label, text }) => (
          <div key={part}>
            <dt>{label}</dt>
            <dd>
              <Said place={placeOf(holder, part, text)} />
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

const TABLES = [
  { x: 250, y: 170, radius: 74, seats: 9, series: 0 },
  { x: 400, y: 52, radius: 50, seats: 6, series: 1 },
  { x: 66, y: 262, radius: 46, seats: 5, series: 2 },
];

// Drawn for the eye alone.
function FloorPlan() {
  return (
    <svg class={styles.plan} viewBox="0 0 440 320" aria-hidden="true">
      {TABLES.map(({ x, y, radius, seats, series }) => (
        <g key={series} style={{ fill: `var(--booklet-${series})` }}>
          <circle cx={x} cy={y} r={radius} opacity="0.18" />
          {Array.from({ length: seats }, (_, seat) => {
            const angle = (2 * Math.PI * seat) / seats + series;
            const at = { cx: x + (radius + 18) * Math.cos(angle), cy: y + (radius + 18) * Math.sin(angle) };
            return <circle key={seat} {...at} r="7.5" />;
          })}
        </g>
      ))}
    </svg>
  );
}
