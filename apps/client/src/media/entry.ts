import { recall, remember } from '../ui/memory.ts';
import type { Chosen, MediaState } from './media-store.ts';

/** How a person comes in: what is switched on, and through which devices. */
export interface Entry {
  microphone: boolean;
  camera: boolean;
  chosen: Chosen;
}

const KEY = 'media-entry';

/** What was chosen at the device check or used last in this tab; everything off at first. */
export function recallEntry(): Entry {
  try {
    const { microphone, camera, chosen } = JSON.parse(recall('session', KEY) ?? '{}') as Partial<Entry>;
    return { microphone: microphone === true, camera: camera === true, chosen: { ...chosen } };
  } catch {
    return { microphone: false, camera: false, chosen: {} }; // somebody else's value under our name
  }
}

/** Keeps the switches for the way in and for a reload of the page. */
export function rememberEntry({ microphone, camera, chosen }: MediaState): void {
  const entry: Entry = { microphone: microphone.on, camera: camera.on, chosen };
  remember('session', KEY, JSON.stringify(entry));
}
