import type { ComponentChildren } from 'preact';

interface ScrollRegionProps {
  label: string;
  class: string | undefined;
  /** Nothing scrolls here at the moment; what stands inside names itself. */
  still?: boolean;
  children: ComponentChildren;
}

/** A named part of the room with its own scroll bar, reachable by keyboard also when it holds text only. */
export function ScrollRegion({ label, class: name, still, children }: ScrollRegionProps) {
  return (
    <section class={name} data-still={still} aria-label={still ? undefined : label} tabIndex={still ? undefined : 0}>
      {children}
    </section>
  );
}
