import type { Instant } from '@werkraum/protocol';

/** A map that forgets by itself. */
export interface Fleeting<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V, now: Instant): void;
  delete(key: K): void;
  /** Oldest first. */
  keys(): K[];
}

/**
 * Remembers each entry for at least `spanMs`, counted on the clock of the entries that come after it, and for less than twice
 * that while entries keep coming: there are two generations, and the older one is dropped as a whole. So nothing is looked
 * through, and time in which nothing is set does not count.
 */
export function createFleeting<K, V>(spanMs: number): Fleeting<K, V> {
  let older = new Map<K, V>();
  let younger = new Map<K, V>();
  let since: Instant | undefined;

  return {
    get: (key) => younger.get(key) ?? older.get(key),
    set(key, value, now) {
      if (since === undefined || now < since) since = now;
      if (now - since >= spanMs) {
        older = younger;
        younger = new Map();
        since = now;
      }
      older.delete(key);
      younger.set(key, value);
    },
    delete(key) {
      younger.delete(key);
      older.delete(key);
    },
    keys: () => [...older.keys(), ...younger.keys()],
  };
}
