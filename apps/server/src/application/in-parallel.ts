const AT_ONCE = 8;
/** One odd case must not keep the others from being done; three in a row are not odd any more. */
const FAILURES_TO_GIVE_UP = 3;

/** Does each, a few at a time; goes on after a failure and throws the first one at the end. */
export async function eachInParallel<T>(items: Iterable<T>, run: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (failures.length >= FAILURES_TO_GIVE_UP) return;
      await run(item).catch((error: unknown) => void failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (failures.length > 0) throw failures[0];
}
