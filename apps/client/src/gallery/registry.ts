import type { ComponentChildren } from 'preact';

/** One state to look at. `render` is called anew for each look. */
export interface Exhibit {
  /** `room / reconnecting`: what stands before the first slash groups the list. */
  name: string;
  render: () => ComponentChildren;
}

/**
 * All states nobody reaches by hand. Any `*.gallery.tsx` beside a feature or page exports its own as `exhibits`
 * and appears here by itself.
 */
export async function loadExhibits(): Promise<readonly Exhibit[]> {
  const files = import.meta.glob<readonly Exhibit[]>('../{features,pages,ui}/**/*.gallery.tsx', { import: 'exhibits' });
  const found = await Promise.all(Object.values(files).map((load) => load()));
  return found.flat().sort((a, b) => a.name.localeCompare(b.name));
}
