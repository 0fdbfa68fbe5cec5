import styles from './wordmark.module.css';

const SEATS = 6;

/** The name and its sign: a table with its seats. */
export function Wordmark() {
  return (
    <span class={styles.wordmark}>
      <svg viewBox="-16 -16 32 32" width="32" height="32" aria-hidden="true">
        <circle r="5" fill="currentcolor" />
        {Array.from({ length: SEATS }, (_, seat) => {
          const angle = (seat / SEATS) * 2 * Math.PI - Math.PI / 2;
          return (
            <circle
              key={seat}
              r="2.7"
              cx={11.5 * Math.cos(angle)}
              cy={11.5 * Math.sin(angle)}
              fill={seat === 1 ? 'var(--accent-round)' : 'currentcolor'}
              opacity={seat === 1 ? 1 : 0.55}
            />
          );
        })}
      </svg>
      Werkraum
    </span>
  );
}
