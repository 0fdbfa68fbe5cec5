/** What a clock shows. */
export interface ClockFace {
  /** `12:05`, `1:02:05`, or `+0:07` in overtime. */
  text: string;
  over: boolean;
}

/** How urgent a clock looks: the last fifth warns, the last twentieth is late, below zero is over. */
export type ClockTone = 'calm' | 'warn' | 'late' | 'over';

/** The figures for a time left in milliseconds; below zero they count up. */
export function clockFace(leftMs: number): ClockFace {
  const seconds = Math.floor(leftMs / 1_000);
  const over = seconds < 0;
  return { text: `${over ? '+' : ''}${figures(Math.abs(seconds))}`, over };
}

function figures(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** The tone of a clock with `leftMs` of `totalMs` left. */
export function clockTone(leftMs: number, totalMs: number): ClockTone {
  if (leftMs < 0) return 'over';
  if (leftMs <= totalMs * 0.05) return 'late';
  return leftMs <= totalMs * 0.2 ? 'warn' : 'calm';
}
