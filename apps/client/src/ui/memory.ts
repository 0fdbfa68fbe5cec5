/** Small things a browser remembers. Storage may be blocked or full: then the page works on and simply forgets. */
export function recall(storage: 'local' | 'session', key: string): string | undefined {
  try {
    return area(storage).getItem(`werkraum.${key}`) ?? undefined;
  } catch {
    return undefined; // blocked storage is the same as an empty one
  }
}

/** Remembers `value` under `key`; undefined forgets it. */
export function remember(storage: 'local' | 'session', key: string, value: string | undefined): void {
  try {
    if (value === undefined) area(storage).removeItem(`werkraum.${key}`);
    else area(storage).setItem(`werkraum.${key}`, value);
  } catch {
    // Blocked or full: what was to be remembered is a convenience only.
  }
}

const area = (storage: 'local' | 'session'): Storage => (storage === 'local' ? localStorage : sessionStorage);
