/**
 * Runs an effect for the newest wish, one at a time. Wishes that arrive while the effect runs replace each other:
 * only the last of them is carried out, and never before the effect that runs has ended.
 * A failing effect is reported and does not stop the next one.
 */
export function latestWins<T>(apply: (wish: T) => Promise<void>, report: (error: unknown) => void): (wish: T) => void {
  let pending: { wish: T } | undefined;
  let busy = false;

  async function drain(): Promise<void> {
    busy = true;
    for (let next = pending; next; next = pending) {
      pending = undefined;
      await apply(next.wish).catch(report);
    }
    busy = false;
  }

  return (wish) => {
    pending = { wish };
    if (!busy) void drain();
  };
}
