import { useT } from '../../i18n/i18n.ts';
import { hoursAndMinutes } from './lengths.ts';

/** Lengths in words: `1 h 58 min`. */
export function useLengthText(): (ms: number) => string {
  const t = useT('design');
  return (ms) => {
    const { hours, minutes } = hoursAndMinutes(ms);
    if (hours === 0) return t('length.minutes', { minutes });
    return minutes === 0 ? t('length.hours', { hours }) : t('length.both', { hours, minutes });
  };
}
