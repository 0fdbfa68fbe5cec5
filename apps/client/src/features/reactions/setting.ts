import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../../ui/memory.ts';

/** Whether this person wants to see what others say by signs. */
export const reactionsSetting = createStore<{ hidden: boolean }>(() => ({
  hidden: recall('local', 'reactions') === 'off',
}));

/** Hides the signs of others from this person or shows them, also next time. */
export function hideReactions(hidden: boolean): void {
  remember('local', 'reactions', hidden ? 'off' : undefined);
  reactionsSetting.setState({ hidden });
}
