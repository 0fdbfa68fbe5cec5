/** A length as one types it, in milliseconds: `25`, `1,5` or `1.5` minutes, `2:30` minutes and seconds. Undefined: it is none. */
export function readMinutes(text: string): number | undefined {
  const clock = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(text);
  if (clock) return (Number(clock[1]) * 60 + Number(clock[2])) * 1_000;
  const plain = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*$/.exec(text);
  return plain ? Math.round(Number(plain[1]?.replace(',', '.')) * 60) * 1_000 : undefined;
}

/** The same the other way: `25`, or `2:30` when it is not a whole number of minutes. */
export function writeMinutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const rest = seconds % 60;
  const minutes = String(Math.floor(seconds / 60));
  return rest === 0 ? minutes : `${minutes}:${String(rest).padStart(2, '0')}`;
}

/** Hours and minutes of a length, rounded to the minute. */
export function hoursAndMinutes(ms: number): { hours: number; minutes: number } {
  const all = Math.round(Math.abs(ms) / 60_000);
  return { hours: Math.floor(all / 60), minutes: all % 60 };
}
