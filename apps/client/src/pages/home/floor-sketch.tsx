import styles from './floor-sketch.module.css';

interface Table {
  x: number;
  y: number;
  r: number;
  seats: number;
  phase: 'intro' | 'breakout-round' | 'plenary-reflection';
}

const TABLES: readonly Table[] = [
  { x: 130, y: 150, r: 62, seats: 10, phase: 'intro' },
  { x: 310, y: 92, r: 40, seats: 5, phase: 'breakout-round' },
  { x: 322, y: 232, r: 40, seats: 4, phase: 'plenary-reflection' },
];

/** A room with tables, as a picture: decoration only. */
export function FloorSketch() {
  return (
    <svg class={styles.sketch} viewBox="0 0 420 310" aria-hidden="true">
      <rect class={styles.floor} x="1" y="1" width="418" height="308" rx="20" />
      <path class={styles.way} d="M205 128 C 235 112, 245 106, 258 102" />
      <path class={styles.way} d="M203 178 C 232 200, 248 212, 270 220" />
      {TABLES.map((table) => (
        <g key={table.x} data-phase={table.phase} transform={`translate(${table.x} ${table.y})`}>
          <circle class={styles.table} r={table.r - 14} />
          {Array.from({ length: table.seats }, (_, seat) => {
            const angle = (seat / table.seats) * 2 * Math.PI - Math.PI / 2;
            const at = { cx: table.r * Math.cos(angle) * 1.12, cy: table.r * Math.sin(angle) * 1.12 };
            return <circle key={seat} class={seat === 2 ? styles.speaking : styles.seat} r="11" {...at} />;
          })}
        </g>
      ))}
    </svg>
  );
}
