import type { Instant } from '@werkraum/protocol';

const two = (figure: number): string => String(figure).padStart(2, '0');

/** An instant as a field for date and time takes it, in the zone of this device: `2027-05-10T09:30`. */
export function writeLocal(instant: Instant): string {
  const date = new Date(instant);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The same the other way; undefined while the field is not filled in. */
export function readLocal(text: string): Instant | undefined {
  const instant = text === '' ? Number.NaN : new Date(text).getTime();
  return Number.isFinite(instant) && instant >= 0 ? instant : undefined;
}
