const LIMIT_MS = 10_000;

/** Waits until something has become so. Looks at every turn of the loop; gives up with a sentence, never silently. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const started = performance.now();
  while (!condition()) {
    if (performance.now() - started > LIMIT_MS) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
