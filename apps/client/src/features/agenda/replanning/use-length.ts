import { useT } from '../../../i18n/i18n.ts';

/** Says how long something is: `25 min`, and seconds where it is that short. */
export function useLength(): (ms: number) => string {
  const t = useT('replanning');
  return (ms) =>
    inSeconds(ms)
      ? t('seconds', { seconds: Math.round(ms / 1_000) })
      : t('minutes', { minutes: Math.round(ms / 60_000) });
}

/** Says how a phase changes: `15 → 11 min`. */
export function useChange(): (fromMs: number, toMs: number) => string {
  const t = useT('replanning');
  const length = useLength();
  const bare = (ms: number) => length(ms).replace(/\s\D+$/, '');
  return (fromMs, toMs) => {
    const isAlike = inSeconds(fromMs) === inSeconds(toMs);
    return t('change', { from: isAlike ? bare(fromMs) : length(fromMs), to: length(toMs) });
  };
}

const inSeconds = (ms: number): boolean => ms > 0 && ms < 55_000;
