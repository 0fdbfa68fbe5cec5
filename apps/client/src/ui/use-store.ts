import { useLayoutEffect, useState } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';

type Readable<T> = Pick<StoreApi<T>, 'getState' | 'subscribe'>;

/** Follows one part of a store. `select` returns a part that exists in the state, never a fresh object. */
export function useStore<T, Part>(store: Readable<T>, select: (state: T) => Part): Part {
  const part = select(store.getState());
  const [, redraw] = useState<Part>(part);
  useLayoutEffect(() => {
    const follow = () => redraw(() => select(store.getState()));
    follow(); // the store may have moved between drawing and subscribing
    return store.subscribe(follow);
  }, [store, select]);
  return part;
}
