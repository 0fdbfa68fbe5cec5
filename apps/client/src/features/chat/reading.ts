import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../../ui/memory.ts';
import type { Read } from './channels.ts';

const KEY = 'chat-read';

function recalled(): Read {
  try {
    return JSON.parse(recall('session', KEY) ?? '{}') as Read;
  } catch {
    return {}; // what another program left there is the same as nothing
  }
}

/** How far this person has read, by channel; kept while the tab is open. */
export const reading = createStore<Read>(recalled);

/** Everything up to this number was seen. Going back has no effect. */
export function markRead(key: string, number: number): void {
  const read = reading.getState();
  if ((read[key] ?? -1) >= number) return;
  reading.setState({ [key]: number });
  remember('session', KEY, JSON.stringify(reading.getState()));
}
