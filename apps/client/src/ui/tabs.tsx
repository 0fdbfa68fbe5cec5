import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import styles from './tabs.module.css';

export interface Tab<Value extends string> {
  value: Value;
  label: string;
  /** A figure beside the label; `alarm`: something is wrong there. */
  badge?: string | undefined;
  alarm?: boolean;
}

interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  tabs: readonly Tab<Value>[];
  onValue(value: Value): void;
  /** The pane of the tab that is open. */
  children: ComponentChildren;
}

/** Several panes, one of them open: arrows, Home and End go from tab to tab. */
export function Tabs<Value extends string>({ label, value, tabs, onValue, children }: TabsProps<Value>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Where tabs have to be scrolled, the open one is in sight.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [value]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = target(
      event.key,
      tabs.findIndex((tab) => tab.value === value),
      tabs.length,
    );
    const tab = to === undefined ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    onValue(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to ?? 0]?.focus();
  };
  return (
    <div class={styles.tabs}>
      <div ref={list} role="tablist" aria-label={label} class={styles.list}>
        {tabs.map(({ value: each, label: words, badge, alarm }) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`${id}-${each}`}
            aria-selected={each === value}
            aria-controls={`${id}-pane`}
            tabIndex={each === value ? 0 : -1}
            class={styles.tab}
            onClick={() => onValue(each)}
            onKeyDown={onKeyDown}
          >
            {words}
            {badge !== undefined && (
              <span class={styles.badge} data-alarm={alarm}>
                {badge}
              </span>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-pane`} aria-labelledby={`${id}-${value}`} class={styles.pane}>
        {children}
      </div>
    </div>
  );
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
